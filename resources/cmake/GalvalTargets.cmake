# What every target of the project shares, and the ways of declaring one.

option(GALVAL_SANITIZE "Build with the address and undefined-behaviour sanitizers" OFF)
option(GALVAL_FUZZ "Build the fuzzers, for which all code is instrumented; needs Clang" OFF)
option(GALVAL_WARNINGS_AS_ERRORS "Treat compiler warnings as errors" ON)

add_library(project_options INTERFACE)
target_compile_features(project_options INTERFACE cxx_std_20)
target_include_directories(project_options INTERFACE ${CMAKE_SOURCE_DIR})
if(MSVC)
    target_compile_options(project_options INTERFACE /W4 /permissive- /utf-8 $<$<BOOL:${GALVAL_WARNINGS_AS_ERRORS}>:/WX>)
else()
    target_compile_options(project_options INTERFACE
        -Wall -Wextra -Wpedantic -Wshadow -Wconversion -Wnon-virtual-dtor -Woverloaded-virtual
        $<$<BOOL:${GALVAL_WARNINGS_AS_ERRORS}>:-Werror>)
    if(CMAKE_CXX_COMPILER_ID STREQUAL "GNU" AND CMAKE_CXX_COMPILER_VERSION VERSION_LESS 13)
        # Optimised, GCC 12 warns of overlapping copies inside std::string (GCC bug 105329).
        target_compile_options(project_options INTERFACE -Wno-restrict)
    endif()
endif()
if(WIN32)
    target_compile_definitions(project_options INTERFACE NOMINMAX WIN32_LEAN_AND_MEAN) # of windows.h
endif()
if(GALVAL_SANITIZE)
    if(MSVC)
        target_compile_options(project_options INTERFACE /fsanitize=address)
    else()
        # A double outside the range of an integer is undefined too, but no part of "undefined".
        set(sanitizers -fsanitize=address,undefined,float-cast-overflow)
        target_compile_options(project_options INTERFACE ${sanitizers} -fno-sanitize-recover=all -fno-omit-frame-pointer)
        # Their checks hide from GCC that a variable was set; the other builds give that warning.
        target_compile_options(project_options INTERFACE $<$<CXX_COMPILER_ID:GNU>:-Wno-maybe-uninitialized>)
        target_compile_definitions(project_options INTERFACE _GLIBCXX_ASSERTIONS)
        target_link_options(project_options INTERFACE ${sanitizers})
    endif()
endif()
if(GALVAL_FUZZ)
    target_compile_options(project_options INTERFACE -fsanitize=fuzzer-no-link)
endif()
# Linking many test programs takes a good part of a build; mold does it in a third of the time.
find_program(GALVAL_MOLD mold)
mark_as_advanced(GALVAL_MOLD)
if(GALVAL_MOLD AND CMAKE_SYSTEM_NAME STREQUAL "Linux")
    target_link_options(project_options INTERFACE -fuse-ld=mold)
endif()
set_property(GLOBAL PROPERTY USE_FOLDERS ON)
set(CMAKE_CXX_EXTENSIONS OFF)
set(CMAKE_VERIFY_INTERFACE_HEADER_SETS ON)

# What is handed out is one program. For work and tests the two hundred test programs share one copy of the code: with a
# copy in each, the sanitizers' build takes twenty gigabytes instead of two.
option(BUILD_SHARED_LIBS "Make each folder of the code a shared library" OFF)

# galval_library(NAME SOURCES ... HEADERS ... LINKS ... PRIVATE_LINKS ...): a library of one folder.
# Its headers are a header set, so that the build can check that each compiles alone.
function(galval_library name)
    cmake_parse_arguments(PARSE_ARGV 1 arg "" "" "SOURCES;HEADERS;LINKS;PRIVATE_LINKS")
    add_library(${name} ${arg_SOURCES})
    target_sources(${name} PUBLIC FILE_SET HEADERS BASE_DIRS ${CMAKE_SOURCE_DIR} FILES ${arg_HEADERS})
    target_link_libraries(${name} PUBLIC project_options ${arg_LINKS} PRIVATE ${arg_PRIVATE_LINKS})
endfunction()

# galval_vector_sources(NAME PREFIX): adds PREFIXBaseline.cpp and, on x86, PREFIXAvx2.cpp and PREFIXAvx512.cpp to a
# library: the same code for each instruction set, picked when the program starts. Always optimised: a debug build of it
# would be of no use.
function(galval_vector_sources name prefix)
    set(sources ${prefix}Baseline.cpp)
    if(CMAKE_SYSTEM_PROCESSOR MATCHES "x86_64|AMD64" AND NOT MSVC)
        target_compile_definitions(${name} PRIVATE GALVAL_VECTOR_KERNELS)
        set_property(SOURCE ${prefix}Avx2.cpp APPEND PROPERTY COMPILE_OPTIONS -mavx2 -mfma)
        set_property(SOURCE ${prefix}Avx512.cpp APPEND PROPERTY COMPILE_OPTIONS
            -mavx512f -mavx512dq -mavx512vl -mfma -mprefer-vector-width=512)
        if(MINGW)
            # GCC does not align the stack for AVX there; unaligned moves avoid the crash.
            set_property(SOURCE ${prefix}Avx2.cpp ${prefix}Avx512.cpp APPEND PROPERTY COMPILE_OPTIONS -Wa,-muse-unaligned-vector-move)
        endif()
        list(APPEND sources ${prefix}Avx2.cpp ${prefix}Avx512.cpp)
    endif()
    target_sources(${name} PRIVATE ${sources})
    if(NOT MSVC)
        set_property(SOURCE ${sources} APPEND PROPERTY COMPILE_OPTIONS -O3 -fno-math-errno -fno-trapping-math)
    endif()
endfunction()

# galval_test(PATH LIBRARIES ...): one Qt Test program for one source file, named after it. Its label is
# its folder ("core/engine"), so that a part of the tests can be chosen; `tests_core` and the like build
# all of one part.
function(galval_test path)
    cmake_path(GET path STEM name)
    cmake_path(RELATIVE_PATH CMAKE_CURRENT_SOURCE_DIR BASE_DIRECTORY ${CMAKE_SOURCE_DIR}/tests OUTPUT_VARIABLE folder)
    add_executable(${name} ${path})
    target_link_libraries(${name} PRIVATE ${ARGN} test_support Qt6::Test)
    set_target_properties(${name} PROPERTIES AUTOMOC ON)
    add_test(NAME ${name} COMMAND ${name})
    set_tests_properties(${name} PROPERTIES ENVIRONMENT "QT_QPA_PLATFORM=offscreen" LABELS ${folder})
    string(REGEX REPLACE "/.*" "" part ${folder})
    if(NOT TARGET tests_${part})
        add_custom_target(tests_${part})
    endif()
    add_dependencies(tests_${part} ${name})
endfunction()

# cmake -D ROOT=... -P CheckIncludes.cmake: fails when a file includes what it may not know. Every target
# sees the whole tree, so the compiler alone would not notice.
#  - core includes no Qt, and nothing of ui or app; ui includes nothing of app.
#  - A folder of core includes only itself and the folders before it in core/CMakeLists.txt.

file(STRINGS ${ROOT}/core/CMakeLists.txt lines REGEX "^add_subdirectory\\(")
list(TRANSFORM lines REPLACE "^add_subdirectory\\(([a-z]+)\\).*" "\\1" OUTPUT_VARIABLE folders)

set(faults "")
function(check folder forbidden reason)
    file(GLOB_RECURSE files RELATIVE ${ROOT} ${ROOT}/${folder}/*.h ${ROOT}/${folder}/*.cpp)
    foreach(path IN LISTS files)
        file(STRINGS ${ROOT}/${path} includes REGEX "^[ \t]*#[ \t]*include[ \t]*[<\"](${forbidden})")
        foreach(include IN LISTS includes)
            string(APPEND faults "${path}: ${include} (${reason})\n")
        endforeach()
    endforeach()
    set(faults "${faults}" PARENT_SCOPE)
endfunction()

check(core "Q[A-Z]|Qt|ui/|app/" "core knows neither Qt nor what is built upon it")
check(ui "app/" "app only starts ui")
set(later ${folders})
foreach(folder IN LISTS folders)
    list(POP_FRONT later)
    foreach(above IN LISTS later)
        check(core/${folder} "core/${above}/" "core/${above} is built upon core/${folder}")
    endforeach()
endforeach()

if(faults)
    message(FATAL_ERROR "${faults}")
endif()

# cmake -D ROOT=... -P CheckIncludes.cmake: fails when a file includes what it may not know. Every target
# sees the whole tree, so the compiler alone would not notice.
#  - core includes no Qt, and nothing of ui or app; ui includes nothing of app.
#  - A folder of core or ui includes only itself and the folders before it in the CMakeLists.txt there.

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
foreach(part core ui)
    file(STRINGS ${ROOT}/${part}/CMakeLists.txt folders REGEX "^add_subdirectory\\(")
    list(TRANSFORM folders REPLACE "^add_subdirectory\\(([a-z]+)\\).*" "\\1")
    set(later ${folders})
    foreach(folder IN LISTS folders)
        list(POP_FRONT later)
        foreach(above IN LISTS later)
            check(${part}/${folder} "${part}/${above}/" "${part}/${above} is built upon ${part}/${folder}")
        endforeach()
    endforeach()
endforeach()

if(faults)
    message(FATAL_ERROR "${faults}")
endif()

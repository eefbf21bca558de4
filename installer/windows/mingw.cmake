# Toolchain for building Windows programs on Debian, with MinGW-w64 (threads as in POSIX, so that std::thread is there).
# GALVAL_WINDOWS_QT is a Qt for Windows built with the same compiler; GALVAL_WINDOWS_DEPENDENCIES what `dependencies`
# beside this file has made.
set(CMAKE_SYSTEM_NAME Windows)
set(CMAKE_SYSTEM_PROCESSOR x86_64)
set(CMAKE_C_COMPILER x86_64-w64-mingw32-gcc-posix)
set(CMAKE_CXX_COMPILER x86_64-w64-mingw32-g++-posix)
set(CMAKE_RC_COMPILER x86_64-w64-mingw32-windres)

list(APPEND CMAKE_TRY_COMPILE_PLATFORM_VARIABLES GALVAL_WINDOWS_QT GALVAL_WINDOWS_DEPENDENCIES)
set(CMAKE_FIND_ROOT_PATH /usr/x86_64-w64-mingw32 "${GALVAL_WINDOWS_DEPENDENCIES}" "${GALVAL_WINDOWS_QT}")
set(CMAKE_PREFIX_PATH "${GALVAL_WINDOWS_DEPENDENCIES}" "${GALVAL_WINDOWS_QT}")
set(CMAKE_FIND_ROOT_PATH_MODE_PROGRAM NEVER)
set(CMAKE_FIND_ROOT_PATH_MODE_LIBRARY ONLY)
set(CMAKE_FIND_ROOT_PATH_MODE_INCLUDE ONLY)
set(CMAKE_FIND_ROOT_PATH_MODE_PACKAGE ONLY)

# Qt's own tools (moc, rcc, lrelease) are those of this machine.
set(QT_HOST_PATH /usr)
set(QT_HOST_PATH_CMAKE_DIR /usr/lib/x86_64-linux-gnu/cmake)

# Tests run under Wine.
set(CMAKE_CROSSCOMPILING_EMULATOR ${CMAKE_CURRENT_LIST_DIR}/wine-test)

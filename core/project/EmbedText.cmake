# cmake -D INPUT=file -D OUTPUT=file.cpp -D NAME=function -P EmbedText.cmake
#
# Writes a source file with `core::NAME()`, which returns the text of INPUT. The text is split at line ends
# into literals that every compiler takes (MSVC: less than 16 kB each).
file(READ ${INPUT} rest)
set(pieces "")
while(NOT rest STREQUAL "")
    string(SUBSTRING "${rest}" 0 8000 piece)
    string(LENGTH "${rest}" length)
    if(length GREATER 8000)
        string(FIND "${piece}" "\n" end REVERSE)
        if(end EQUAL -1)
            message(FATAL_ERROR "${INPUT} has a line of more than 8000 bytes")
        endif()
        math(EXPR end "${end} + 1")
    else()
        set(end ${length})
    endif()
    string(SUBSTRING "${rest}" 0 ${end} piece)
    string(SUBSTRING "${rest}" ${end} -1 rest)
    string(APPEND pieces "    text += R\"embedded(${piece})embedded\";\n")
endwhile()
file(WRITE ${OUTPUT} "#include <string>\n\nnamespace core {\n\nstd::string ${NAME}()\n{\n    std::string text;\n${pieces}    return text;\n}\n\n}\n")

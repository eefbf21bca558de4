#include "core/project/DefaultProject.h"

#include "core/project/ProjectJson.h"

namespace core {

Project defaultProject()
{
    // The text is part of the program, and a test reads it: there is nothing that a user could have
    // done wrong.
    return readProject(defaultProjectText()).value();
}

}

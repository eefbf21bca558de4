#include "core/project/Validation.h"

#include "core/project/Rules.h"

#include <utility>

namespace core {

Problems validate(const Project& project)
{
    ProblemList problems;
    checkProject(project, {}, problems);
    return std::move(problems).take();
}

}

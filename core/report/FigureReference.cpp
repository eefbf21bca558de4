#include "core/report/FigureReference.h"

namespace core {

FigureReference referenceTo(Target target)
{
    const bool isOfReuse = target.kind == Target::Kind::npvSavings;
    return {isOfReuse ? ResultCase::savings : ResultCase::project, std::string(nameOf(target))};
}

}

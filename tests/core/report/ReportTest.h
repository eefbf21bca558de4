#pragma once

#include "core/model/Evaluation.h"
#include "core/project/DefaultProject.h"
#include "core/project/Registry.h"

#include <QString>
#include <QStringList>

#include <memory>
#include <string>
#include <string_view>

// What the tests of reports share.
namespace support {

inline std::shared_ptr<const core::Evaluation> evaluated(const core::Project& project)
{
    auto evaluation = core::Evaluation::of(project);
    return evaluation ? *evaluation : nullptr;
}

inline std::shared_ptr<const core::Evaluation> evaluatedDefault()
{
    return evaluated(core::defaultProject());
}

inline core::Project defaultWith(std::string_view id, const core::InputValue& value)
{
    return *core::withValue(core::defaultProject(), id, value);
}

inline QStringList linesOf(const std::string& text)
{
    QStringList lines = QString::fromStdString(text).split(QLatin1Char('\n'));
    lines.removeLast(); // after the final line break
    return lines;
}

}

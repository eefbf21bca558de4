#pragma once

#include "core/report/RowName.h"

#include <QMetaType>

#include <optional>
#include <string>

namespace ui {

// Which figure is meant, for Explain: a row of the model, or what it comes to in one year.
struct FigureReference {
    core::ResultCase which = core::ResultCase::project;
    std::string row;
    std::optional<int> year = {};

    bool operator==(const FigureReference&) const = default;
};

}

Q_DECLARE_METATYPE(ui::FigureReference)

#pragma once

#include <QMetaType>
#include <QString>

#include <optional>
#include <tuple>

namespace ui {

// One number or word that a cell or field shows: an input, or one entry of a series, profile or
// phasing.
struct CellAddress {
    QString input;                 // its id in the registry
    std::optional<int> place = {}; // the calendar year of a series or phasing; the operating year
                                   // (from 1) of a profile

    bool operator==(const CellAddress&) const = default;
    friend bool operator<(const CellAddress& a, const CellAddress& b)
    {
        return std::tie(a.input, a.place) < std::tie(b.input, b.place);
    }
};

}

Q_DECLARE_METATYPE(ui::CellAddress)

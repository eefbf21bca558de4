#pragma once

#include <QString>
#include <QStringView>

#include <optional>

// The words for units that people write after a number, in English and Russian.
namespace ui {

enum class UnitKind { none, percent, usd, kzt, mass, years, days };

// A unit of an input, such as "USD/kg" or "t/year".
struct FieldUnit {
    UnitKind base = UnitKind::none;
    int baseExponent = 0; // of a mass: 0 for kg, 3 for t, -3 for g
    UnitKind per = UnitKind::none;
    int perExponent = 0;
};

FieldUnit fieldUnitOf(const QString& unit);

// What a word after a number says.
struct UnitWord {
    bool isMultiplier = false;
    UnitKind kind = UnitKind::none; // of a unit
    int exponent = 0;               // of a multiplier, or of a mass
};

// The same word can mean different things ("г" is gram or year), so the field decides. Nothing when
// the word is unknown.
std::optional<UnitWord> unitWord(QStringView word, UnitKind expected);

}

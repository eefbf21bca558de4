#include "ui/models/UnitWords.h"

#include <array>

namespace ui {

namespace {

struct Entry {
    QStringView word;
    UnitWord meaning;
};

constexpr UnitWord multiplier(int exponent)
{
    return {true, UnitKind::none, exponent};
}

constexpr UnitWord unit(UnitKind kind, int exponent = 0)
{
    return {false, kind, exponent};
}

// In lower case. Where a word stands twice, the first is meant unless the field asks for the other.
constexpr std::array entries {
    Entry {u"k", multiplier(3)},
    Entry {u"к", multiplier(3)},
    Entry {u"тыс", multiplier(3)},
    Entry {u"thousand", multiplier(3)},
    Entry {u"m", multiplier(6)},
    Entry {u"м", multiplier(6)},
    Entry {u"mn", multiplier(6)},
    Entry {u"mln", multiplier(6)},
    Entry {u"million", multiplier(6)},
    Entry {u"млн", multiplier(6)},
    Entry {u"bn", multiplier(9)},
    Entry {u"billion", multiplier(9)},
    Entry {u"млрд", multiplier(9)},
    Entry {u"%", unit(UnitKind::percent)},
    Entry {u"usd", unit(UnitKind::usd)},
    Entry {u"$", unit(UnitKind::usd)},
    Entry {u"долл", unit(UnitKind::usd)},
    Entry {u"kzt", unit(UnitKind::kzt)},
    Entry {u"₸", unit(UnitKind::kzt)},
    Entry {u"тг", unit(UnitKind::kzt)},
    Entry {u"тенге", unit(UnitKind::kzt)},
    Entry {u"t", unit(UnitKind::mass, 3)},
    Entry {u"т", unit(UnitKind::mass, 3)},
    Entry {u"kg", unit(UnitKind::mass)},
    Entry {u"кг", unit(UnitKind::mass)},
    Entry {u"g", unit(UnitKind::mass, -3)},
    Entry {u"г", unit(UnitKind::mass, -3)},
    Entry {u"г", unit(UnitKind::years)},
    Entry {u"year", unit(UnitKind::years)},
    Entry {u"years", unit(UnitKind::years)},
    Entry {u"yr", unit(UnitKind::years)},
    Entry {u"y", unit(UnitKind::years)},
    Entry {u"год", unit(UnitKind::years)},
    Entry {u"года", unit(UnitKind::years)},
    Entry {u"лет", unit(UnitKind::years)},
    Entry {u"day", unit(UnitKind::days)},
    Entry {u"days", unit(UnitKind::days)},
    Entry {u"d", unit(UnitKind::days)},
    Entry {u"день", unit(UnitKind::days)},
    Entry {u"дня", unit(UnitKind::days)},
    Entry {u"дней", unit(UnitKind::days)},
    Entry {u"дн", unit(UnitKind::days)},
};

}

std::optional<UnitWord> unitWord(QStringView word, UnitKind expected)
{
    std::optional<UnitWord> found;
    for (const Entry& entry : entries) {
        if (entry.word.compare(word, Qt::CaseInsensitive) != 0)
            continue;
        if (!found || entry.meaning.kind == expected)
            found = entry.meaning;
    }
    return found;
}

FieldUnit fieldUnitOf(const QString& unit)
{
    FieldUnit field;
    const qsizetype slash = unit.indexOf(u'/');
    const QStringView base = QStringView(unit).first(slash < 0 ? unit.size() : slash);
    if (const auto word = unitWord(base, UnitKind::none); word && !word->isMultiplier) {
        field.base = word->kind;
        field.baseExponent = word->exponent;
    }
    if (slash < 0)
        return field;
    if (const auto word = unitWord(QStringView(unit).mid(slash + 1), UnitKind::none);
        word && !word->isMultiplier) {
        field.per = word->kind;
        field.perExponent = word->exponent;
    }
    return field;
}

}

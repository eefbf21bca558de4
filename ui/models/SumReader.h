#pragma once

#include "ui/models/NumberParser.h"
#include "ui/models/UnitWords.h"

#include <QString>
#include <QStringView>

#include <optional>

namespace ui {

enum class TermKind {
    bare,     // without a unit
    absolute, // with one: in the stored unit
    percent,  // a percentage in a field of another unit: a factor
};

// A part of a sum. `scaled` is in the stored unit; `plain` is what was written, for use as a
// factor. Both come from the digits, so that 12.3 % is the double nearest to 0.123.
struct Term {
    TermKind kind = TermKind::bare;
    double plain = 0.0;
    double scaled = 0.0;
};

// Reads one text, with marks that can be read either way read in one of them. The first error
// stops it.
class SumReader {
public:
    SumReader(QStringView text, const NumberExpectation& expected, QChar decimalMark)
        : m_text(text)
        , m_expected(expected)
        , m_field(fieldUnitOf(expected.unit))
        , m_bareExponent(isPercentField() ? -2 : expected.bareExponent)
        , m_decimalMark(decimalMark)
    {
    }

    std::optional<double> read();

    QString error;                  // why there is no value, without what was expected
    bool isAmbiguous = false;       // whether the decimal mark given made a difference
    std::optional<QChar> shownMark; // the decimal mark that the text itself shows

private:
    bool isPercentField() const { return m_field.base == UnitKind::percent; }

    std::optional<Term> sum();
    std::optional<Term> product();
    std::optional<Term> factor();
    std::optional<Term> quantity();
    std::optional<double> changeByPercent();
    std::optional<double> negativeInParentheses();

    std::optional<Term> added(const Term&, const Term&, bool isDifference);
    std::optional<Term> multiplied(const Term&, const Term&);
    std::optional<Term> divided(const Term&, const Term&);

    // Units around a number; what they say is gathered in the members of Units.
    struct Units {
        int exponent = 0;
        bool hasAny = false;
        bool isPercent = false;
    };
    bool takeUnits(Units&);
    bool takeUnit(const UnitWord&, bool isPer, QStringView word, Units&);
    QStringView wordHere(qsizetype place) const;

    void skipSpaces()
    {
        while (m_place < m_text.size() && m_text[m_place].isSpace())
            ++m_place;
    }
    bool isAtEnd()
    {
        skipSpaces();
        return m_place >= m_text.size();
    }
    QChar next()
    {
        skipSpaces();
        return m_place < m_text.size() ? m_text[m_place] : QChar();
    }
    std::nullopt_t fail(const QString& sentence)
    {
        if (error.isEmpty())
            error = sentence;
        return std::nullopt;
    }

    QStringView m_text;
    const NumberExpectation& m_expected;
    FieldUnit m_field;
    int m_bareExponent;
    QChar m_decimalMark;
    qsizetype m_place = 0;
    qsizetype m_start = 0; // after spaces and a leading "="
};

}

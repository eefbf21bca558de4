#include "ui/models/SumReader.h"

#include "ui/models/DisplayFormat.h"
#include "ui/models/NumberScanner.h"

#include <QCoreApplication>

#include <algorithm>
#include <charconv>
#include <cmath>
#include <limits>
#include <string>

namespace ui {

namespace {

struct Texts {
    Q_DECLARE_TR_FUNCTIONS(NumberParser)
};

Term absolute(double value)
{
    return {TermKind::absolute, value, value};
}

bool isMinus(QChar c)
{
    return c == u'-' || c == QChar(minusSign) || c == QChar(enDash) || c == u'\u2010' ||
           c == u'\u2011' || c == u'\uFE63' || c == u'\uFF0D';
}

bool isTimes(QChar c)
{
    return c == u'*' || c == u'\u00D7' || c == u'\u00B7' || c == u'\u22C5';
}

bool isDivided(QChar c)
{
    return c == u'/' || c == u'\u00F7';
}

// The number that digits such as "12.5" or "12.5e3" stand for, times ten to the power of
// `exponent`.
double numberOf(const std::string& digits, int exponent)
{
    std::string text = digits.front() == '.' ? '0' + digits : digits;
    const std::size_t power = text.find_first_of("eE");
    int stated = 0;
    if (power != std::string::npos) {
        const auto [end, error] =
            std::from_chars(text.data() + power + 1, text.data() + text.size(), stated);
        if (error != std::errc())
            return std::numeric_limits<double>::infinity();
        text.resize(power);
    }
    if (stated > 10000 || stated < -10000)
        return stated > 0 ? std::numeric_limits<double>::infinity() : 0.0;
    text += 'e' + std::to_string(stated + exponent);
    double number = 0.0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
    return error == std::errc() ? number : std::numeric_limits<double>::infinity();
}

}

std::optional<double> SumReader::read()
{
    if (next() == u'=') {
        ++m_place;
        skipSpaces();
    }
    if (isAtEnd())
        return fail(Texts::tr("Nothing is written here."));
    m_start = m_place;
    for (const auto special : {&SumReader::changeByPercent, &SumReader::negativeInParentheses}) {
        if (const std::optional<double> value = (this->*special)())
            return value;
        if (!error.isEmpty())
            return std::nullopt;
        m_place = m_start;
    }
    const std::optional<Term> total = sum();
    if (!total)
        return std::nullopt;
    if (!isAtEnd()) {
        if (m_text[m_place].isDigit())
            return fail(Texts::tr("Two numbers stand side by side."));
        return fail(
            Texts::tr("“%1” is not understood.")
                .arg(m_text.mid(m_place).first(std::min<qsizetype>(m_text.size() - m_place, 20))));
    }
    if (total->kind == TermKind::percent && !unitAfter(m_expected.unit).isEmpty())
        return fail(Texts::tr("A percentage is no value here."));
    return total->scaled;
}

// "+5%" and "-10%".
std::optional<double> SumReader::changeByPercent()
{
    const bool isDown = isMinus(next());
    if (!isDown && next() != u'+')
        return std::nullopt;
    if (!m_expected.oldValue || (isPercentField() && m_expected.minimum < 0.0))
        return std::nullopt;
    ++m_place;
    skipSpaces();
    const ScannedNumber number = scanNumber(m_text.mid(m_place));
    m_place += number.length;
    if (number.length == 0 || !number.isWellFormed || next() != u'%')
        return std::nullopt;
    ++m_place;
    if (!isAtEnd())
        return std::nullopt;
    isAmbiguous = number.isAmbiguous();
    shownMark = number.decimalMark;
    const bool isThousands = isAmbiguous && number.ambiguousMark != m_decimalMark;
    const double change = numberOf(isThousands ? number.asThousands : number.digits, 0);
    return *m_expected.oldValue * (100.0 + (isDown ? -change : change)) / 100.0;
}

// "(1,234.5)", as spreadsheets write negative numbers.
std::optional<double> SumReader::negativeInParentheses()
{
    if (next() != u'(')
        return std::nullopt;
    ++m_place;
    skipSpaces();
    std::optional<Term> inside;
    if (m_place < m_text.size() && !isMinus(m_text[m_place]) && m_text[m_place] != u'+' &&
        m_text[m_place] != u'(')
        inside = quantity();
    if (!inside || next() != u')') {
        error.clear();
        return std::nullopt;
    }
    ++m_place;
    if (!isAtEnd() || inside->kind == TermKind::percent) {
        error.clear();
        return std::nullopt;
    }
    return -inside->scaled;
}

std::optional<Term> SumReader::sum()
{
    std::optional<Term> left = product();
    while (left && (next() == u'+' || isMinus(next()))) {
        const bool isDifference = next() != u'+';
        ++m_place;
        const std::optional<Term> right = product();
        left = right ? added(*left, *right, isDifference) : std::nullopt;
    }
    return left;
}

std::optional<Term> SumReader::product()
{
    std::optional<Term> left;
    if (!isTimes(next()) && !isDivided(next()))
        left = factor();
    else if (m_place != m_start) // only a text that starts with * or / goes on from the old value
        return fail(Texts::tr("A number is missing before “%1”.").arg(next()));
    else if (m_expected.oldValue)
        left = absolute(*m_expected.oldValue);
    else
        return fail(Texts::tr("There is no earlier value to change."));
    while (left && (isTimes(next()) || isDivided(next()))) {
        const bool isProduct = isTimes(next());
        ++m_place;
        const std::optional<Term> right = factor();
        if (!right)
            return std::nullopt;
        left = isProduct ? multiplied(*left, *right) : divided(*left, *right);
    }
    return left;
}

std::optional<Term> SumReader::factor()
{
    const QChar c = next();
    if (c == u'+' || isMinus(c)) {
        ++m_place;
        std::optional<Term> term = factor();
        if (term && c != u'+') {
            term->plain = -term->plain;
            term->scaled = -term->scaled;
        }
        return term;
    }
    if (c != u'(')
        return quantity();
    ++m_place;
    const std::optional<Term> inside = sum();
    if (!inside)
        return std::nullopt;
    if (next() != u')')
        return fail(Texts::tr("A closing parenthesis is missing."));
    ++m_place;
    return inside;
}

// A number with its units before or after it.
std::optional<Term> SumReader::quantity()
{
    Units units;
    if (!takeUnits(units))
        return std::nullopt;
    skipSpaces();
    const ScannedNumber number = scanNumber(m_text.mid(m_place));
    if (number.length == 0) {
        if (isAtEnd())
            return fail(Texts::tr("A number is missing at the end."));
        return fail(
            Texts::tr("“%1” is not a number.")
                .arg(m_text.mid(m_place).first(std::min<qsizetype>(m_text.size() - m_place, 20))));
    }
    if (!number.isWellFormed)
        return fail(
            Texts::tr("The points, commas or spaces of “%1” fit no way of writing a number.")
                .arg(m_text.mid(m_place, number.length)));
    m_place += number.length;
    if (number.decimalMark)
        shownMark = number.decimalMark;
    isAmbiguous = isAmbiguous || number.isAmbiguous();
    const bool isThousands = number.isAmbiguous() && number.ambiguousMark != m_decimalMark;
    const std::string& digits = isThousands ? number.asThousands : number.digits;
    if (!takeUnits(units))
        return std::nullopt;

    if (units.isPercent && !isPercentField()) {
        const double share = numberOf(digits, units.exponent - 2);
        return Term {TermKind::percent, share, share};
    }
    if (units.isPercent)
        return absolute(numberOf(digits, units.exponent - 2));
    if (units.hasAny)
        return absolute(numberOf(digits, units.exponent));
    return Term {TermKind::bare, numberOf(digits, 0), numberOf(digits, m_bareExponent)};
}

QStringView SumReader::wordHere(qsizetype place) const
{
    qsizetype end = place;
    while (end < m_text.size() && m_text[end].isLetter())
        ++end;
    if (end == place && end < m_text.size() &&
        (m_text[end] == u'%' || m_text[end] == u'$' || m_text[end] == u'\u20B8'))
        ++end;
    return m_text.mid(place, end - place);
}

bool SumReader::takeUnits(Units& units)
{
    while (!isAtEnd()) {
        qsizetype place = m_place;
        const bool isPer = m_text[place] == u'/';
        if (isPer) {
            ++place;
            while (place < m_text.size() && m_text[place].isSpace())
                ++place;
        }
        const QStringView word = wordHere(place);
        if (word.isEmpty())
            return true; // a "/" before a number divides
        const std::optional<UnitWord> meaning = unitWord(word, isPer ? m_field.per : m_field.base);
        if (!meaning) {
            fail(Texts::tr("“%1” is not understood.").arg(word));
            return false;
        }
        m_place = place + word.size();
        // "тыс." and "долл." end in a point.
        if (m_place < m_text.size() && m_text[m_place] == u'.' &&
            !(m_place + 1 < m_text.size() && m_text[m_place + 1].isDigit()))
            ++m_place;
        if (!takeUnit(*meaning, isPer, word, units))
            return false;
    }
    return true;
}

bool SumReader::takeUnit(const UnitWord& meaning, bool isPer, QStringView word, Units& units)
{
    if (meaning.kind == UnitKind::percent && !isPer) {
        units.isPercent = true;
        return true;
    }
    units.hasAny = true;
    if (meaning.isMultiplier && !isPer) {
        units.exponent += meaning.exponent;
        return true;
    }
    const UnitKind fitting = isPer ? m_field.per : m_field.base;
    // Of two masses, one alone says too little: "20 t" is no content in g/t.
    const bool isHalf = !isPer && meaning.kind == UnitKind::mass && m_field.per == UnitKind::mass &&
                        next() != u'/' && meaning.exponent != m_field.baseExponent;
    if (meaning.isMultiplier || meaning.kind != fitting || isHalf) {
        fail(Texts::tr("“%1” is not a unit of this field.").arg(word));
        return false;
    }
    if (meaning.kind == UnitKind::mass)
        units.exponent += isPer ? m_field.perExponent - meaning.exponent
                                : meaning.exponent - m_field.baseExponent;
    return true;
}

std::optional<Term> SumReader::added(const Term& a, const Term& b, bool isDifference)
{
    const double sign = isDifference ? -1.0 : 1.0;
    if ((a.kind == TermKind::percent) != (b.kind == TermKind::percent))
        return fail(Texts::tr("A percentage cannot be added to a number; write “*1.05”."));
    const TermKind kind = a.kind == b.kind ? a.kind : TermKind::absolute;
    const double scaled = a.scaled + sign * b.scaled;
    return Term {kind, kind == TermKind::absolute ? scaled : a.plain + sign * b.plain, scaled};
}

std::optional<Term> SumReader::multiplied(const Term& a, const Term& b)
{
    if (b.kind == TermKind::absolute && a.kind != TermKind::absolute)
        return multiplied(b, a);
    if (b.kind == TermKind::absolute && !isPercentField())
        return fail(Texts::tr("Two amounts with units cannot be multiplied."));
    if (a.kind == TermKind::percent && b.kind == TermKind::bare)
        return multiplied(b, a);
    const TermKind kind = a.kind;
    return Term {kind, a.plain * b.plain, a.scaled * b.plain};
}

std::optional<Term> SumReader::divided(const Term& a, const Term& b)
{
    if (b.plain == 0.0)
        return fail(Texts::tr("A number cannot be divided by zero."));
    if (b.kind == TermKind::absolute) {
        if (a.kind != TermKind::absolute)
            return fail(Texts::tr("A number cannot be divided by an amount with a unit."));
        const double ratio = a.scaled / b.scaled;
        return Term {TermKind::bare, ratio, ratio * std::pow(10.0, m_bareExponent)};
    }
    if (a.kind == TermKind::percent && b.kind == TermKind::bare)
        return Term {TermKind::percent, a.plain / b.plain, a.scaled / b.plain};
    return Term {a.kind, a.plain / b.plain, a.scaled / b.plain};
}

}

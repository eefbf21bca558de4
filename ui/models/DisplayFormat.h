#pragma once

#include <QLocale>
#include <QString>

#include <optional>

// Numbers as the window shows them. They are stored in full and rounded only here, half away from
// zero as they are written, and never "−0.0". The minus sign is U+2212, as wide as a plus. Units
// stand in heads and beside fields; only "%" goes with its number, after a no-break space.
//
// What is no finite number reads "not computable"; 10^15 and more is given by a power of ten.
namespace ui {

inline constexpr char16_t minusSign = u'\u2212';
inline constexpr char16_t noBreakSpace = u'\u00A0';
inline constexpr char16_t narrowNoBreakSpace = u'\u202F';
inline constexpr char16_t enDash = u'\u2013';

struct NumberSeparators {
    QString decimal;
    QString group; // between thousands; may be empty

    bool operator==(const NumberSeparators&) const = default;
};

// "1,234.5" in English, "1 234,5" with narrow no-break spaces in Russian and Kazakh.
NumberSeparators separatorsOf(const QLocale&);

enum class NegativeStyle { minus, parentheses };

class DisplayFormat {
public:
    explicit DisplayFormat(const QLocale& = QLocale(), NegativeStyle = NegativeStyle::minus);
    DisplayFormat(NumberSeparators, NegativeStyle);

    // Any number times ten to the power of `exponent`: fixed(12345678, 1, -6) is "12.3".
    QString fixed(double number, int decimals, int exponent = 0) const;

    QString money(double usd) const;                          // million, 1 decimal
    QString statement(double usd, int decimals = 2) const;    // million; zero is a dash
    QString thousands(double amount) const;                   // thousand, 0 decimals: cost tables
    QString tenge(double kzt) const;                          // see tengeIsInBillions()
    QString percent(double fraction, int decimals = 1) const; // "42.0 %"
    QString perKg(double amount) const;                       // 0 decimals, 1 below 100
    QString tonnes(double kg) const;                          // 1 decimal
    QString kilograms(double kg) const;                       // 0 decimals
    QString years(double years) const;                        // "5.5 years"
    QString exchangeRate(double kztPerUsd) const;             // 0 decimals
    QString factor(double number) const;                      // 3 decimals
    QString probability(double fraction) const; // whole percent; "< 1 %" and "> 99 %" at the ends
    static QString year(int year);              // never a separator

    // All digits, as a person would type them: no grouping, a plain minus.
    QString typed(double number, int exponent = 0) const;

    // All digits with grouping, in the unit of an input: 0.425 in "%" is "42.5".
    QString exact(double number, const QString& unit) const;
    // The same with the unit after it: "42.5 %", "650 USD/kg".
    QString exactWithUnit(double number, const QString& unit) const;

private:
    QString dressed(QString digits, const QString& after = {}) const;

    NumberSeparators m_separators;
    NegativeStyle m_negativeStyle;
};

// Whether tenge() gives billions with 2 decimals, above 10 000 million; else millions with none.
// The head of a column must go with its largest figure, so it asks here too.
bool tengeIsInBillions(double kzt);

// The unit as it stands after a number: nothing for "factor", which only says that there is none.
QString unitAfter(const QString& unit);

// What a number of this unit is multiplied with, as a power of ten, to be shown: 2 for "%".
int shownExponent(const QString& unit);

}

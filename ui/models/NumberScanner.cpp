#include "ui/models/NumberScanner.h"

#include <QString>

#include <vector>

namespace ui {

namespace {

bool isDigit(QChar c)
{
    return c >= u'0' && c <= u'9';
}

bool isMark(QChar c)
{
    return c == u'.' || c == u',';
}

bool isApostrophe(QChar c)
{
    return c == u'\'' || c == u'\u2019';
}

// Groups of digits with one separator between each two: '.', ',' or ' '.
struct Groups {
    std::vector<std::string> digits;
    std::vector<char16_t> separators;
    qsizetype length = 0;
};

qsizetype digitsAt(QStringView text, qsizetype place)
{
    qsizetype end = place;
    while (end < text.size() && isDigit(text[end]))
        ++end;
    return end - place;
}

Groups split(QStringView text)
{
    Groups groups;
    qsizetype place = 0;
    const auto takeDigits = [&] {
        const qsizetype count = digitsAt(text, place);
        groups.digits.push_back(text.mid(place, count).toString().toStdString());
        place += count;
    };
    takeDigits();
    while (place < text.size()) {
        const QChar c = text[place];
        // A space or apostrophe belongs to the number only before three digits.
        const bool isGroupSpace = (c.isSpace() || isApostrophe(c)) &&
                                  !groups.digits.back().empty() && digitsAt(text, place + 1) == 3;
        if (!isMark(c) && !isGroupSpace)
            break;
        groups.separators.push_back(isMark(c) ? c.unicode() : u' ');
        ++place;
        takeDigits();
    }
    groups.length = place;
    return groups;
}

// Whether the first `count` groups are thousands: one to three digits, then three each.
bool areThousands(const Groups& groups, std::size_t count)
{
    if (groups.digits[0].empty() || (count > 1 && groups.digits[0].size() > 3))
        return false;
    for (std::size_t i = 1; i < count; ++i)
        if (groups.digits[i].size() != 3 || groups.separators[i - 1] != groups.separators[0])
            return false;
    return true;
}

std::string joined(const Groups& groups, bool hasDecimals)
{
    std::string text;
    for (std::size_t i = 0; i < groups.digits.size(); ++i) {
        if (hasDecimals && i + 1 == groups.digits.size())
            text += '.';
        text += groups.digits[i];
    }
    return text;
}

std::string exponentAt(QStringView text)
{
    if (text.isEmpty() || (text[0] != u'e' && text[0] != u'E'))
        return {};
    const bool hasSign = text.size() > 1 && (text[1] == u'+' || text[1] == u'-');
    const qsizetype count = digitsAt(text, hasSign ? 2 : 1);
    if (count == 0)
        return {};
    return text.first((hasSign ? 2 : 1) + count).toString().toStdString();
}

}

ScannedNumber scanNumber(QStringView text)
{
    const Groups groups = split(text);
    ScannedNumber number;
    bool hasDigits = false;
    for (const std::string& digits : groups.digits)
        hasDigits = hasDigits || !digits.empty();
    if (!hasDigits)
        return number;
    number.length = groups.length;

    const std::size_t last = groups.separators.size();
    std::size_t ofLastKind = 0;
    for (const char16_t separator : groups.separators)
        if (separator == groups.separators.back())
            ++ofLastKind;
    const bool hasDecimals = last > 0 && groups.separators.back() != u' ' && ofLastKind == 1;
    if (!hasDecimals) {
        number.digits = joined(groups, false);
        number.isWellFormed = areThousands(groups, groups.digits.size());
        if (last > 1 && groups.separators.back() != u' ')
            number.decimalMark = groups.separators.back() == u',' ? u'.' : u',';
    } else {
        const std::string& whole = groups.digits[0];
        number.digits = joined(groups, true);
        const QChar mark(groups.separators.back());
        if (last > 1) {
            number.isWellFormed = areThousands(groups, last);
            number.decimalMark = mark;
        } else if (groups.digits[1].size() == 3 && !whole.empty() && whole.size() <= 3 &&
                   whole[0] != '0') {
            number.ambiguousMark = mark;
            number.asThousands = joined(groups, false);
        } else {
            number.decimalMark = mark;
        }
    }

    const std::string exponent = exponentAt(text.mid(number.length));
    if (!exponent.empty()) {
        number.length += static_cast<qsizetype>(exponent.size());
        std::string power = exponent;
        if (power[1] == '+')
            power.erase(1, 1);
        number.digits += power;
        number.ambiguousMark = QChar();
    }
    return number;
}

}

#pragma once

#include <QChar>
#include <QStringView>

#include <optional>
#include <string>

namespace ui {

// A number at the front of a text, as digits for std::from_chars. Decimal marks and marks between
// thousands are told apart by these rules:
//  - spaces of any kind and apostrophes stand between thousands;
//  - where both point and comma occur, the last one is the decimal mark;
//  - a mark that occurs more than once stands between thousands;
//  - one mark is the decimal mark, unless exactly three digits follow it and one to three, not
//    starting with 0, stand before it: then it can be read either way.
struct ScannedNumber {
    qsizetype length = 0;     // characters taken; 0: no number here
    bool isWellFormed = true; // false: the marks fit no way of writing numbers
    std::string digits;       // "1234.5"; of an ambiguous number with its mark as decimal mark
    std::string asThousands;  // of an ambiguous number with its mark between thousands
    QChar ambiguousMark;      // null unless it is ambiguous
    std::optional<QChar> decimalMark; // when the number shows which one its writer uses

    bool isAmbiguous() const { return !ambiguousMark.isNull(); }
};

ScannedNumber scanNumber(QStringView text);

}

#pragma once

#include <QDateTime>
#include <QString>

#include <string>

// What a file tells of its revisions, in the words and the time of the user.
namespace ui {

QDateTime localTime(const std::string& utc);
QString dayText(const std::string& utc);      // "23 Nov 2026"
QString shortDayText(const std::string& utc); // "23 Nov"; with the year where it is another
QString momentText(const std::string& utc);   // "23 Nov, 11:42"; with the year where it is another

// Who saved it; a word where the file has no name.
QString authorText(const std::string& author);

}

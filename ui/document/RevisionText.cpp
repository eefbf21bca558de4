#include "ui/document/RevisionText.h"

#include <QCoreApplication>
#include <QLocale>

using namespace Qt::StringLiterals;

namespace ui {

namespace {

struct Texts {
    Q_DECLARE_TR_FUNCTIONS(RevisionText)
};

}

QDateTime localTime(const std::string& utc)
{
    return QDateTime::fromString(QString::fromStdString(utc), Qt::ISODate).toLocalTime();
}

QString dayText(const std::string& utc)
{
    return QLocale().toString(localTime(utc), u"d MMM yyyy"_s);
}

QString shortDayText(const std::string& utc)
{
    const QDateTime time = localTime(utc);
    const bool isThisYear = time.date().year() == QDate::currentDate().year();
    return isThisYear ? QLocale().toString(time, u"d MMM"_s) : dayText(utc);
}

QString momentText(const std::string& utc)
{
    return u"%1, %2"_s.arg(shortDayText(utc), QLocale().toString(localTime(utc), u"HH:mm"_s));
}

QString authorText(const std::string& author)
{
    return author.empty() ? Texts::tr("unnamed") : QString::fromStdString(author);
}

}

#include "ui/document/IdStem.h"

#include <map>

using namespace Qt::StringLiterals;

namespace ui {

namespace {

constexpr qsizetype longestStem = 48; // ids are 64 characters at most

// Cyrillic letters of Russian and Kazakh in Latin ones.
QString inLatin(QChar letter)
{
    static const std::map<char16_t, QString> letters {{u'а', u"a"_s}, {u'б', u"b"_s},
        {u'в', u"v"_s}, {u'г', u"g"_s}, {u'д', u"d"_s}, {u'е', u"e"_s}, {u'ё', u"e"_s},
        {u'ж', u"zh"_s}, {u'з', u"z"_s}, {u'и', u"i"_s}, {u'й', u"i"_s}, {u'к', u"k"_s},
        {u'л', u"l"_s}, {u'м', u"m"_s}, {u'н', u"n"_s}, {u'о', u"o"_s}, {u'п', u"p"_s},
        {u'р', u"r"_s}, {u'с', u"s"_s}, {u'т', u"t"_s}, {u'у', u"u"_s}, {u'ф', u"f"_s},
        {u'х', u"kh"_s}, {u'ц', u"ts"_s}, {u'ч', u"ch"_s}, {u'ш', u"sh"_s}, {u'щ', u"shch"_s},
        {u'ъ', u""_s}, {u'ы', u"y"_s}, {u'ь', u""_s}, {u'э', u"e"_s}, {u'ю', u"yu"_s},
        {u'я', u"ya"_s}, {u'ә', u"a"_s}, {u'ғ', u"g"_s}, {u'қ', u"q"_s}, {u'ң', u"n"_s},
        {u'ө', u"o"_s}, {u'ұ', u"u"_s}, {u'ү', u"u"_s}, {u'һ', u"h"_s}, {u'і', u"i"_s}};
    const auto found = letters.find(letter.unicode());
    return found == letters.end() ? QString() : found->second;
}

}

std::string idStemOf(const QString& name)
{
    QString stem;
    for (const QChar c : name.toLower()) {
        if ((c >= u'a' && c <= u'z') || (c >= u'0' && c <= u'9'))
            stem += c;
        else if (c.isLetter())
            stem += inLatin(c);
        else if (!stem.isEmpty() && !stem.endsWith(u'_'))
            stem += u'_';
    }
    stem.truncate(longestStem);
    while (stem.endsWith(u'_'))
        stem.chop(1);
    return stem.isEmpty() ? "entry" : stem.toStdString();
}

}

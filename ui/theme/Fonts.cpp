#include "ui/theme/Fonts.h"

#include "ui/theme/Resources.h"

#include <QFontDatabase>
#include <QFontInfo>
#include <QStringList>

using namespace Qt::StringLiterals;

namespace ui {

namespace {

QStringList loadFamilies()
{
    initialiseResources();
#ifdef Q_OS_WIN
    // The first font in use makes Qt go through all there are, and Wine loses one in memory that
    // has not drawn by then. So the first is another.
    static_cast<void>(QFontInfo(QFont()).family());
#endif
    for (const QString& weight : {u"Regular"_s, u"Medium"_s, u"SemiBold"_s})
        QFontDatabase::addApplicationFont(u":/galval/fonts/GalvalInter-%1.otf"_s.arg(weight));
    return {u"Galval Inter"_s, u"Segoe UI"_s, u"Noto Sans"_s};
}

}

QFont programFont(double size, QFont::Weight weight)
{
    static const QStringList families = loadFamilies();
    QFont font;
    font.setFamilies(families);
    font.setPixelSize(qRound(size));
    font.setWeight(weight);
    // The same widths at every scale and on paper.
    font.setHintingPreference(QFont::PreferNoHinting);
    return font;
}

}

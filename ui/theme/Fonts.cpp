#include "ui/theme/Fonts.h"

#include "ui/theme/Resources.h"

#include <QCoreApplication>
#include <QFileInfo>
#include <QFontDatabase>
#include <QFontInfo>
#include <QStringList>

using namespace Qt::StringLiterals;

namespace ui {

namespace {

// On Windows files beside the program, where it is installed: a font in memory has no name there
// that a PDF could refer to, and its text would become outlines.
QString folderOfFonts()
{
#ifdef Q_OS_WIN
    const QString installed = QCoreApplication::applicationDirPath() + u"/fonts"_s;
    if (QFileInfo::exists(installed))
        return installed;
#endif
    return u":/galval/fonts"_s;
}

QStringList loadFamilies()
{
    initialiseResources();
#ifdef Q_OS_WIN
    // The first font in use makes Qt go through all there are, and Wine loses one in memory that
    // has not drawn by then. So the first is another.
    static_cast<void>(QFontInfo(QFont()).family());
#endif
    const QString folder = folderOfFonts();
    for (const QString& weight : {u"Regular"_s, u"Medium"_s, u"SemiBold"_s})
        QFontDatabase::addApplicationFont(u"%1/GalvalInter-%2.otf"_s.arg(folder, weight));
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

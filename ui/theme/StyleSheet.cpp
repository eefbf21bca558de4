#include "ui/theme/StyleSheet.h"

#include "ui/theme/Resources.h"
#include "ui/theme/Theme.h"

#include <QFile>
#include <QHash>
#include <QRegularExpression>
#include <QStyle>
#include <QWidget>

using namespace Qt::StringLiterals;

namespace ui {

namespace {

QString readTemplate()
{
    initialiseResources();
    QFile file(u":/galval/galval.qss"_s);
    file.open(QFile::ReadOnly);
    return QString::fromUtf8(file.readAll());
}

QHash<QString, QColor> coloursOf(const Theme& theme)
{
    return {{u"chrome"_s, theme.chrome}, {u"surface"_s, theme.surface},
        {u"surface2"_s, theme.surface2}, {u"hover"_s, theme.hover}, {u"text"_s, theme.text},
        {u"text2"_s, theme.text2}, {u"rule"_s, theme.rule}, {u"rule2"_s, theme.rule2},
        {u"zero"_s, theme.zero}, {u"accent"_s, theme.accent},
        {u"accentHover"_s, theme.accentHover()}, {u"accentSoft"_s, theme.accentSoft},
        {u"onAccent"_s, theme.onAccent}, {u"warning"_s, theme.warning}, {u"error"_s, theme.error},
        {u"errorGround"_s, theme.errorGround}, {u"disabledText"_s, theme.disabledText()}};
}

}

QString styleSheet(const Theme& theme, double textScale)
{
    static const QString sheetTemplate = readTemplate();
    static const QRegularExpression placeholder(
        u"@(?:px\\((\\d+)(?:-(\\d+))?\\)|([A-Za-z0-9]+))"_s);
    const QHash<QString, QColor> colours = coloursOf(theme);
    QString sheet;
    qsizetype end = 0;
    for (auto found = placeholder.globalMatch(sheetTemplate); found.hasNext();) {
        const QRegularExpressionMatch match = found.next();
        sheet += sheetTemplate.mid(end, match.capturedStart() - end);
        if (match.hasCaptured(1)) {
            const int length = qRound(match.captured(1).toInt() * textScale);
            sheet += u"%1px"_s.arg(length - match.captured(2).toInt());
        } else {
            Q_ASSERT(colours.contains(match.captured(3)));
            sheet += colours.value(match.captured(3)).name();
        }
        end = match.capturedEnd();
    }
    return sheet + sheetTemplate.mid(end);
}

void restyle(QWidget& widget)
{
    widget.style()->unpolish(&widget);
    widget.style()->polish(&widget);
    widget.update();
}

}

#include "ui/pages/SourceLine.h"

#include "core/report/figure/FigureParts.h"
#include "ui/document/FileHistory.h"
#include "ui/document/RevisionText.h"
#include "ui/document/Session.h"
#include "ui/figures/FigureLayout.h"

#include <QFileInfo>
#include <QLocale>

#include <utility>

using namespace Qt::StringLiterals;

namespace ui {

QString sourceLine(const Session& session, core::FigureSource source)
{
    if (!session.filePath().isEmpty())
        source.project = QFileInfo(session.filePath()).completeBaseName().toStdString();
    const core::Origin origin = session.history().origin();
    const QString day = origin.revision ? dayText(origin.time())
                                        : QLocale().toString(QDate::currentDate(), u"d MMM yyyy"_s);
    const QString revision = textOf(core::originText(origin, day.toStdString()));
    return textOf(core::sourceLine(source, revision.toStdString()));
}

QString sourceLine(const Session& session)
{
    return session.evaluation() ? sourceLine(session, core::sourceOf(*session.evaluation()))
                                : QString();
}

}

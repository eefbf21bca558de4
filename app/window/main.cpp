// galval: the window. What it can do is in ui/window; here it is only started.

#include "ui/document/Preferences.h"
#include "ui/document/Session.h"
#include "ui/document/UnsavedWork.h"
#include "ui/theme/Appearance.h"
#include "ui/theme/Language.h"
#include "ui/window/MainWindow.h"
#include "ui/window/ProjectFiles.h"
#include "ui/window/Screenshots.h"

#include <QApplication>
#include <QCommandLineParser>
#include <QStandardPaths>
#include <QTextStream>

using namespace Qt::StringLiterals;

namespace {

int fail(const QString& sentence)
{
    QTextStream(stderr) << u"galval: "_s << sentence << Qt::endl;
    return 2;
}

}

int main(int argc, char** argv)
{
    QApplication application(argc, argv);
    QApplication::setOrganizationName(u"Galval"_s);
    QApplication::setApplicationName(u"Galval"_s);
    QApplication::setApplicationVersion(QStringLiteral(GALVAL_VERSION));
    ui::installLanguage(application);

    QCommandLineParser parser;
    parser.setApplicationDescription(u"Techno-economic evaluation of by-product metal recovery."_s);
    parser.addHelpOption();
    parser.addVersionOption();
    const QCommandLineOption screenshots(u"screenshots"_s,
        u"Draw every page, light and dark, into the folder DIR as PNG files, and end."_s, u"DIR"_s);
    parser.addOption(screenshots);
    const QCommandLineOption isNew(
        u"new"_s, u"Begin with the default project instead of the start screen."_s);
    parser.addOption(isNew);
    parser.addPositionalArgument(u"FILE"_s, u"A project, .galval or .json."_s, u"[FILE]"_s);
    parser.process(application);
    const QStringList files = parser.positionalArguments();
    if (files.size() > 1)
        return fail(u"one file at most can be opened in a window."_s);

    if (parser.isSet(screenshots)) {
        const QString failure = ui::takeScreenshots(files.value(0), parser.value(screenshots));
        return failure.isEmpty() ? 0 : fail(failure);
    }

    ui::Preferences preferences;
    ui::Appearance appearance(preferences);
    appearance.apply();
    ui::Session session;
    ui::UnsavedWork unsavedWork(session,
        QStandardPaths::writableLocation(QStandardPaths::AppLocalDataLocation) + u"/recovery"_s);
    ui::MainWindow window(session, appearance, preferences);
    window.offer(unsavedWork);
    if (files.isEmpty() && !parser.isSet(isNew))
        window.showStart();
    window.show();
    if (!files.isEmpty())
        window.files().openFile(files.constFirst());
    return QApplication::exec();
}

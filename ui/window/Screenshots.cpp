#include "ui/window/Screenshots.h"

#include "ui/document/FileThreads.h"
#include "ui/document/Preferences.h"
#include "ui/document/Session.h"
#include "ui/pages/Page.h"
#include "ui/pages/PageList.h"
#include "ui/theme/Appearance.h"
#include "ui/window/MainWindow.h"

#include <QApplication>
#include <QDir>
#include <QTemporaryDir>
#include <QThreadPool>

using namespace Qt::StringLiterals;

namespace ui {

namespace {

struct Size {
    QLatin1StringView name;
    QSize size;
};

constexpr std::array sizes {
    Size {"1440x900"_L1, QSize(1440, 900)}, Size {"1180x720"_L1, QSize(1180, 720)}};

bool saveAs(MainWindow& window, const QString& path)
{
    // Layouts and refreshes that wait for the event loop come first, and what is computed beside
    // it.
    for (int i = 0; i < 10; ++i) {
        QCoreApplication::processEvents();
        QThreadPool::globalInstance()->waitForDone();
        fileThreads().waitForDone();
    }
    return window.grab().save(path);
}

}

QString takeScreenshots(const QString& file, const QString& folder)
{
    if (!QDir().mkpath(folder))
        return MainWindow::tr("The folder “%1” cannot be made.").arg(folder);
    const QDir target(folder);
    const QTemporaryDir settings;
    Preferences preferences(settings.filePath(u"settings.ini"_s));
    Appearance appearance(preferences);
    appearance.apply();
    Session session;
    if (!file.isEmpty())
        if (const core::Status status = session.open(file); !status)
            return QString::fromStdString(core::sentence(status.error().problems.front()));
    MainWindow window(session, appearance, preferences);
    window.show();
    for (const ThemeChoice theme : {ThemeChoice::light, ThemeChoice::dark}) {
        preferences.setTheme(theme);
        for (const Size& size : sizes) {
            window.resize(size.size);
            const auto path = [&](const QString& name) {
                return target.filePath(u"%1-%2-%3.png"_s.arg(
                    name, theme == ThemeChoice::light ? u"light"_s : u"dark"_s, size.name));
            };
            for (const PageId id : allPages()) {
                window.goToPage(id);
                const QString name = window.page(id)->objectName().section(u'.', -1);
                if (!saveAs(window, path(name)))
                    return MainWindow::tr("“%1” could not be written.").arg(path(name));
            }
            if (!session.evaluation())
                continue;
            const int year = session.evaluation()->project().timeline.startOfOperations + 2;
            window.goToPage(PageId::cashFlow);
            window.explain({core::ResultCase::project, "income_tax", year});
            saveAs(window, path(u"cashFlow-explain"_s));
            window.closeSidePanel();
            window.showStart();
            saveAs(window, path(u"start"_s));
            window.showProject();
        }
    }
    return {};
}

}

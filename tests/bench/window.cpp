#include "core/report/figure/Figures.h"
#include "tests/support/LargeProject.h"
#include "ui/document/Preferences.h"
#include "ui/document/Session.h"
#include "ui/figures/FigureFile.h"
#include "ui/pages/Page.h"
#include "ui/pages/PageList.h"
#include "ui/theme/Appearance.h"
#include "ui/window/MainWindow.h"
#include "ui/window/PageExport.h"

#include <benchmark/benchmark.h>

#include <QApplication>
#include <QEvent>
#include <QTemporaryDir>

#include <memory>
#include <optional>
#include <string>

using namespace Qt::StringLiterals;

// What an edit costs until every figure in the window shows it, and what opening a window costs.
namespace {

using namespace ui;

struct Desk {
    QTemporaryDir folder;
    Preferences preferences {folder.filePath(u"settings.ini"_s)};
    Appearance appearance {preferences};
    Session session;
};

// Counts the paintings of the window's contents.
class PaintCounter : public QObject {
public:
    int count = 0;

protected:
    bool eventFilter(QObject*, QEvent* event) override
    {
        count += event->type() == QEvent::Paint ? 1 : 0;
        return false;
    }
};

// Counts what the layouts and the paintings of all widgets still wait for.
class WorkCounter : public QObject {
public:
    int count = 0;

    WorkCounter() { qApp->installEventFilter(this); }

protected:
    bool eventFilter(QObject*, QEvent* event) override
    {
        count += event->type() == QEvent::LayoutRequest || event->type() == QEvent::Paint ? 1 : 0;
        return false;
    }
};

// Until nothing is left to be laid out or painted; how many turns of the event loop it took.
int settle()
{
    WorkCounter work;
    int turns = 0;
    do {
        work.count = 0;
        QCoreApplication::processEvents();
        ++turns;
    } while (work.count > 0);
    return turns;
}

// Which of two, so that each measurement is taken of both.
enum class Size { usual, large };

struct OpenWindow : Desk {
    explicit OpenWindow(Size size)
    {
        if (size == Size::large && !session.edit(u"Large"_s, support::largeProject()))
            qFatal("the large project was refused");
        appearance.apply();
        window.emplace(session, appearance, preferences);
        window->resize(1440, 900);
        window->show();
        settle();
    }

    void goTo(PageId page)
    {
        window->goToPage(page);
        settle();
    }

    std::optional<MainWindow> window;
};

void openWindow(benchmark::State& state, Size size)
{
    for (auto _ : state)
        OpenWindow desk(size);
}
BENCHMARK_CAPTURE(openWindow, usual, Size::usual)->Unit(benchmark::kMillisecond);
BENCHMARK_CAPTURE(openWindow, large, Size::large)->Unit(benchmark::kMillisecond);

// In a window that shows another project.
void openProject(benchmark::State& state, Size size)
{
    OpenWindow desk(size);
    const QString path = desk.folder.filePath(u"project.galval"_s);
    if (!desk.session.saveAs(path))
        state.SkipWithError("the project was not saved");
    for (auto _ : state) {
        state.PauseTiming();
        desk.session.newProject();
        settle();
        state.ResumeTiming();
        if (!desk.session.open(path))
            state.SkipWithError("the project was not opened");
        settle();
    }
}
BENCHMARK_CAPTURE(openProject, usual, Size::usual)->Unit(benchmark::kMillisecond);
BENCHMARK_CAPTURE(openProject, large, Size::large)->Unit(benchmark::kMillisecond);

// Of one page at a time, in a window.
void editToPaintedPage(benchmark::State& state, Size size, PageId page)
{
    OpenWindow desk(size);
    desk.goTo(page);
    PaintCounter counter;
    for (QWidget* const widget : desk.window->currentPage()->findChildren<QWidget*>())
        widget->installEventFilter(&counter);
    double price = 1.0;
    for (auto _ : state) {
        const int before = counter.count;
        price = price == 1.0 ? 1.01 : 1.0;
        if (!desk.session.setInput(u"levers.price"_s, price))
            state.SkipWithError("the edit was refused");
        while (counter.count == before)
            QCoreApplication::processEvents();
    }
    state.counters["paintings"] =
        benchmark::Counter(static_cast<double>(counter.count), benchmark::Counter::kAvgIterations);
}

PageId otherPage(PageId page)
{
    return page == PageId::overview ? PageId::tax : PageId::overview;
}

void showFirst(benchmark::State& state, Size size, PageId page)
{
    for (auto _ : state) {
        state.PauseTiming();
        auto desk = std::make_unique<OpenWindow>(size);
        desk->goTo(otherPage(page));
        state.ResumeTiming();
        desk->goTo(page);
        state.PauseTiming();
        desk.reset();
        state.ResumeTiming();
    }
}

// In a window in which every page has been shown. The theme or the size of text changes before each
// turn, which measures what follows.
using Change = void (*)(Preferences&, bool isOther);

void changeTheme(Preferences& preferences, bool isOther)
{
    preferences.setTheme(isOther ? ThemeChoice::dark : ThemeChoice::light);
}

void changeTextSize(Preferences& preferences, bool isOther)
{
    preferences.setTextSizePercent(isOther ? 115 : 100);
}

void follow(benchmark::State& state, Size size, PageId page, Change change)
{
    OpenWindow desk(size);
    for (const PageId each : allPages())
        desk.goTo(each);
    desk.goTo(page);
    bool isOther = false;
    int turns = 0;
    for (auto _ : state) {
        isOther = !isOther;
        change(desk.preferences, isOther);
        turns += settle();
    }
    state.counters["turns"] = benchmark::Counter(turns, benchmark::Counter::kAvgIterations);
}

void followLater(benchmark::State& state, Size size, PageId page, Change change)
{
    OpenWindow desk(size);
    for (const PageId each : allPages())
        desk.goTo(each);
    bool isOther = false;
    for (auto _ : state) {
        state.PauseTiming();
        desk.goTo(otherPage(page));
        isOther = !isOther;
        change(desk.preferences, isOther);
        settle();
        state.ResumeTiming();
        desk.goTo(page);
    }
}

void registerPages(const std::string& prefix, Size size)
{
    for (const PageId page : allPages()) {
        const std::string name = descriptionOf(page).name.section(u'.', 1).toStdString();
        const auto add = [&](const std::string& what, auto measure, auto... more) {
            benchmark::RegisterBenchmark(
                (prefix + what + '/' + name).c_str(), measure, size, page, more...)
                ->Unit(benchmark::kMillisecond);
        };
        if (page != PageId::history) // which no edit changes
            add("editToPaintedPage", editToPaintedPage);
        add("goToPage/first", showFirst);
        add("changeTheme", follow, &changeTheme);
        add("changeTextSize", follow, &changeTextSize);
        add("goToPage/after_theme", followLater, &changeTheme);
        add("goToPage/after_text_size", followLater, &changeTextSize);
    }
}

void saveAndOpen(benchmark::State& state)
{
    Desk desk;
    const QString path = desk.folder.filePath(u"project.galval"_s);
    for (auto _ : state)
        if (!desk.session.saveAs(path) || !desk.session.open(path))
            state.SkipWithError("the project was not saved and opened");
}
BENCHMARK(saveAndOpen)->Unit(benchmark::kMillisecond);

// What the window waits for; pictures are compressed and written beside it.
void exportFigure(benchmark::State& state, FigureFormat format)
{
    Desk desk;
    const core::Figure figure = core::cumulativeCashFlowFigure(*desk.session.evaluation());
    for (auto _ : state)
        benchmark::DoNotOptimize(FigureFile(figure, {}, desk.folder.filePath(u"figure"_s), format));
}
BENCHMARK_CAPTURE(exportFigure, png, FigureFormat::png)->Unit(benchmark::kMillisecond);
BENCHMARK_CAPTURE(exportFigure, png_4x, FigureFormat::pngQuadruple)->Unit(benchmark::kMillisecond);
BENCHMARK_CAPTURE(exportFigure, svg, FigureFormat::svg)->Unit(benchmark::kMillisecond);
BENCHMARK_CAPTURE(exportFigure, pdf, FigureFormat::pdf)->Unit(benchmark::kMillisecond);

void exportPage(benchmark::State& state)
{
    Desk desk;
    desk.appearance.apply();
    MainWindow window(desk.session, desk.appearance, desk.preferences);
    window.resize(1440, 900);
    window.show();
    for (auto _ : state)
        if (!writePagePdf(*window.currentPage(), desk.folder.filePath(u"page.pdf"_s)).isEmpty())
            state.SkipWithError("the page was not written");
}
BENCHMARK(exportPage)->Unit(benchmark::kMillisecond);

}

int main(int argc, char** argv)
{
    qputenv("QT_QPA_PLATFORM", "offscreen");
    QApplication application(argc, argv);
    benchmark::Initialize(&argc, argv);
    registerPages("", Size::usual);
    registerPages("large/", Size::large);
    benchmark::RunSpecifiedBenchmarks();
    benchmark::Shutdown();
}

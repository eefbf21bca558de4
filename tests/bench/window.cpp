#include "core/report/figure/Figures.h"
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

#include <functional>
#include <memory>

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

void editToPaintedPage(benchmark::State& state, PageId page)
{
    Desk desk;
    desk.appearance.apply(*qApp);
    MainWindow window(desk.session, desk.appearance, desk.preferences);
    window.resize(1440, 900);
    window.show();
    window.goToPage(page);
    QCoreApplication::processEvents();
    PaintCounter counter;
    for (QWidget* const widget : window.currentPage()->findChildren<QWidget*>())
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
BENCHMARK_CAPTURE(editToPaintedPage, overview, PageId::overview)->Unit(benchmark::kMillisecond);
BENCHMARK_CAPTURE(editToPaintedPage, prices, PageId::prices)->Unit(benchmark::kMillisecond);
BENCHMARK_CAPTURE(editToPaintedPage, costs, PageId::costs)->Unit(benchmark::kMillisecond);
BENCHMARK_CAPTURE(editToPaintedPage, capital, PageId::capital)->Unit(benchmark::kMillisecond);
BENCHMARK_CAPTURE(editToPaintedPage, tax, PageId::tax)->Unit(benchmark::kMillisecond);
BENCHMARK_CAPTURE(editToPaintedPage, cash_flow, PageId::cashFlow)->Unit(benchmark::kMillisecond);

void openWindow(benchmark::State& state)
{
    for (auto _ : state) {
        Desk desk;
        desk.appearance.apply(*qApp);
        MainWindow window(desk.session, desk.appearance, desk.preferences);
        window.resize(1440, 900);
        window.show();
        QCoreApplication::processEvents();
    }
}
BENCHMARK(openWindow)->Unit(benchmark::kMillisecond);

void goToPage(benchmark::State& state)
{
    Desk desk;
    desk.appearance.apply(*qApp);
    MainWindow window(desk.session, desk.appearance, desk.preferences);
    window.resize(1440, 900);
    window.show();
    std::size_t next = 0;
    for (auto _ : state) {
        window.goToPage(allPages()[next++ % allPages().size()]);
        QCoreApplication::processEvents();
    }
}
BENCHMARK(goToPage)->Unit(benchmark::kMillisecond);

enum class Shown { overview, allPages };

// Pages that have been shown stay, and follow the theme and the size of text.
void changeAppearance(
    benchmark::State& state, Shown shown, const std::function<void(Preferences&, bool)>& change)
{
    Desk desk;
    desk.appearance.apply(*qApp);
    MainWindow window(desk.session, desk.appearance, desk.preferences);
    window.resize(1440, 900);
    window.show();
    if (shown == Shown::allPages)
        for (const PageId page : allPages()) {
            window.goToPage(page);
            QCoreApplication::processEvents();
        }
    window.goToPage(PageId::overview);
    QCoreApplication::processEvents();
    bool isOther = false;
    for (auto _ : state) {
        isOther = !isOther;
        change(desk.preferences, isOther);
        QCoreApplication::processEvents();
    }
}

void changeTheme(benchmark::State& state, Shown shown)
{
    changeAppearance(state, shown, [](Preferences& preferences, bool isOther) {
        preferences.setTheme(isOther ? ThemeChoice::dark : ThemeChoice::light);
    });
}
BENCHMARK_CAPTURE(changeTheme, overview, Shown::overview)->Unit(benchmark::kMillisecond);
BENCHMARK_CAPTURE(changeTheme, all_pages, Shown::allPages)->Unit(benchmark::kMillisecond);

void changeTextSize(benchmark::State& state, Shown shown)
{
    changeAppearance(state, shown, [](Preferences& preferences, bool isOther) {
        preferences.setTextSizePercent(isOther ? 115 : 100);
    });
}
BENCHMARK_CAPTURE(changeTextSize, overview, Shown::overview)->Unit(benchmark::kMillisecond);
BENCHMARK_CAPTURE(changeTextSize, all_pages, Shown::allPages)->Unit(benchmark::kMillisecond);

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
    desk.appearance.apply(*qApp);
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
    benchmark::RunSpecifiedBenchmarks();
    benchmark::Shutdown();
}

#include "core/project/DefaultProject.h"
#include "core/report/figure/Figures.h"
#include "ui/figures/FigureChart.h"
#include "ui/figures/FigureExport.h"
#include "ui/figures/FigureView.h"

#include <QApplication>
#include <QDir>
#include <QElapsedTimer>
#include <QFile>
#include <QTextStream>

#include <map>

using namespace core;

namespace {

using SharedEvaluation = std::shared_ptr<const Evaluation>;

std::vector<Figure> allFigures(const Evaluation& evaluation)
{
    return {cumulativeCashFlowFigure(evaluation), reuseBridgeFigure(evaluation),
        deckNpvFigure(evaluation), productionFigure(evaluation), priceDecksFigure(evaluation),
        costPerKgFigure(evaluation), capitalFigure(evaluation), taxFigure(evaluation),
        explainBars(evaluation, evaluation.rows().project.freeCashFlow)};
}

std::map<QString, Project> unusualProjects()
{
    std::map<QString, Project> projects;
    Project& poor = projects[QStringLiteral("all-decks-negative")] = defaultProject();
    poor.levers.price = 0.3;

    Project& one = projects[QStringLiteral("one-deck")] = defaultProject();
    one.priceDecks.resize(1);
    one.priceDecks[0].probability = 1.0;
    one.activeDeck = one.priceDecks[0].id;
    one.scenarios.clear();
    one.analysis.reset();

    Project& twelve = projects[QStringLiteral("twelve-decks")] = defaultProject();
    for (int i = 0; i < 6; ++i) {
        PriceDeck deck = twelve.priceDecks[static_cast<std::size_t>(i)];
        deck.id += "_2";
        deck.name += " with a name that is much too long";
        twelve.priceDecks.push_back(deck);
    }
    for (PriceDeck& deck : twelve.priceDecks)
        deck.probability /= 2.0;

    Project& century = projects[QStringLiteral("sixty-years")] = defaultProject();
    century.timeline.yearsOfOperation = 59;

    Project& tiny = projects[QStringLiteral("tiny")] = defaultProject();
    tiny.production.nameplateKgPerYear = 0.02;
    for (CostLine& line : tiny.costLines)
        line.fixed = line.hostFixed = 0.0;
    for (CapitalItem& item : tiny.capital.items) {
        item.amount *= 1e-6;
        item.standaloneAmount *= 1e-6;
    }
    tiny.capital.closureAmount = tiny.capital.standaloneClosureAmount = 0.0;
    return projects;
}

void renderAll(const Evaluation& evaluation, const QDir& folder, const QString& prefix)
{
    for (const Figure& figure : allFigures(evaluation)) {
        const QString name = prefix + QString::fromStdString(figure.id);
        for (const bool isDark : {false, true}) {
            ui::FigureView view;
            ui::FigureStyle style = isDark ? ui::FigureStyle::dark() : ui::FigureStyle::light();
            QPalette palette = view.palette();
            palette.setColor(QPalette::Window, style.surface);
            view.setPalette(palette);
            view.setStyle(style);
            view.resize(570, 300);
            view.setFigure(figure);
            view.grab().save(folder.filePath(
                name + (isDark ? QStringLiteral("-dark.png") : QStringLiteral("-light.png"))));
        }
        const ui::FigureExport job {
            figure, {1280, 720}, ui::textOf(sourceLine(figure.source, "rev. 21, 23 Nov 2026"))};
        job.image(1.0).save(folder.filePath(name + QStringLiteral("-slide.png")));
    }
}

// What an edit costs a figure that is shown, in milliseconds.
void measure(const Evaluation& before, const Evaluation& after, QTextStream& out)
{
    const std::vector<Figure> first = allFigures(before);
    const std::vector<Figure> second = allFigures(after);
    for (std::size_t i = 0; i < first.size(); ++i) {
        ui::FigureView view;
        view.resize(570, 300);
        view.show();
        view.setFigure(first[i]);
        QApplication::processEvents();
        constexpr int rounds = 50;
        QElapsedTimer timer;
        timer.start();
        for (int round = 0; round < rounds; ++round)
            view.setFigure(round % 2 == 0 ? second[i] : first[i]);
        const double updating = static_cast<double>(timer.nsecsElapsed()) / rounds / 1e6;
        QImage surface(view.size(), QImage::Format_ARGB32_Premultiplied);
        timer.restart();
        for (int round = 0; round < rounds; ++round)
            view.render(&surface);
        const double painting = static_cast<double>(timer.nsecsElapsed()) / rounds / 1e6;
        timer.restart();
        for (int round = 0; round < rounds; ++round)
            allFigures(after);
        const double building = static_cast<double>(timer.nsecsElapsed()) / rounds / 1e6;
        out << QString::fromStdString(first[i].id) << ": update " << updating << " ms, paint "
            << painting << " ms; building all figures " << building << " ms\n";
    }
}

}

int main(int argc, char** argv)
{
    QApplication application(argc, argv);
    QTextStream out(stdout);
    const QStringList arguments = QApplication::arguments();
    if (arguments.size() != 2) {
        out << "render_figures FOLDER\n";
        return 2;
    }
    const QDir folder(arguments[1]);
    folder.mkpath(QStringLiteral("."));
    const Result<SharedEvaluation> base = Evaluation::of(defaultProject());
    if (!base)
        return 1;
    renderAll(**base, folder, {});
    for (const auto& [name, project] : unusualProjects()) {
        const Result<SharedEvaluation> evaluation = Evaluation::of(project);
        if (evaluation)
            renderAll(**evaluation, folder, name + QLatin1Char('-'));
        else
            out << name << ": " << QString::fromStdString(sentence(evaluation.error().problems[0]))
                << '\n';
    }
    Project dearer = defaultProject();
    dearer.levers.price = 1.1;
    if (const Result<SharedEvaluation> other = Evaluation::of(dearer))
        measure(**base, **other, out);
    return 0;
}

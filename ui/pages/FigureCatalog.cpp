#include "ui/pages/FigureCatalog.h"

#include "core/report/figure/Figures.h"
#include "ui/document/Session.h"

#include <QCoreApplication>

#include <algorithm>
#include <array>

using namespace Qt::StringLiterals;

namespace ui {

namespace {

using core::Evaluation;
using core::Figure;
using core::MoneyView;

struct Texts {
    Q_DECLARE_TR_FUNCTIONS(FigureCatalog)
};

struct Entry {
    QLatin1StringView id;
    const char* label;
    PageId page;
    Figure (*make)(const Evaluation&, MoneyView);
};

constexpr std::array entries {
    Entry {"cumulative_cash_flow"_L1,
        QT_TRANSLATE_NOOP("FigureCatalog", "Cumulative cash flow by price deck"), PageId::cashFlow,
        core::cumulativeCashFlowFigure},
    Entry {"reuse_bridge"_L1,
        QT_TRANSLATE_NOOP("FigureCatalog", "Bridge from stand-alone to reuse"), PageId::costs,
        core::reuseBridgeFigure},
    Entry {"deck_npv"_L1, QT_TRANSLATE_NOOP("FigureCatalog", "NPV by price deck"), PageId::prices,
        core::deckNpvFigure},
    Entry {"cost_per_kg"_L1, QT_TRANSLATE_NOOP("FigureCatalog", "Operating cost per kilogram"),
        PageId::costs,
        [](const Evaluation& evaluation, MoneyView) { return core::costPerKgFigure(evaluation); }},
    Entry {"price_decks"_L1, QT_TRANSLATE_NOOP("FigureCatalog", "Prices by deck"), PageId::prices,
        [](const Evaluation& evaluation, MoneyView view) {
            return core::priceDecksFigure(evaluation, 0, view.terms);
        }},
    Entry {"production"_L1, QT_TRANSLATE_NOOP("FigureCatalog", "Output by year"),
        PageId::production,
        [](const Evaluation& evaluation, MoneyView) { return core::productionFigure(evaluation); }},
    Entry {"capital"_L1, QT_TRANSLATE_NOOP("FigureCatalog", "Capital by year"), PageId::capital,
        core::capitalFigure},
    Entry {"tax"_L1, QT_TRANSLATE_NOOP("FigureCatalog", "Taxes and royalty by year"), PageId::tax,
        core::taxFigure},
};

const Entry& entryOf(const QString& id)
{
    const auto found = std::find_if(
        entries.begin(), entries.end(), [&](const Entry& entry) { return entry.id == id; });
    return found == entries.end() ? entries.front() : *found;
}

}

QStringList overviewFigureIds()
{
    QStringList ids;
    for (const Entry& entry : entries)
        ids += entry.id;
    return ids;
}

QStringList usualOverviewFigureIds()
{
    return overviewFigureIds().first(4);
}

QString overviewFigureLabel(const QString& id)
{
    return Texts::tr(entryOf(id).label);
}

PageId pageOfOverviewFigure(const QString& id)
{
    return entryOf(id).page;
}

Figure overviewFigure(const Workspace& workspace, const QString& id)
{
    const Session& session = workspace.session();
    return entryOf(id).make(*session.evaluation(), session.view());
}

}

#include "ui/pages/overview/FigureCatalog.h"

#include "core/analysis/Tornado.h"
#include "core/report/figure/Figures.h"
#include "core/report/figure/SensitivityFigures.h"
#include "ui/document/Session.h"

#include <QCoreApplication>

#include <algorithm>
#include <array>

using namespace Qt::StringLiterals;

namespace ui {

namespace {

using core::Figure;

constexpr std::size_t shownBars = 7;

struct Texts {
    Q_DECLARE_TR_FUNCTIONS(FigureCatalog)
};

struct Entry {
    QLatin1StringView id;
    const char* label;
    PageId page;
    Figure (*make)(Session&);
};

template <auto builder>
Figure inMoneyOfView(Session& session)
{
    return builder(*session.evaluation(), session.view());
}

Figure tornado(Session& session)
{
    core::Study& study = *session.study();
    const auto ranges = core::rangesOf(session.project());
    const auto computed = ranges ? core::tornadoOf(study, *ranges) : ranges.error();
    if (computed)
        return core::tornadoFigure(study.base(), *computed, session.view(), shownBars);
    Figure none;
    none.title = core::verbatim(core::sentence(computed.error().problems.front()));
    return none;
}

constexpr std::array entries {
    Entry {"cumulative_cash_flow"_L1,
        QT_TRANSLATE_NOOP("FigureCatalog", "Cumulative cash flow by price deck"), PageId::cashFlow,
        inMoneyOfView<core::cumulativeCashFlowFigure>},
    Entry {"reuse_bridge"_L1,
        QT_TRANSLATE_NOOP("FigureCatalog", "Bridge from stand-alone to reuse"), PageId::costs,
        inMoneyOfView<core::reuseBridgeFigure>},
    Entry {"deck_npv"_L1, QT_TRANSLATE_NOOP("FigureCatalog", "NPV by price deck"), PageId::prices,
        inMoneyOfView<core::deckNpvFigure>},
    Entry {"tornado"_L1, QT_TRANSLATE_NOOP("FigureCatalog", "What moves NPV: tornado"),
        PageId::sensitivity, tornado},
    Entry {"cost_per_kg"_L1, QT_TRANSLATE_NOOP("FigureCatalog", "Operating cost per kilogram"),
        PageId::costs,
        [](Session& session) { return core::costPerKgFigure(*session.evaluation()); }},
    Entry {"price_decks"_L1, QT_TRANSLATE_NOOP("FigureCatalog", "Prices by deck"), PageId::prices,
        [](Session& session) {
            return core::priceDecksFigure(*session.evaluation(), 0, session.view().terms);
        }},
    Entry {"production"_L1, QT_TRANSLATE_NOOP("FigureCatalog", "Output by year"),
        PageId::production,
        [](Session& session) { return core::productionFigure(*session.evaluation()); }},
    Entry {"capital"_L1, QT_TRANSLATE_NOOP("FigureCatalog", "Capital by year"), PageId::capital,
        inMoneyOfView<core::capitalFigure>},
    Entry {"tax"_L1, QT_TRANSLATE_NOOP("FigureCatalog", "Taxes and royalty by year"), PageId::tax,
        inMoneyOfView<core::taxFigure>},
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
    return entryOf(id).make(workspace.session());
}

}

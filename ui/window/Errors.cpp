#include "ui/window/Errors.h"

#include "ui/document/InvalidEntries.h"
#include "ui/document/ProblemText.h"
#include "ui/document/Session.h"

#include <array>

using namespace Qt::StringLiterals;

namespace ui {

namespace {

struct Place {
    QLatin1StringView prefix;
    PageId page;
};

// By the beginning of the id; the first that fits counts.
constexpr std::array places {
    Place {"resource"_L1, PageId::production},
    Place {"production"_L1, PageId::production},
    Place {"products"_L1, PageId::production},
    Place {"market"_L1, PageId::production},
    Place {"price_decks"_L1, PageId::prices},
    Place {"active_deck"_L1, PageId::prices},
    Place {"price_history"_L1, PageId::prices},
    Place {"cost_lines"_L1, PageId::costs},
    Place {"reuse_realisation"_L1, PageId::costs},
    Place {"timeline"_L1, PageId::capital},
    Place {"capital"_L1, PageId::capital},
    Place {"working_capital"_L1, PageId::capital},
    Place {"levers"_L1, PageId::capital},
    Place {"discounting"_L1, PageId::tax},
    Place {"macro"_L1, PageId::tax},
    Place {"royalty"_L1, PageId::tax},
    Place {"tax"_L1, PageId::tax},
    Place {"financing"_L1, PageId::tax},
    Place {"shareholders"_L1, PageId::tax},
    Place {"scenarios"_L1, PageId::scenarios},
    Place {"analysis.tornado"_L1, PageId::sensitivity},
    Place {"analysis"_L1, PageId::risk},
};

}

std::vector<ErrorLine> errorsOf(Session& session)
{
    std::vector<ErrorLine> errors;
    for (const core::Problem& problem : session.problems())
        errors.push_back({QString::fromStdString(problem.where), problemText(session, problem)});
    for (const InvalidEntry& entry : session.invalidEntries().all())
        errors.push_back({entry.cell.input, problemText(session, entry)});
    return errors;
}

std::optional<PageId> pageOfInput(const QString& id)
{
    for (const Place& place : places)
        if (id.startsWith(place.prefix) &&
            (id.size() == place.prefix.size() || id[place.prefix.size()] == u'.' ||
                id[place.prefix.size()] == u'['))
            return place.page;
    return std::nullopt;
}

std::map<PageId, int> errorCounts(const std::vector<ErrorLine>& errors)
{
    std::map<PageId, int> counts;
    for (const ErrorLine& error : errors)
        if (const auto page = pageOfInput(error.inputId))
            ++counts[*page];
    return counts;
}

}

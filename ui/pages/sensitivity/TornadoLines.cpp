#include "ui/pages/sensitivity/TornadoLines.h"

#include "core/analysis/InputCells.h"
#include "ui/pages/sensitivity/SensitivityTab.h"

#include <algorithm>

namespace ui {

bool isJudgedByReturn(core::Target target)
{
    return target == core::Target {core::Target::Kind::metric, core::Metric::irr};
}

core::Result<TornadoAnswer> tornadoAnswer(
    core::Study& study, const std::vector<core::InputRange>& ranges, core::Target target)
{
    TornadoAnswer answer;
    std::vector<core::InputRange> quick;
    for (const core::InputRange& range : ranges) {
        answer.lines.push_back({range});
        (core::isStructural(study.project(), range.input) ? answer.late : quick).push_back(range);
    }
    auto tornado = core::tornadoOf(study, ranges, target);
    if (!tornado)
        return tornado.error();
    answer.tornado = *std::move(tornado);
    const auto flips = core::flipsOf(study, quick);
    if (!flips)
        return flips.error();
    takeFlips(answer.lines, *flips, target);
    for (TornadoLine& line : answer.lines)
        for (const core::TornadoBar& bar : answer.tornado.bars)
            if (bar.range.input == line.range.input)
                line.swing = bar.swing;
    return answer;
}

std::vector<core::Flip> lateFlips(std::shared_ptr<const core::Evaluation> base,
    const std::vector<core::InputRange>& ranges, const std::stop_token& stop)
{
    core::Study study(std::move(base));
    std::vector<core::Flip> flips;
    for (const core::InputRange& range : ranges) {
        if (stop.stop_requested())
            break;
        if (const auto found = core::flipsOf(study, {range}))
            flips.insert(flips.end(), found->begin(), found->end());
    }
    return flips;
}

void takeFlips(
    std::vector<TornadoLine>& lines, const std::vector<core::Flip>& flips, core::Target target)
{
    for (TornadoLine& line : lines)
        for (const core::Flip& flip : flips)
            if (flip.range.input == line.range.input)
                line.flip = isJudgedByReturn(target) ? flip.irr : flip.npv;
}

void sortLines(std::vector<TornadoLine>& lines, TornadoOrder order, Session& session)
{
    if (order == TornadoOrder::swing)
        std::stable_sort(lines.begin(), lines.end(), [](const auto& a, const auto& b) {
            return a.swing.value_or(-1.0) > b.swing.value_or(-1.0);
        });
    else if (order == TornadoOrder::name)
        std::stable_sort(lines.begin(), lines.end(), [&](const auto& a, const auto& b) {
            return analysisNameOf(session, a.range.input.id)
                       .localeAwareCompare(analysisNameOf(session, b.range.input.id)) < 0;
        });
    std::stable_partition(
        lines.begin(), lines.end(), [](const TornadoLine& line) { return line.range.isUsed; });
}

}

#pragma once

#include "core/analysis/Flips.h"
#include "core/analysis/Tornado.h"

#include <memory>
#include <optional>
#include <stop_token>
#include <vector>

namespace ui {

class Session;

// A row of the table of ranges.
struct TornadoLine {
    core::InputRange range;
    std::optional<double> swing = {};        // in the target's own unit
    std::optional<core::Crossing> flip = {}; // none: not yet found out

    bool operator==(const TornadoLine&) const = default;
};

enum class TornadoOrder { swing, name, list };

// What a decision is made by: the return for that target, else the net present value.
bool isJudgedByReturn(core::Target);

// The bars of what is used, and a line for each range. `late` are those for which it takes long to
// find where the decision flips, since each value needs a model of its own.
struct TornadoAnswer {
    core::Tornado tornado;
    std::vector<TornadoLine> lines;
    std::vector<core::InputRange> late;
};
core::Result<TornadoAnswer> tornadoAnswer(
    core::Study&, const std::vector<core::InputRange>&, core::Target);

// Of ranges that were left for later, on any thread. Incomplete after a stop.
std::vector<core::Flip> lateFlips(std::shared_ptr<const core::Evaluation> base,
    const std::vector<core::InputRange>&, const std::stop_token&);

void takeFlips(std::vector<TornadoLine>&, const std::vector<core::Flip>&, core::Target);

// What is not used comes last in any order, so that the other rows line up with the bars.
void sortLines(std::vector<TornadoLine>&, TornadoOrder, Session&);

}

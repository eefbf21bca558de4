#pragma once

#include "core/model/Evaluation.h"
#include "core/report/JsonText.h"
#include "core/report/Origin.h"

#include <string>

namespace core {

// The results as a JSON document for automation, with a final line break: `first_year`; the three
// cases with their lines by year and their metrics, null where there is none; the present value of
// what reuse saves by cost line and capital item; the decks and the expected value. Numbers have
// all digits of the doubles. With an origin `origin` comes first, see originJson().
//
// Where a cost line and a capital item have the same id, the id alone means the capital item and
// the cost line is named `cost_lines.ID`.
std::string evaluationJson(const Evaluation&, const Origin& = {});

// The metrics of a case by their ids, with `irr_roots` after `irr`.
Json metricsJson(const CaseMetrics&);

}

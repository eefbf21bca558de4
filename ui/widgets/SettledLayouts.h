#pragma once

namespace ui {

// Lays out whatever waits for it, until nothing does. Left to the event loop, layouts that stand in
// one another settle one a turn, and each turn is painted: parts that need more room are seen cut
// off until their parents have made it.
void settleLayouts();

}

#pragma once

#include "ui/pages/TablePart.h"

namespace ui {

class ThemedLabel;

// The rank correlations of the uncertain inputs. Where no inputs can be correlated as typed, it
// names the pairs that stand in the way and offers the nearest that can be.
class CorrelationPart : public TablePart {
    Q_OBJECT

public:
    explicit CorrelationPart(Workspace&, QWidget* parent = nullptr);

    void refresh();
    void showProblems();
    // The pair at this place in the document.
    bool selectPair(std::size_t place);

private:
    QString impossiblePairs() const; // empty when all is well
    void makePossible();

    ThemedLabel* m_note;
};

}

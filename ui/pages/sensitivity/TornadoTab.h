#pragma once

#include "core/analysis/InputRange.h"
#include "core/analysis/Target.h"
#include "ui/pages/LatestAnswer.h"
#include "ui/pages/sensitivity/SensitivityTab.h"
#include "ui/pages/sensitivity/TornadoLines.h"

class QMenu;
class QScrollArea;

namespace ui {

class EmptyState;
class PageStack;
class ProblemLine;
class ThemedLabel;

// Each input at its low and its high. The ranges are typed at the left; their bars stand in the
// same rows at the right, and both scroll as one.
class TornadoTab : public SensitivityTab {
    Q_OBJECT

public:
    explicit TornadoTab(Workspace&, QWidget* parent = nullptr);

    void refresh() override;
    QString message() const override;
    NumberTable* table() override { return m_table; }
    std::vector<FigureView*> figures() override { return {m_figure}; }
    bool goToInput(const QString& inputId) override;

protected:
    bool eventFilter(QObject*, QEvent*) override;

private:
    QWidget* makeCommands();
    QWidget* makeBody();
    void connectTable();

    void compute(); // once for each state of the project and each choice
    void seekLate(const std::vector<core::InputRange>&);
    void choose(); // after a choice
    void showChoices();
    void showTable();
    void showFigure();
    void showProblems();
    void align();
    void follow(); // the current cell, by scrolling

    void addInput();
    void remove(const QStringList& rowIds);
    void fillMenu(QMenu*, const QString& rowId);
    QString rangesText() const;

    core::Target m_target;
    core::RangeChoice m_ranges;
    TornadoOrder m_order = TornadoOrder::swing;

    std::shared_ptr<const core::Project> m_computed; // what follows was computed for it
    core::Tornado m_tornado;                         // of the inputs that are used
    std::vector<TornadoLine> m_lines;                // in the order of the rows
    std::string m_refusal;                           // why there is none

    // Where the decision flips for inputs that change the structure of the model takes longer.
    LatestAnswer<std::vector<core::Flip>> m_lateFlips {this};

    MenuButton* m_targetButton = nullptr;
    MenuButton* m_rangesButton = nullptr;
    MenuButton* m_orderButton = nullptr;
    QWidget* m_addButton = nullptr;
    PageStack* m_stack = nullptr;
    EmptyState* m_empty = nullptr; // in the place of the table and the figure
    QScrollArea* m_area = nullptr;
    QWidget* m_content = nullptr;
    ThemedLabel* m_caption = nullptr;
    NumberTable* m_table = nullptr;
    ProblemLine* m_problems = nullptr;
    FigureView* m_figure = nullptr;
};

}

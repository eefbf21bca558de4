#pragma once

#include "ui/document/LiveSimulation.h"
#include "ui/pages/Page.h"

#include <QPointer>

class QGridLayout;
class QStackedWidget;

namespace ui {

class DistributionPanel;
class EmptyState;
class NoticeBar;
class ProblemLine;
class RiskSettings;
class Segments;
class ThemedLabel;

// How sure the value of the project is: what many trials with drawn inputs give, which inputs are
// drawn, how they belong together, and which of them matter. The distribution of an input stands
// beside the page once one is selected.
class RiskPage : public Page {
    Q_OBJECT

public:
    explicit RiskPage(Workspace& workspace, QWidget* parent = nullptr);
    ~RiskPage() override;

    QWidget* sidePanel() override;
    QString sidePanelTitle() const override;
    bool goToInput(const QString& inputId) override;
    QString unitText() const override;
    NumberTable* mainTable() override { return m_mainTable; }
    std::vector<FigureView*> figures() override { return {m_figure, m_variance}; }

protected:
    void refresh() override;
    void resizeEvent(QResizeEvent* event) override;

private:
    QWidget* makeFigure();
    QWidget* makeResult();
    QWidget* makeInputs();
    QWidget* makeCorrelations();
    QWidget* makeDrivers();
    NumberTable* makeTable(const QString& name, const QString& label, QWidget* parent);
    void arrange();
    void fitTables();

    void showTables();
    void showResult();
    void showFigures();
    void showNotice();
    void showProblems();
    void showInput(const std::string& input);
    QString message() const;
    QString correlationProblem() const;

    void addInput();
    void startFromEvidence();
    void remove(const QStringList& rowIds);
    void makeCorrelationsPossible();

    LiveSimulation m_simulation;
    RiskSettings* m_settings = nullptr;
    NoticeBar* m_notice = nullptr;
    QGridLayout* m_grid = nullptr;
    std::vector<QWidget*> m_parts; // in the order of the makers
    int m_columns = 0;
    QStackedWidget* m_figureStack = nullptr;
    FigureView* m_figure = nullptr;
    EmptyState* m_empty = nullptr;
    Segments* m_view = nullptr;
    NumberTable* m_results = nullptr;
    ThemedLabel* m_remark = nullptr;
    NumberTable* m_inputs = nullptr;
    ProblemLine* m_inputProblems = nullptr;
    ThemedLabel* m_inputNote = nullptr;
    NumberTable* m_correlations = nullptr;
    ProblemLine* m_correlationProblems = nullptr;
    ThemedLabel* m_correlationNote = nullptr;
    FigureView* m_variance = nullptr;
    NumberTable* m_mainTable = nullptr;  // with the current cell
    QPointer<DistributionPanel> m_panel; // the window may take it as its own
    bool m_isPanelWanted = false;        // once an input has been selected
};

}

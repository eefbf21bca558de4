#pragma once

#include "ui/document/LiveSimulation.h"
#include "ui/pages/Page.h"

#include <QPointer>

class QGridLayout;
class QStackedWidget;

namespace ui {

class CorrelationPart;
class DistributionPanel;
class EmptyState;
class NoticeBar;
class RiskSettings;
class Segments;
class TablePart;
class UncertainPart;

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
    QWidget* makeDrivers();
    void arrange();

    void showTables();
    void showProblems();
    void showNotice();
    void showFigures();
    void movePercentile(int which, double value);
    void showResult();
    void showPanel();
    QString message() const;

    LiveSimulation m_simulation;
    Segments* m_view = nullptr;
    RiskSettings* m_settings = nullptr;
    NoticeBar* m_notice = nullptr;
    QGridLayout* m_grid = nullptr;
    std::vector<QWidget*> m_parts;
    int m_columns = 0;
    QStackedWidget* m_figureStack = nullptr;
    FigureView* m_figure = nullptr;
    EmptyState* m_impossible = nullptr;
    TablePart* m_results = nullptr;
    UncertainPart* m_inputs = nullptr;
    CorrelationPart* m_correlations = nullptr;
    FigureView* m_variance = nullptr;
    std::vector<int> m_percentiles {10, 50, 90}; // that the histogram marks
    NumberTable* m_mainTable = nullptr;          // with the current cell
    QPointer<DistributionPanel> m_panel;         // the window may take it as its own
    bool m_isPanelWanted = true; // while an input is selected, and at first to be taken
};

}

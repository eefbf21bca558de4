#pragma once

#include "ui/pages/Page.h"

#include <QPointer>

#include <optional>

class QLayout;
class QSplitter;

namespace ui {

class CostLinePanel;
class MenuButton;
class ProblemLine;
class ThemedLabel;

// Operating costs and what the reuse of the refinery saves of them: a table of all cost lines for
// one year, the cost of a kilogram below it, and the detail of a line beside it.
class CostsPage : public Page {
    Q_OBJECT

public:
    explicit CostsPage(Workspace& workspace, QWidget* parent = nullptr);
    ~CostsPage() override;

    QWidget* sidePanel() override;
    QString sidePanelTitle() const override;
    bool goToInput(const QString& inputId) override;
    QString unitText() const override;
    NumberTable* mainTable() override { return m_table; }
    std::vector<FigureView*> figures() override { return {m_figure}; }

protected:
    void refresh() override;
    void refreshTables() override;

private:
    QLayout* makeCommands();
    QWidget* makeTablePart();
    QWidget* makeFigurePart();
    void fillYearMenu();
    void showProblems();
    void fitTable();
    void refreshPanel();
    void tellOfPanel();

    void showLine(const QString& rowId);
    void walk(int direction);

    std::optional<int> m_year; // none: full output
    MenuButton* m_yearButton = nullptr;
    QSplitter* m_parts = nullptr;
    NumberTable* m_table = nullptr;
    ProblemLine* m_problems = nullptr;
    ThemedLabel* m_note = nullptr;
    FigureView* m_figure = nullptr;
    QPointer<CostLinePanel> m_panel; // the window may take it as its own
    QString m_panelTitle;
};

}

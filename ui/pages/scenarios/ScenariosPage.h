#pragma once

#include "ui/pages/Page.h"

#include "core/analysis/Scenarios.h"

#include <string>
#include <vector>

class QMenu;
class QPushButton;
class QStackedWidget;

namespace ui {

class EmptyState;
class ProblemLine;
class ThemedLabel;

// The scenarios beside the plan: how likely each is, in which inputs it differs, what comes of it,
// and why. Everything that a scenario changes is typed here.
class ScenariosPage : public Page {
    Q_OBJECT

public:
    explicit ScenariosPage(Workspace& workspace, QWidget* parent = nullptr);

    bool goToInput(const QString& inputId) override;
    QString unitText() const override;
    NumberTable* mainTable() override { return m_table; }
    std::vector<FigureView*> figures() override { return {m_figure}; }

protected:
    void refresh() override;
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    void addCommands();
    QWidget* makeContent();
    void connectTable();

    const core::Project& project() const;
    std::string currentScenario() const; // empty in the other columns
    QString nameOf(const std::string& scenario) const;

    void compute();
    void showTable();
    void showFigure();
    void showProblems();
    void showCommands();
    QString message() const;
    void align(); // the bars with the columns

    void fillMenu(QMenu* menu, const QString& row, const QString& column);
    void addScenarioCommands(QMenu* menu, const std::string& scenario);
    bool handleKey(const QKeyEvent& key, bool isAsked);
    void edit(const QString& text, core::Result<core::Project> after);
    void selectScenario(const std::string& scenario);
    void addScenario();
    void duplicate(const std::string& scenario);
    void remove(const std::string& scenario);
    void rename(const std::string& scenario);
    void move(const std::string& scenario, int places);
    void addOverride();
    void removeRows(const QStringList& rows);
    void chooseFigures();
    void explain(const core::FigureReference& figure);
    void explainWhy(const std::string& scenario, core::Target target);

    std::vector<core::Target> m_targets;
    std::shared_ptr<const core::Evaluation> m_plan; // that the results belong to
    std::vector<core::ScenarioResult> m_results;
    QStackedWidget* m_stack = nullptr;
    QWidget* m_content = nullptr;
    EmptyState* m_empty = nullptr;
    NumberTable* m_table = nullptr;
    ProblemLine* m_problems = nullptr;
    FigureView* m_figure = nullptr;
    ThemedLabel* m_note = nullptr;
    QPushButton* m_override = nullptr;
    QPushButton* m_why = nullptr;
    QPushButton* m_choose = nullptr;
};

}

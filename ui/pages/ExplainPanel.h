#pragma once

#include "core/report/ExplainedFigure.h"
#include "core/report/FigureReference.h"

#include <QWidget>

#include <vector>

class QLabel;
class QVBoxLayout;

namespace ui {

class PartsTree;
class ThemedLabel;
class Workspace;
class YearBars;

// How a figure came about: its formula in words and in figures, what it is made of and what uses
// it, the row over the years, and where the inputs in it come from. It follows the project live;
// parts and uses can be followed, and the path goes back and forward.
class ExplainPanel : public QWidget {
    Q_OBJECT

public:
    explicit ExplainPanel(Workspace& workspace, QWidget* parent = nullptr);

    void explain(const core::FigureReference& figure);
    void back();
    void forward();

    bool hasFigure() const { return !m_path.empty(); }
    const core::FigureReference& figure() const { return m_path[m_position]; }

protected:
    void showEvent(QShowEvent* event) override;
    void hideEvent(QHideEvent* event) override;

private:
    void buildLayout();
    ThemedLabel* addText(QVBoxLayout& column, const QString& name, ThemedLabel* label);
    QLabel* addHeading(QVBoxLayout& column, const QString& text);

    void refresh();
    void tellWhatIsExplained();
    void showProblem(const QString& sentence);
    void show(const core::ExplainedFigure& explained);
    void showHead(const core::ExplainedFigure& explained);
    void showUses(const core::ExplainedFigure& explained);
    void showYears(const core::ExplainedFigure& explained);
    void showSources(const core::ExplainedFigure& explained);
    void followLink(const QString& link);
    double signOf(const core::ExplainedFigure& explained);

    Workspace& m_workspace;
    std::vector<core::FigureReference> m_path;
    std::size_t m_position = 0;
    std::vector<core::FigureReference> m_links; // of the uses shown

    QLabel* m_title = nullptr;
    QLabel* m_value = nullptr;
    QLabel* m_unit = nullptr;
    QLabel* m_formulaHeading = nullptr;
    QLabel* m_inWords = nullptr;
    QLabel* m_inFigures = nullptr;
    QLabel* m_partsHeading = nullptr;
    PartsTree* m_parts = nullptr;
    QLabel* m_usesHeading = nullptr;
    QLabel* m_uses = nullptr;
    QLabel* m_yearsHeading = nullptr;
    YearBars* m_years = nullptr;
    QLabel* m_sourcesHeading = nullptr;
    QLabel* m_sources = nullptr;
};

}

#pragma once

#include "core/report/ExplainedFigure.h"
#include "core/report/Statement.h"
#include "ui/pages/Page.h"
#include "ui/pages/cashflow/StatementTable.h"

#include <QSet>

class QBoxLayout;
class QSplitter;
class QToolButton;

namespace ui {

class MenuButton;
class Segments;

// The yearly statement of a case, as deep and with as many decimals as the user likes; and below
// it, when it is asked for, a figure of one of its lines.
class CashFlowPage : public Page {
    Q_OBJECT

public:
    explicit CashFlowPage(Workspace& workspace, QWidget* parent = nullptr);

    QString unitText() const override;
    NumberTable* mainTable() override { return m_table; }
    std::vector<FigureView*> figures() override;

protected:
    void refresh() override;

private:
    // How deep the rows are that are shown before the user opens or closes a group.
    enum class Detail { totals, groups, all };

    QBoxLayout* makeControls();
    QWidget* makeChart();
    StatementStyle style() const;
    QString message() const;
    const core::StatementLine* findLine(const QString& id) const;

    void setDetail(Detail detail);
    void applyDetail(const TableRow& row);
    void markPrecedents(TableContent& content) const;
    void markParts(
        TableContent& content, const core::FigureReference& figure, int hiddenLevels) const;
    void copyStatement();
    void chartLine(const QString& id);
    void closeChart();
    void showChart();
    void tellSelection();

    Segments* m_cases = nullptr;
    MenuButton* m_detailButton = nullptr;
    MenuButton* m_decimalsButton = nullptr;
    QToolButton* m_copy = nullptr;
    QSplitter* m_splitter = nullptr;
    NumberTable* m_table = nullptr;
    QWidget* m_chartBox = nullptr;
    FigureView* m_chart = nullptr;

    Detail m_detail = Detail::groups;
    int m_decimals = 2;
    std::vector<core::StatementLine> m_lines; // that are shown
    QSet<QString> m_groups;                   // that have been shown before
    QString m_chartedLine;                    // empty: none
    QList<int> m_split {600, 400};            // heights of statement and chart, in proportion
    std::optional<core::FigureReference> m_toldFigure;
};

}

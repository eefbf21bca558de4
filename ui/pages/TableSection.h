#pragma once

#include "ui/document/ProjectLists.h"
#include "ui/tables/TableContent.h"

#include <QWidget>

#include <functional>

class QHBoxLayout;

namespace ui {

class NumberTable;
class ProblemLine;
class ThemedLabel;
class Workspace;

// What is wrong between the cells of a table, and what would mend it, if one thing does.
struct TableProblem {
    QString sentence;
    QString remedy = {};
    std::function<void()> mend = {};
};

// A table of inputs with its heading on a page that scrolls: as high as its rows, and below it what
// is wrong in it and what was typed and refused.
class TableSection : public QWidget {
    Q_OBJECT

public:
    // `name` is that of the table as an object.
    TableSection(
        Workspace&, const QString& name, const QString& heading, QWidget* parent = nullptr);

    NumberTable& table() const { return *m_table; }
    QString heading() const;

    void setContent(TableContent);
    void setCaption(const QString&); // beside the heading: the unit, and what else is to be known
    void setProblem(const TableProblem&);

    // A button beside the heading that adds an element to the list below the current row.
    void offerAdding(ProjectList, const QString& text);

    // The input of the current cell, else the first number of its row; empty when there is none.
    QString currentInput() const;
    // The first cell that the id names, or else one inside the block or list that it names.
    enum class Match { exact, inside };
    bool goToInput(const QString& id, Match);

signals:
    void currentCellMoved(); // to another cell, or because its row is gone

private:
    void follow();
    void showProblems();
    bool hasInput(const QString& id) const;

    Workspace& m_workspace;
    ThemedLabel* m_heading;
    ThemedLabel* m_caption;
    QHBoxLayout* m_head;
    NumberTable* m_table;
    ProblemLine* m_problemLine;
    TableProblem m_problem;
    bool m_isUpdating = false;
};

}

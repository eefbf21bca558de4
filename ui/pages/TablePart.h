#pragma once

#include <QWidget>

class QHBoxLayout;
class QVBoxLayout;

namespace ui {

class NumberTable;
class ProblemLine;
class Workspace;
struct TableContent;

// One of several parts of a page that stand side by side: a table under a heading, as high as its
// rows, and below it what is wrong in it.
class TablePart : public QWidget {
    Q_OBJECT

public:
    // `name` is that of the table as an object. Without a heading the part begins with the table.
    TablePart(Workspace&, const QString& name, const QString& heading, const QString& label,
        QWidget* parent = nullptr);

    NumberTable& table() const { return *m_table; }
    void setContent(TableContent);

signals:
    void entered(); // a cell of it became the current one

protected:
    Workspace& workspace() const { return m_workspace; }
    QHBoxLayout& head() const { return *m_head; } // beside the heading
    QVBoxLayout& column() const { return *m_column; }
    ProblemLine& problemLine() const { return *m_problemLine; }

private:
    Workspace& m_workspace;
    QVBoxLayout* m_column;
    QHBoxLayout* m_head;
    NumberTable* m_table;
    ProblemLine* m_problemLine;
};

}

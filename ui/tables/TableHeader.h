#pragma once

#include "ui/tables/TableContent.h"

#include <QHeaderView>

namespace ui {

class Appearance;
class GroupFilter;
class TablePainter;

// The heads of a table: at the bottom, in two lines at most, aligned as their columns.
class TableHeader : public QHeaderView {
    Q_OBJECT

public:
    TableHeader(
        const GroupFilter&, const Appearance&, const TablePainter&, QWidget* parent = nullptr);

    // What the head of a column needs in one line.
    int headWidth(int column) const;
    int neededHeight() const;

protected:
    void paintSection(QPainter*, const QRect&, int column) const override;

private:
    const TableColumn& column(int column) const;
    QStringList linesOf(int column, int width) const;
    QFont firstFont(int column) const;
    int lineHeight(int column) const;
    QRect textArea(const QRect&, int column) const;

    const GroupFilter& m_rows;
    const Appearance& m_appearance;
    const TablePainter& m_painter;
};

}

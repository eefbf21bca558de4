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

    // A line at the edge towards columns that scroll; none while all columns are to be seen.
    void setFrozenEdge(std::optional<Qt::Edge>);
    std::optional<Qt::Edge> frozenEdge() const { return m_frozenEdge; }

    // The part that nothing lies over, so that no head is cut off at its edge.
    void setSight(const QRect& sight) { m_sight = sight; }

    // As high as the heads need with the widths of their columns.
    void fitHeight();

    QSize sizeHint() const override;

protected:
    void paintEvent(QPaintEvent*) override;
    void paintSection(QPainter*, const QRect&, int column) const override;
    QSize sectionSizeFromContents(int column) const override;

private:
    const TableColumn& column(int column) const;
    QStringList linesOf(int column, int width) const;
    QFont firstFont(int column) const;
    int lineHeight(int column) const;
    int neededHeight() const;
    QRect textArea(const QRect&, int column) const;

    const GroupFilter& m_rows;
    const Appearance& m_appearance;
    const TablePainter& m_painter;
    std::optional<Qt::Edge> m_frozenEdge;
    QRect m_sight;
};

void paintFrozenEdge(QPainter&, const QRect&, Qt::Edge, const Appearance&);

}

#pragma once

#include "ui/figures/FigureStyle.h"

#include "core/report/figure/Figure.h"

#include <QString>
#include <QWidget>

class QChartView;
class QHBoxLayout;
class QToolButton;

namespace ui {

class FigureChart;
class MarkDrag;
class PointDrag;
struct FigureColumns;
struct FigureTarget;

// A figure on a page: title, subtitle and chart. Values show at the pointer; the arrow keys walk
// the points once it has the focus; a double click, F3 or the menu asks for what lies behind it.
class FigureView : public QWidget {
    Q_OBJECT

public:
    explicit FigureView(QWidget* parent = nullptr);

    void setFigure(const core::Figure& figure);
    void setStyle(const FigureStyle& style);
    // A control of the page at the top right, beside the title; the view takes it.
    void setCornerWidget(QWidget* widget);
    // The line whose points can be dragged up and down, as far as they lie in the future of the
    // figure; none when empty.
    void setDraggable(const QString& seriesId);
    // What the menu calls following a point to its input; "Go to input" unless it is set.
    void setInputCommand(const QString& text) { m_inputCommand = text; }
    // The bars of a tornado stand in rows beside the view, the first one so far below its top.
    void setRows(double top, double height);
    // Standing bars end at the right edges of columns above the view.
    void setColumns(const FigureColumns& columns);
    double headBottom() const; // of title and subtitle, at the width that the view has
    const core::Figure& figure() const;

    QSize sizeHint() const override { return {570, 300}; }
    QSize minimumSizeHint() const override { return {320, 200}; }

signals:
    // `row` names a row of the model, empty when no single one is meant; `year` 0: all.
    void explainRequested(const QString& row, int year);
    void inputRequested(const QString& inputId); // where a point stands for an input
    void pageRequested();                        // a double click beside all points
    void copyPictureRequested();
    void copyDataRequested();
    void exportRequested();
    void pointVisited(const QString& text); // by keyboard or dragging: for the status bar
    // A point was dragged to a value; finished when it is let go. The figure follows once it is set
    // anew.
    void valueDragged(const QString& seriesId, int year, double value, bool isFinished);
    // The same for a mark, by its number in the figure, to a number on the axis.
    void markMoved(int mark, double value);

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;
    void focusInEvent(QFocusEvent* event) override;
    void focusOutEvent(QFocusEvent* event) override;
    void enterEvent(QEnterEvent* event) override;
    void leaveEvent(QEvent* event) override;
    void contextMenuEvent(QContextMenuEvent* event) override;

private:
    int targetAt(const QPointF& position) const; // -1: none
    void visit(int target);
    void visitAgain(); // the same point, among new targets
    void step(int along, int across);
    void explain(int target);
    void openMenu(const QPoint& globalPosition, int target);
    void describe();
    void followDrag(const QString& seriesId, int year);

    FigureChart* m_chart = nullptr;
    QChartView* m_view = nullptr;
    PointDrag* m_drag = nullptr;
    MarkDrag* m_markDrag = nullptr;
    QHBoxLayout* m_corner = nullptr;
    QToolButton* m_menuButton = nullptr;
    int m_visited = -1; // one of the targets that there are
    int m_visitedGroup = 0;
    double m_visitedOrder = 0.0;
    QString m_inputCommand = tr("Go to input");
};

}

#pragma once

#include "core/report/figure/Figure.h"
#include "ui/figures/AxisScale.h"
#include "ui/figures/FigureStyle.h"

#include <QFont>
#include <QLineF>
#include <QList>
#include <QPointF>
#include <QRectF>
#include <QSizeF>
#include <QString>

#include <optional>
#include <vector>

// Where everything of a figure goes on a surface of some size. It is computed from the data and the
// style alone; a chart then draws the lines, and an overlay all the rest.
namespace ui {

struct LaidText {
    QPointF baseline;
    QString text;
    QFont font;
    QColor colour;
    QRectF ground; // filled with the surface behind the text; empty where nothing lies below it
};

struct LaidBar {
    QRectF area;
    QColor colour;
};

struct LaidLine {
    QLineF line;
    QColor colour;
    double width = 1.0;
    bool isDashed = false;
};

struct LaidDot {
    QPointF centre;
    double radius = 0.0;
    QColor colour;
};

// A line that the chart draws, in years and values.
struct ChartLine {
    QList<QPointF> points;
    QColor colour;
    double width = 1.0;
    bool isDashed = false;
};

// What can be pointed at or walked to with the arrow keys.
struct FigureTarget {
    QRectF area;
    QPointF at;
    QString text;        // "Consensus, 2030: 12.3 USD million"
    QString row;         // of the model; empty when no figure of it explains the point
    int year = 0;        // 0: none
    int group = 0;       // series; Up and Down go to another one
    double order = 0.0;  // within the group
    QString series = {}; // of a line, its id
    QString input = {};  // that the point leads to, by id
};

// Where a mark of the figure can be taken to be moved sideways.
struct FigureGrip {
    QRectF area;
    int mark = 0;
};

// Where the bars of a tornado stand when each belongs to a row of something beside the figure.
struct FigureRows {
    double top = 0.0;
    double height = 0.0; // of each

    bool operator==(const FigureRows&) const = default;
};

// Where standing bars have their right edges when each belongs to a column of something above the
// figure.
struct FigureColumns {
    struct Column {
        QString id; // of the bar
        double right = 0.0;

        bool operator==(const Column&) const = default;
    };
    double left = 0.0; // of the plot
    double right = 0.0;
    std::vector<Column> columns; // that are in sight

    bool operator==(const FigureColumns&) const = default;
};

// What a figure is laid out around, besides itself.
struct LayoutFrame {
    QString source = {};                       // the line at the bottom of what leaves the program
    std::optional<AxisScale> heldScale = {};   // of the values of lines, when it is not to follow
    std::optional<FigureRows> rows = {};       // of a tornado; its bars have no names then
    std::optional<FigureColumns> columns = {}; // of standing bars, likewise
};

struct FigureLayout {
    double headBottom = 0.0; // of title and subtitle
    QRectF plot;
    AxisScale x;
    AxisScale y;
    bool hasHorizontalGrid = true;
    bool hasVerticalGrid = false;
    std::vector<ChartLine> chartLines;

    std::vector<LaidBar> barsBehind; // below the lines
    std::vector<LaidBar> bars;
    std::vector<LaidLine> lines;
    std::vector<LaidDot> dots;
    std::vector<LaidText> texts;
    std::vector<FigureTarget> targets;
    std::vector<FigureGrip> grips;

    QPointF at(double xValue, double yValue) const
    {
        return {plot.left() + (xValue - x.first) / (x.last - x.first) * plot.width(),
            plot.bottom() - (yValue - y.first) / (y.last - y.first) * plot.height()};
    }
    double xValueAt(double position) const
    {
        return x.first + (position - plot.left()) / plot.width() * (x.last - x.first);
    }
};

FigureLayout layOut(const core::Figure& figure, const FigureStyle& style, const QSizeF& size,
    const LayoutFrame& frame = {});

// The sentence in the language of the window (translation context "Figure"); a name of the project
// stays as it is.
QString textOf(const core::Sentence& sentence);

}

#pragma once

#include "ui/figures/FigureLayout.h"
#include "ui/theme/Fonts.h"

#include <QFontMetricsF>

#include <limits>

// What the layouts of all kinds of figures share: the page with its title, and putting text on it.
namespace ui {

// What a plot has to hold. Values include 0.
struct PlotExtent {
    double xFirst = std::numeric_limits<double>::max();
    double xLast = std::numeric_limits<double>::lowest();
    double lowest = 0.0;
    double highest = 0.0;
};

class LayoutPage {
public:
    LayoutPage(const core::Figure& figure, const FigureStyle& style, const QSizeF& size,
        const LayoutFrame& frame);

    const core::Figure& figure;
    const FigureStyle& style;
    const QSizeF size;
    FigureLayout layout;
    const LayoutFrame& frame;
    QRectF body; // below the title, above the source line

    QFont labelFont() const { return programFont(style.labelSize); }
    QFont boldFont() const { return programFont(style.labelSize, QFont::DemiBold); }
    QFont axisFont() const { return programFont(style.axisSize); }
    double px(double distance) const { return distance * style.lineScale; }
    static double widthOf(const QString& text, const QFont& font)
    {
        return QFontMetricsF(font).horizontalAdvance(text);
    }

    void addHead();
    void addSource();

    enum class Ground { none, surface };
    // `anchor` is the point of the text that `alignment` names, as its left edge and middle.
    QRectF addText(const QPointF& anchor, Qt::Alignment alignment, const QString& text,
        const QFont& font, const QColor& colour, Ground ground = Ground::none);
    void addLine(const QLineF& line, const QColor& colour, double width = 1.0, bool dashed = false);
    void addBar(const QRectF& area, const QColor& colour);
    void addTarget(const QRectF& area, const QPointF& at, const QString& name, double value,
        const std::string& row, int year, int group, double order, const std::string& input = {});

    QString number(double value, int decimals, bool withSign = false) const;
    QString number(double value) const { return number(value, figure.decimals); }

    // Leaves room for the names of values and years, and `rightWidth` for those of lines.
    void shapePlot(const PlotExtent& extent, double rightWidth, double paddingX);
    void addZeroLine(); // of values

    void addValueAxis(); // names of the values left of the plot
    void addLyingAxis(); // below it
    void addYears(int first, int last);
    // Words of `text` in lines of at most `width`. What is longer is elided; a single word only
    // when it is longer by more than `tolerance`.
    QStringList wrapped(const QString& text, const QFont& font, double width, int most,
        double tolerance = 0.5) const;
    double valueLabelsWidth(const AxisScale& scale) const;
};

void layOutLines(LayoutPage& page);
void layOutColumns(LayoutPage& page);
void layOutBridge(LayoutPage& page);
void layOutBars(LayoutPage& page);
void layOutStanding(LayoutPage& page);
void layOutStackedBars(LayoutPage& page);
void layOutTornado(LayoutPage& page);
void layOutHistogram(LayoutPage& page);
void layOutConvergence(LayoutPage& page);
void layOutShares(LayoutPage& page);

}

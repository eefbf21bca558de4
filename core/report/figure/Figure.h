#pragma once

#include "core/report/Sentence.h"

#include <optional>
#include <string>
#include <vector>

// A figure as data: what it says, what is plotted, and where each number comes from. Screens,
// pictures and slides draw it; none of them computes anything. Values are in the figure's `unit`
// and in full; they are rounded when they are drawn.
namespace core {

// Which of the theme's colours a part is drawn in. A part `bySign` is blue where it adds value and
// orange where it takes it; `positive` and `negative` are these two by themselves, and `quiet` is
// the grey of what is out of date.
struct FigureInk {
    enum class Role { series, total, bySign, positive, negative, quiet };
    Role role = Role::series;
    int index = 0; // of the series colours, from 0 to 5

    bool operator==(const FigureInk&) const = default;
};

inline constexpr int seriesInkCount = 6;

struct FigurePoint {
    double x = 0.0; // a year, the position of a category from 0, or a number on the figure's axis
    double value = 0.0;

    bool operator==(const FigurePoint&) const = default;
};

struct FigureSeries {
    enum class Look {
        line,
        actuals,      // a line with dots
        threshold,    // dashed
        faintColumns, // behind the lines
        part,         // of stacked columns or bars
    };

    std::string id;
    Sentence label;
    FigureInk ink;
    Look look = Look::line;
    bool isActive = false; // drawn thicker, its label bold
    std::vector<FigurePoint> points;
    // What explainFigure() takes: empty when nothing explains it; without the case in stacked bars,
    // each of which is a case by its id.
    std::string row = {};
    std::string input = {}; // that the line is drawn over, by id; empty over years

    bool operator==(const FigureSeries&) const = default;
};

// A bar of a bridge or of a list, or the slot of a stacked bar.
struct FigureBar {
    std::string id;
    Sentence label;
    double from = 0.0; // not 0 for the steps of a bridge
    double to = 0.0;
    FigureInk ink;
    bool isTotal = false;  // shown without a sign
    bool isActive = false; // its label bold
    std::optional<double> probability = std::nullopt;
    std::string row = {};
    std::string input = {}; // that the bar leads to, by id

    double size() const { return to - from; }
    bool operator==(const FigureBar&) const = default;
};

// A bar of a tornado: what the figure is at both ends of the range of an input.
struct FigureSwing {
    struct End {
        std::optional<double> value; // none: there is no such figure then
        double position = 0.0;       // of the input, in its unit
        std::string positionText;    // "70 %"

        bool operator==(const End&) const = default;
    };

    std::string input; // by id
    Sentence label;
    std::string unit; // of the input
    End low;
    End high;

    bool operator==(const FigureSwing&) const = default;
};

// A point of a line, named or only dotted.
struct FigureMark {
    Sentence text;
    FigurePoint at;
    FigureInk ink;
    bool isAbove = true;  // where its text is
    std::string row = {}; // of the figure that it is; empty where a point of a series explains it

    bool operator==(const FigureMark&) const = default;
};

// A line across the figure at a value: dashed, but for the base of a tornado.
struct FigureLevel {
    Sentence text;
    double value = 0.0;

    bool operator==(const FigureLevel&) const = default;
};

// Where one part of the figure ends and another begins: what has happened and what is expected, or
// the values below a base and those above.
struct FigureDivide {
    double x = 0.0;
    Sentence before;
    Sentence after;

    bool operator==(const FigureDivide&) const = default;
};

// What lines are drawn over instead of years.
struct FigureAxis {
    Sentence name;
    std::string unit;      // "%" stands beside every number, others in the subtitle
    int decimals = 0;      // of numbers on it
    bool isChange = false; // numbers have a sign

    bool operator==(const FigureAxis&) const = default;
};

// A number of the axis as it is read: "70 %", "+50 %", "160".
std::string axisText(const FigureAxis& axis, double number);

// What anything that leaves the program says about its origin.
struct FigureSource {
    std::string project;
    std::string deck;
    Sentence discounting;

    bool operator==(const FigureSource&) const = default;
};

// `revision` names the saved state, as originText() does; it may be empty.
Sentence sourceLine(const FigureSource& source, const std::string& revision);

enum class FigureKind {
    lines,       // over years, with faint columns behind them, or over a number
    columns,     // stacked, over years
    bridge,      // floating bars from one total to another
    bars,        // lying, one below the other
    standing,    // bars side by side
    stackedBars, // lying
    tornado,     // pairs of lying bars about a base, the first of the levels
    histogram, // bars from one edge to another, as high as their probability, and a line in percent
    convergence, // a line over the number of trials between two others
    shares,      // lying bars in percent of a whole
};

struct Figure {
    std::string id;
    FigureKind kind = FigureKind::lines;
    Sentence title;    // the finding, at most 70 characters, no full stop
    Sentence subtitle; // what, unit, terms
    std::string unit;
    int decimals = 1; // of the values shown
    std::vector<FigureSeries> series;
    std::vector<FigureBar> bars;
    std::vector<FigureSwing> swings;
    std::vector<FigureMark> marks;
    std::vector<FigureLevel> levels;
    std::optional<FigureDivide> divide;
    std::optional<FigureAxis> axis = std::nullopt; // of `lines`; none: years
    bool isHigherBetter = true;                    // of `tornado`: more adds value
    std::optional<int> year = std::nullopt;        // of `stackedBars`: the one that is shown
    FigureSource source;

    bool isEmpty() const { return series.empty() && bars.empty() && swings.empty(); }
    bool operator==(const Figure&) const = default;
};

// The numbers of a figure as a table, in full: years, numbers of the axis or bars down, series
// across.
struct FigureTable {
    struct Line {
        std::string label;
        std::vector<std::optional<double>> values; // one for each head but the first
    };
    std::vector<std::string> heads;
    std::vector<Line> lines;
};

FigureTable figureTable(const Figure& figure);

}

#pragma once

#include <optional>
#include <string>
#include <vector>

// A figure as data: what it says, what is plotted, and where each number comes from. Screens,
// pictures and slides draw it; none of them computes anything. Values are in the figure's `unit`
// and in full; they are rounded when they are drawn.
namespace core {

// Text for people that can be put into another language: a pattern with %1, %2, … and what they
// stand for. Arguments are numbers, names from the project, or single words ("four").
struct Sentence {
    std::string pattern;
    std::vector<std::string> arguments = {};

    bool isEmpty() const { return pattern.empty(); }
    bool operator==(const Sentence&) const = default;
};

std::string english(const Sentence& sentence);
Sentence verbatim(std::string text); // a name of the project: the same in every language

// Which of the theme's colours a part is drawn in. A part `bySign` is blue where it adds value and
// orange where it takes it.
struct FigureInk {
    enum class Role { series, total, bySign };
    Role role = Role::series;
    int index = 0; // of the series colours, from 0 to 5

    bool operator==(const FigureInk&) const = default;
};

inline constexpr int seriesInkCount = 6;

struct FigurePoint {
    double x = 0.0; // a year, or the position of a category from 0
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

    double size() const { return to - from; }
    bool operator==(const FigureBar&) const = default;
};

// A named point of a line.
struct FigureMark {
    Sentence text;
    FigurePoint at;
    FigureInk ink;
    bool isAbove = true; // where its text is

    bool operator==(const FigureMark&) const = default;
};

// A dashed line across the figure at a value.
struct FigureLevel {
    Sentence text;
    double value = 0.0;

    bool operator==(const FigureLevel&) const = default;
};

// Where what has happened ends and what is expected begins.
struct FigureDivide {
    double x = 0.0;
    Sentence before;
    Sentence after;

    bool operator==(const FigureDivide&) const = default;
};

// What anything that leaves the program says about its origin.
struct FigureSource {
    std::string project;
    std::string deck;
    Sentence discounting;

    bool operator==(const FigureSource&) const = default;
};

// `revision` names the state of the file, such as "rev. 21, 23 Nov 2026"; it may be empty.
Sentence sourceLine(const FigureSource& source, const std::string& revision);

enum class FigureKind {
    lines,       // over years, with faint columns behind them
    columns,     // stacked, over years
    bridge,      // floating bars from one total to another
    bars,        // lying, one below the other
    stackedBars, // lying
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
    std::vector<FigureMark> marks;
    std::vector<FigureLevel> levels;
    std::optional<FigureDivide> divide;
    std::optional<int> year = std::nullopt; // of `stackedBars`: the one that is shown
    FigureSource source;

    bool isEmpty() const { return series.empty() && bars.empty(); }
    bool operator==(const Figure&) const = default;
};

// The numbers of a figure as a table, in full: years or bars down, series across.
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

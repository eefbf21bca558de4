#pragma once

#include "core/report/FigureReference.h"
#include "ui/document/CellAddress.h"
#include "ui/document/ProjectLists.h"

#include <QList>
#include <QPointF>
#include <QString>

#include <optional>
#include <string>
#include <vector>

// A table described as data: what a page says of its table, and all that a NumberTable knows of it.
namespace ui {

enum class CellTone {
    result,
    input,     // typed by somebody
    inherited, // interpolated or derived
    quiet,
    error, // a sum that breaks a rule
};

// A small drawing over the width of a cell; points from 0 to 1, upwards.
struct CellPicture {
    enum class Kind { area, bars, line };
    Kind kind = Kind::area;
    QList<QPointF> points;
    std::optional<double> mark = {}; // a line from top to bottom here

    bool operator==(const CellPicture&) const = default;
};

struct TableCell {
    enum class Look {
        text,
        number,
        share,    // a bar, and the percentage
        splitBar, // `parts`
        picture,
    };
    enum class Editor { none, number, choice, flag, name };

    Look look = Look::text;
    QString text;           // as shown
    QString textBelow = {}; // a quiet second line of a text, where rows are high enough
    // In the unit shown, for sums and copying; a share as a fraction, a flag as 1 or 0.
    std::optional<double> number = {};
    bool isPercent = false;
    CellTone tone = CellTone::result;
    bool isStrong = false;
    bool isOverride = false; // stands out on a ground of its own among those that are inherited
    bool isMarked = false; // ground of a selection: one of those that the explained figure is from
    // How much value it adds or takes among its like, from 1 to -1: its ground. Such cells have no
    // line below them, but strong ones at edges that part them from others, and a frame.
    std::optional<double> heat = {};
    Qt::Edges edges = {};
    bool isFramed = false;
    bool isShaded = false; // grey ground, likewise without a line: nothing can be here but this
    std::vector<double> parts = {}; // own cost, host charge, saving; the widest bar is 1
    std::optional<CellPicture> picture = {};
    Editor editor = Editor::none;
    CellAddress cell = {}; // what is edited; a name is that of the row's element
    int bareExponent = 0;  // of a number typed without a unit: 3 for thousands
    std::optional<core::FigureReference> figure = {}; // what F3 and a double click explain
    QString toolTip = {};

    bool operator==(const TableCell&) const = default;
};

struct ListElement {
    ProjectList list = ProjectList::costLines;
    std::string id;

    bool operator==(const ListElement&) const = default;
};

struct TableRow {
    enum class Kind { normal, group, subtotal, total, note };

    QString id; // unique in the table, and the same whenever the same row is meant
    Kind kind = Kind::normal;
    int level = 0;
    bool isExpandable = false;    // the deeper rows below it can be hidden
    std::optional<int> ink = {};  // a swatch of this series colour before the label
    std::vector<TableCell> cells; // one for each column
    // What the row stands for, when rows can be added, renamed, moved and removed. Neighbours of
    // one element are drawn as one, without a line between.
    std::optional<ListElement> element = {};
    bool isRemovable = false; // by the page, as no element

    bool operator==(const TableRow&) const = default;
};

struct TableColumn {
    QString id;
    QString head;
    QString headBelow = {}; // a second line; the first one is strong then
    Qt::Alignment alignment = Qt::AlignRight;
    int width = 64;           // at normal text size
    bool isStretched = false; // shares the room that is left
    bool isStrong = false;

    bool operator==(const TableColumn&) const = default;
};

// The first column holds the labels of the rows.
struct TableContent {
    std::vector<TableColumn> columns;
    std::vector<TableRow> rows;
    int frozenLeft = 0; // columns that stay when the others scroll
    int frozenRight = 0;

    // An empty cell when the row has none there.
    const TableCell& cell(int row, int column) const;
    int rowCount() const { return static_cast<int>(rows.size()); }
    int columnCount() const { return static_cast<int>(columns.size()); }
    std::optional<int> rowOf(const QString& id) const;
    std::optional<int> columnOf(const QString& id) const;
    bool isFrozen(int column) const
    {
        return column < frozenLeft || column >= columnCount() - frozenRight;
    }

    bool operator==(const TableContent&) const = default;
};

// "2026 year 1": both lines of the head.
QString headOf(const TableColumn&);

// What a person calls the row: the texts of its frozen columns, "Consensus, 4N".
QString rowNameOf(const TableContent&, int row);

// The group that hides the row when it is collapsed: the nearest expandable row above that is less
// deep than all between.
std::optional<int> groupOf(const TableContent&, int row);

// Whether the row and the one before it stand for the same element.
bool continuesElement(const TableContent&, int row);

}

#pragma once

#include <QColor>

#include <array>

class QPalette;

namespace ui {

// Every colour of the window, by its role. Palette, style, figures and painted widgets are
// made from these alone.
struct Theme {
    bool isDark = false;

    QColor chrome;     // ground of menu, tool, navigation and status bar
    QColor surface;    // ground of pages and fields
    QColor surface2;   // ground of the side panel and of the column of totals
    QColor hover;      // ground of what the pointer is on
    QColor text;       // figures
    QColor text2;      // labels
    QColor text3;      // hints, calculated inputs
    QColor rule;       // lines between rows, separators
    QColor rule2;      // lines under heads and around totals, borders of fields
    QColor accent;     // focus, links, ground of the primary button
    QColor accentSoft; // ground of a selection
    QColor onAccent;   // text on accent

    QColor input;       // values that somebody typed
    QColor inputGround; // ground of an override

    QColor positive; // value added
    QColor positiveSoft;
    QColor negative; // value lost
    QColor negativeSoft;

    QColor ok;
    QColor warning;
    QColor error;
    QColor warningGround;
    QColor errorGround;

    QColor grid;                      // of charts
    QColor zero;                      // zero line and connectors
    QColor total;                     // start bar, weighted bar, cumulative line, actuals
    QColor onBar;                     // text inside a bar
    std::array<QColor, 6> series;     // the first is that of the active case
    std::array<QColor, 6> seriesText; // names of the series

    static const Theme& light();
    static const Theme& dark();
    // With the system's own colours, for people who have asked the system for high contrast.
    static Theme ofSystem(const QPalette&);

    QColor disabledText() const; // text3, paler
    QColor accentHover() const;  // accent under the pointer
    QPalette palette() const;

    bool operator==(const Theme&) const = default;
};

}

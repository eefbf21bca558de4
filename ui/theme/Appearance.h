#pragma once

#include "ui/theme/Look.h"
#include "ui/theme/SystemTheme.h"

#include <QFont>
#include <QIcon>
#include <QObject>

#include <memory>

namespace ui {

class Preferences;

// What a text is for, from which follow its size and weight.
enum class TextStyle {
    keyFigure,
    pageTitle,
    explainFigure,
    explainTitle,
    chartTitle,      // one of several on a page
    chartTitleAlone, // that of the only one
    body,
    table, // also of fields and buttons
    caption,
    status,
    hint
};

// How the window looks now: theme and text size, as the user prefers them and the system asks. It
// takes note of the system's look when it is made, so that has to be before a palette is set.
class Appearance : public QObject {
    Q_OBJECT

public:
    explicit Appearance(Preferences&, QObject* parent = nullptr);

    Preferences& preferences() const { return m_preferences; }

    // The reference stays good, and shows the new theme after a change.
    const Theme& theme() const { return m_look->theme; }

    QFont font(TextStyle) const;
    QFont font(TextStyle, QFont::Weight) const;
    double textScale() const { return m_look->textScale; } // 0.9, 1, 1.15 or 1.3
    // A height or width that holds text, rounded.
    int px(double atNormalTextSize) const { return m_look->px(atNormalTextSize); }

    // An icon of resources/icons, by its file name without ".svg". It follows the theme by itself.
    QIcon icon(const QString& name) const;
    // In another colour of the theme, say &Theme::onAccent on a primary button; follows too.
    QIcon icon(const QString& name, QColor Theme::*ink) const;
    QIcon icon(const QString& name, const QColor&) const; // stays as it is

    // Dresses the program, now and whenever theme or text size change.
    void apply();

signals:
    // Theme or text size are others now: what paints itself does so again, what holds a font or a
    // height asks for it anew.
    void changed();

private:
    void refresh();
    void setColours();
    void setFonts();
    std::shared_ptr<const Theme> sharedTheme() const;

    Preferences& m_preferences;
    SystemTheme m_system;
    std::shared_ptr<Look> m_look; // shared with style and icons
    bool m_isApplied = false;
};

}

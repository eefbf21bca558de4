#pragma once

#include "ui/theme/Appearance.h"

#include <QLabel>

#include <optional>

namespace ui {

// Text in a style and colour of the theme, which follows both. It can be selected with the mouse
// unless that is turned off.
class ThemedLabel : public QLabel {
    Q_OBJECT

public:
    ThemedLabel(Appearance&, TextStyle, QColor Theme::*ink, QWidget* parent = nullptr);
    ThemedLabel(
        Appearance&, TextStyle, QFont::Weight, QColor Theme::*ink, QWidget* parent = nullptr);

    // Wraps the text in this width, and no other. Its height is then known before the layout
    // around it has a width, which settles at once instead of asking in turns.
    void setTextWidth(int width);

    bool hasHeightForWidth() const override;
    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;

private:
    void dress();

    Appearance& m_appearance;
    TextStyle m_style;
    std::optional<QFont::Weight> m_weight;
    QColor Theme::*m_ink;
    std::optional<int> m_textWidth;
};

}

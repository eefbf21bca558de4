#pragma once

#include "ui/theme/Theme.h"

#include <QProxyStyle>

#include <memory>

namespace ui {

// Fusion, with what a style sheet cannot colour by itself: check marks, arrows, combo boxes, the
// ring around what has the focus, and the system's usual icons.
class ThemeStyle : public QProxyStyle {
    Q_OBJECT

public:
    explicit ThemeStyle(std::shared_ptr<const Theme>);

    void drawPrimitive(
        PrimitiveElement, const QStyleOption*, QPainter*, const QWidget* = nullptr) const override;
    void drawControl(
        ControlElement, const QStyleOption*, QPainter*, const QWidget* = nullptr) const override;
    void drawComplexControl(ComplexControl, const QStyleOptionComplex*, QPainter*,
        const QWidget* = nullptr) const override;
    QRect subControlRect(ComplexControl, const QStyleOptionComplex*, SubControl,
        const QWidget* = nullptr) const override;
    QSize sizeFromContents(
        ContentsType, const QStyleOption*, const QSize&, const QWidget* = nullptr) const override;
    int pixelMetric(
        PixelMetric, const QStyleOption* = nullptr, const QWidget* = nullptr) const override;
    int styleHint(StyleHint, const QStyleOption* = nullptr, const QWidget* = nullptr,
        QStyleHintReturn* = nullptr) const override;
    QIcon standardIcon(
        StandardPixmap, const QStyleOption* = nullptr, const QWidget* = nullptr) const override;

private:
    void drawMark(PrimitiveElement, const QStyleOption&, QPainter&) const;
    void drawComboBox(const QStyleOptionComplex&, QPainter&) const;

    std::shared_ptr<const Theme> m_theme;
};

}

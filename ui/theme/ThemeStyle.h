#pragma once

#include "ui/theme/Look.h"

#include <QProxyStyle>

#include <memory>

namespace ui {

// Fusion in the colours and measures of the theme. What it draws anew stands by kind of widget in
// ButtonStyle, FieldStyle, MenuStyle and ViewStyle, whose headers say by which properties a widget
// asks for a look of its own; grounds are in Ground. It draws with the look of the moment: after a
// change of colours a window has to be painted again, and nothing else.
class ThemeStyle : public QProxyStyle {
    Q_OBJECT

public:
    explicit ThemeStyle(std::shared_ptr<const Look>);

    using QProxyStyle::polish;
    void polish(QWidget*) override;

    void drawPrimitive(
        PrimitiveElement, const QStyleOption*, QPainter*, const QWidget* = nullptr) const override;
    void drawControl(
        ControlElement, const QStyleOption*, QPainter*, const QWidget* = nullptr) const override;
    void drawComplexControl(ComplexControl, const QStyleOptionComplex*, QPainter*,
        const QWidget* = nullptr) const override;
    QRect subElementRect(SubElement, const QStyleOption*, const QWidget* = nullptr) const override;
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
    std::shared_ptr<const Look> m_look;
};

}

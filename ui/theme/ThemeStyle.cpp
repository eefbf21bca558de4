#include "ui/theme/ThemeStyle.h"

#include "ui/theme/TintedIcon.h"

#include <QPainter>
#include <QPainterPath>
#include <QStyleFactory>
#include <QStyleOption>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace ui {

namespace {

constexpr int iconSize = 16;
constexpr double fieldRadius = 3.0;
constexpr double controlRadius = 4.0;
constexpr double focusWidth = 2.0;

// A rectangle whose line lies wholly inside, on whole pixels.
void drawBox(QPainter& painter, const QRect& rect, double radius, const QColor& line, double width,
    const QBrush& ground = Qt::NoBrush)
{
    const QRectF inside = QRectF(rect).adjusted(width / 2, width / 2, -width / 2, -width / 2);
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(QPen(line, width));
    painter.setBrush(ground);
    painter.drawRoundedRect(inside, radius - width / 2, radius - width / 2);
    painter.restore();
}

void drawIcon(QPainter& painter, const QString& name, const QRect& rect, const QColor& colour)
{
    QRect square(0, 0, iconSize, iconSize);
    square.moveCenter(rect.center());
    tintedIcon(name, colour).paint(&painter, square);
}

QString arrowFor(QStyle::PrimitiveElement element)
{
    switch (element) {
    case QStyle::PE_IndicatorArrowUp:
        return u"chevron-up"_s;
    case QStyle::PE_IndicatorArrowLeft:
        return u"chevron-left"_s;
    case QStyle::PE_IndicatorArrowRight:
        return u"chevron-right"_s;
    default:
        return u"chevron-down"_s;
    }
}

}

ThemeStyle::ThemeStyle(std::shared_ptr<const Theme> theme)
    : QProxyStyle(QStyleFactory::create(u"Fusion"_s))
    , m_theme(std::move(theme))
{
}

void ThemeStyle::drawPrimitive(PrimitiveElement element, const QStyleOption* option,
    QPainter* painter, const QWidget* widget) const
{
    const bool isEnabled = option->state.testFlag(State_Enabled);
    switch (element) {
    case PE_IndicatorCheckBox:
    case PE_IndicatorItemViewItemCheck:
    case PE_IndicatorRadioButton:
        drawMark(element, *option, *painter);
        return;
    case PE_IndicatorMenuCheckMark:
        if (option->state.testFlag(State_On))
            drawIcon(*painter, u"check"_s, option->rect,
                isEnabled ? m_theme->text : m_theme->disabledText());
        return;
    case PE_IndicatorArrowDown:
    case PE_IndicatorArrowLeft:
    case PE_IndicatorArrowRight:
    case PE_IndicatorArrowUp:
        drawIcon(*painter, arrowFor(element), option->rect,
            isEnabled ? m_theme->text2 : m_theme->disabledText());
        return;
    case PE_IndicatorBranch:
        if (option->state.testFlag(State_Children))
            drawIcon(*painter,
                option->state.testFlag(State_Open) ? u"chevron-down"_s : u"chevron-right"_s,
                option->rect, m_theme->text2);
        return;
    case PE_FrameFocusRect:
        drawBox(*painter, option->rect, fieldRadius, m_theme->accent, focusWidth);
        return;
    default:
        QProxyStyle::drawPrimitive(element, option, painter, widget);
    }
}

void ThemeStyle::drawMark(
    PrimitiveElement element, const QStyleOption& option, QPainter& painter) const
{
    const bool isEnabled = option.state.testFlag(State_Enabled);
    const bool isPartly = option.state.testFlag(State_NoChange);
    const bool isOn = option.state.testFlag(State_On) || isPartly;
    const bool isPointedAt = option.state.testFlag(State_MouseOver);
    const bool hasFocus =
        option.state.testFlag(State_HasFocus) && element != PE_IndicatorItemViewItemCheck;
    const double radius =
        element == PE_IndicatorRadioButton ? option.rect.width() / 2.0 : fieldRadius;
    QColor ground = m_theme->surface;
    QColor line = isPointedAt || hasFocus ? m_theme->accent : m_theme->zero;
    if (isOn) {
        ground = m_theme->accent;
        line = hasFocus ? m_theme->text : m_theme->accent;
    }
    if (!isEnabled) {
        ground = isOn ? m_theme->rule2 : m_theme->surface;
        line = m_theme->rule2;
    }
    drawBox(painter, option.rect, radius, line, hasFocus ? focusWidth : 1.0, ground);
    if (!isOn)
        return;
    const QColor ink = isEnabled ? m_theme->onAccent : m_theme->surface;
    if (element == PE_IndicatorRadioButton)
        drawBox(painter, option.rect.adjusted(5, 5, -5, -5), 3.0, ink, 1.0, ink);
    else
        drawIcon(painter, isPartly ? u"remove"_s : u"check"_s, option.rect, ink);
}

// A word that is too long for its combo box ends in an ellipsis.
void ThemeStyle::drawControl(ControlElement element, const QStyleOption* option, QPainter* painter,
    const QWidget* widget) const
{
    const auto* const box = element == CE_ComboBoxLabel
                                ? qstyleoption_cast<const QStyleOptionComboBox*>(option)
                                : nullptr;
    if (!box) {
        QProxyStyle::drawControl(element, option, painter, widget);
        return;
    }
    QStyleOptionComboBox shown(*box);
    const int room = subControlRect(CC_ComboBox, box, SC_ComboBoxEditField, widget).width() -
                     2; // as Fusion does
    shown.currentText = box->fontMetrics.elidedText(box->currentText, Qt::ElideRight, room);
    QProxyStyle::drawControl(element, &shown, painter, widget);
}

void ThemeStyle::drawComplexControl(ComplexControl control, const QStyleOptionComplex* option,
    QPainter* painter, const QWidget* widget) const
{
    if (control == CC_ComboBox)
        drawComboBox(*option, *painter);
    else
        QProxyStyle::drawComplexControl(control, option, painter, widget);
}

void ThemeStyle::drawComboBox(const QStyleOptionComplex& option, QPainter& painter) const
{
    const auto* const box = qstyleoption_cast<const QStyleOptionComboBox*>(&option);
    const bool isEnabled = option.state.testFlag(State_Enabled);
    const bool hasFocus = option.state.testFlag(State_HasFocus);
    const bool isPointedAt = isEnabled && option.state.testFlag(State_MouseOver);
    if (box && box->frame)
        drawBox(painter, option.rect, controlRadius,
            hasFocus    ? m_theme->accent
            : isEnabled ? m_theme->rule2
                        : m_theme->rule,
            hasFocus ? focusWidth : 1.0,
            isPointedAt && !box->editable ? m_theme->hover : m_theme->surface);
    drawIcon(painter, u"chevron-down"_s,
        subControlRect(CC_ComboBox, &option, SC_ComboBoxArrow, nullptr),
        isEnabled ? m_theme->text2 : m_theme->disabledText());
}

QRect ThemeStyle::subControlRect(ComplexControl control, const QStyleOptionComplex* option,
    SubControl part, const QWidget* widget) const
{
    constexpr int padding = 9;
    constexpr int arrowMargin = 6;
    const QRect& box = option->rect;
    const QRect arrow(box.right() + 1 - arrowMargin - iconSize, box.top(), iconSize, box.height());
    if (control == CC_ComboBox && part == SC_ComboBoxArrow)
        return visualRect(option->direction, box, arrow);
    if (control == CC_ComboBox && part == SC_ComboBoxEditField)
        return visualRect(option->direction, box,
            QRect(QPoint(box.left() + padding, box.top() + 2),
                QPoint(arrow.left() - 1, box.bottom() - 2)));
    return QProxyStyle::subControlRect(control, option, part, widget);
}

QSize ThemeStyle::sizeFromContents(ContentsType type, const QStyleOption* option,
    const QSize& contents, const QWidget* widget) const
{
    const QSize size = QProxyStyle::sizeFromContents(type, option, contents, widget);
    if (type == CT_ComboBox)
        return {size.width() + iconSize / 2, option->fontMetrics.height() + 4};
    if (type == CT_ItemViewItem)
        return {size.width(), std::max(size.height(), option->fontMetrics.height() + 10)};
    return size;
}

int ThemeStyle::pixelMetric(
    PixelMetric metric, const QStyleOption* option, const QWidget* widget) const
{
    switch (metric) {
    case PM_SmallIconSize:
    case PM_ButtonIconSize:
    case PM_ToolBarIconSize:
    case PM_ListViewIconSize:
    case PM_TabBarIconSize:
    case PM_IndicatorWidth:
    case PM_IndicatorHeight:
    case PM_ExclusiveIndicatorWidth:
    case PM_ExclusiveIndicatorHeight:
        return iconSize;
    case PM_FocusFrameHMargin: // beside the text of a cell, less one pixel
        return 7;
    case PM_CheckBoxLabelSpacing:
    case PM_RadioButtonLabelSpacing:
        return 8;
    case PM_DockWidgetSeparatorExtent:
        return 1;
    default:
        return QProxyStyle::pixelMetric(metric, option, widget);
    }
}

int ThemeStyle::styleHint(
    StyleHint hint, const QStyleOption* option, const QWidget* widget, QStyleHintReturn* data) const
{
    switch (hint) {
    case SH_Widget_Animation_Duration: // nothing in the window moves by itself
    case SH_ComboBox_Popup:            // a list below the box, as finance staff know it
    case SH_DialogButtonBox_ButtonsHaveIcons:
    case SH_EtchDisabledText:
        return 0;
    default:
        return QProxyStyle::styleHint(hint, option, widget, data);
    }
}

QIcon ThemeStyle::standardIcon(
    StandardPixmap pixmap, const QStyleOption* option, const QWidget* widget) const
{
    switch (pixmap) {
    case SP_TitleBarCloseButton:
    case SP_DockWidgetCloseButton:
    case SP_LineEditClearButton:
        return tintedIcon(u"close"_s, m_theme);
    case SP_MessageBoxWarning:
        return tintedIcon(u"warning"_s, m_theme->warning);
    case SP_MessageBoxCritical:
        return tintedIcon(u"error"_s, m_theme->error);
    case SP_MessageBoxInformation:
    case SP_MessageBoxQuestion:
        return tintedIcon(u"info"_s, m_theme->accent);
    default:
        return QProxyStyle::standardIcon(pixmap, option, widget);
    }
}

}

#include "ui/theme/ThemeStyle.h"

#include "ui/theme/ButtonStyle.h"
#include "ui/theme/FieldStyle.h"
#include "ui/theme/Ground.h"
#include "ui/theme/MenuStyle.h"
#include "ui/theme/StylePainting.h"
#include "ui/theme/TintedIcon.h"
#include "ui/theme/ViewStyle.h"

#include <QAbstractButton>
#include <QAbstractItemView>
#include <QPainter>
#include <QPlainTextEdit>
#include <QProgressBar>
#include <QScrollArea>
#include <QStyleFactory>
#include <QStyleOption>
#include <QTabBar>
#include <QTextEdit>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace ui {

namespace {

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

bool isNote(const QWidget* widget)
{
    return qobject_cast<const QPlainTextEdit*>(widget) || qobject_cast<const QTextEdit*>(widget);
}

// Buttons draw it themselves, and in a list that has popped up the choice is seen without it.
bool hasNoRing(const QWidget* widget)
{
    return qobject_cast<const QAbstractButton*>(widget) ||
           (widget && widget->window()->windowType() == Qt::Popup);
}

// Tabs and lines bring small buttons of their own along.
const QStyleOptionToolButton* toolButton(const QStyleOption* option, const QWidget* widget)
{
    const bool isPart = widget && qobject_cast<const QTabBar*>(widget->parentWidget());
    return isPart ? nullptr : qstyleoption_cast<const QStyleOptionToolButton*>(option);
}

// What scrolls shows what is behind it, and has no frame.
void bare(QAbstractScrollArea& area)
{
    if (isNote(&area) || area.isWindow())
        area.setFrameStyle(int(QFrame::StyledPanel) | QFrame::Plain);
    else
        area.setFrameShape(QFrame::NoFrame);
    if (auto* const content = qobject_cast<QScrollArea*>(&area)) {
        content->viewport()->setAutoFillBackground(false);
        if (content->widget())
            content->widget()->setAutoFillBackground(false);
    }
}

}

ThemeStyle::ThemeStyle(std::shared_ptr<const Look> look)
    : QProxyStyle(QStyleFactory::create(u"Fusion"_s))
    , m_look(std::move(look))
{
}

void ThemeStyle::polish(QWidget* widget)
{
    QProxyStyle::polish(widget);
    if (auto* const area = qobject_cast<QAbstractScrollArea*>(widget))
        bare(*area);
    if (auto* const tabs = qobject_cast<QTabBar*>(widget)) {
        tabs->setDrawBase(false);
        tabs->setExpanding(false);
        tabs->setAttribute(Qt::WA_Hover);
    }
    if (auto* const progress = qobject_cast<QProgressBar*>(widget))
        progress->setFixedHeight(progressHeight);
}

void ThemeStyle::drawPrimitive(PrimitiveElement element, const QStyleOption* option,
    QPainter* painter, const QWidget* widget) const
{
    const Theme& theme = m_look->theme;
    const bool isEnabled = option->state.testFlag(State_Enabled);
    const QRect& rect = option->rect;
    switch (element) {
    case PE_Widget:
        if (widget)
            drawGround(*painter, *widget, theme);
        return;
    case PE_PanelLineEdit:
        drawLine(*painter, *m_look, *option, widget);
        return;
    case PE_Frame:
        if (isNote(widget))
            drawNote(*painter, *m_look, *option);
        else
            drawBox(*painter, rect, 0.0, theme.rule2, 1.0);
        return;
    case PE_PanelMenu:
        painter->fillRect(rect, theme.surface);
        return;
    case PE_FrameMenu:
        drawBox(*painter, rect, 0.0, theme.rule2, 1.0);
        return;
    case PE_PanelTipLabel:
        drawBox(*painter, rect, 0.0, theme.rule2, 1.0, theme.surface2);
        return;
    case PE_PanelStatusBar:
        painter->fillRect(rect, theme.chrome);
        painter->fillRect(QRect(rect.left(), rect.top(), rect.width(), 1), theme.rule2);
        return;
    case PE_FrameStatusBarItem:
    case PE_PanelMenuBar:
    case PE_PanelScrollAreaCorner:
        return;
    case PE_IndicatorCheckBox:
    case PE_IndicatorItemViewItemCheck:
    case PE_IndicatorRadioButton:
        drawMark(*painter, *m_look, element, *option);
        return;
    case PE_IndicatorArrowDown:
    case PE_IndicatorArrowLeft:
    case PE_IndicatorArrowRight:
    case PE_IndicatorArrowUp:
        drawIcon(*painter, arrowFor(element), rect, isEnabled ? theme.text2 : theme.disabledText());
        return;
    case PE_IndicatorBranch:
        if (option->state.testFlag(State_Children))
            drawIcon(*painter,
                option->state.testFlag(State_Open) ? u"chevron-down"_s : u"chevron-right"_s, rect,
                theme.text2);
        return;
    case PE_FrameFocusRect:
        if (!hasNoRing(widget))
            drawBox(*painter, rect, fieldRadius, theme.accent, focusWidth);
        return;
    default:
        QProxyStyle::drawPrimitive(element, option, painter, widget);
    }
}

void ThemeStyle::drawControl(ControlElement element, const QStyleOption* option, QPainter* painter,
    const QWidget* widget) const
{
    switch (element) {
    case CE_PushButton:
        if (const auto* button = qstyleoption_cast<const QStyleOptionButton*>(option))
            return drawButton(*painter, *m_look, *button, widget);
        break;
    case CE_MenuBarItem:
        if (const auto* item = qstyleoption_cast<const QStyleOptionMenuItem*>(option))
            return drawMenuBarItem(*painter, *m_look, *item, widget);
        break;
    case CE_MenuBarEmptyArea:
        painter->fillRect(option->rect, m_look->theme.chrome);
        return;
    case CE_MenuItem:
        if (const auto* item = qstyleoption_cast<const QStyleOptionMenuItem*>(option))
            return drawMenuItem(*painter, *m_look, *item, widget);
        break;
    case CE_TabBarTab:
        if (const auto* tab = qstyleoption_cast<const QStyleOptionTab*>(option))
            return drawTab(*painter, *m_look, *tab, widget);
        break;
    case CE_HeaderSection:
    case CE_HeaderEmptyArea:
        drawHeaderGround(*painter, *m_look, option->rect, Qt::Horizontal);
        return;
    case CE_Header:
        if (const auto* header = qstyleoption_cast<const QStyleOptionHeader*>(option))
            return drawHeader(*painter, *m_look, *header);
        break;
    case CE_ProgressBar:
        if (const auto* bar = qstyleoption_cast<const QStyleOptionProgressBar*>(option))
            return drawProgress(*painter, *m_look, *bar);
        break;
    case CE_Splitter:
        drawSplitterHandle(*painter, *m_look, *option);
        return;
    case CE_ComboBoxLabel:
        // A word that is too long for its combo box ends in an ellipsis.
        if (const auto* box = qstyleoption_cast<const QStyleOptionComboBox*>(option)) {
            QStyleOptionComboBox shown(*box);
            const int room =
                subControlRect(CC_ComboBox, box, SC_ComboBoxEditField, widget).width() -
                2; // as Fusion does
            shown.currentText = box->fontMetrics.elidedText(box->currentText, Qt::ElideRight, room);
            return QProxyStyle::drawControl(element, &shown, painter, widget);
        }
        break;
    default:
        break;
    }
    QProxyStyle::drawControl(element, option, painter, widget);
}

void ThemeStyle::drawComplexControl(ComplexControl control, const QStyleOptionComplex* option,
    QPainter* painter, const QWidget* widget) const
{
    if (control == CC_ComboBox) {
        if (const auto* box = qstyleoption_cast<const QStyleOptionComboBox*>(option))
            return drawComboBox(*painter, *m_look, *box);
    } else if (control == CC_ToolButton) {
        if (const auto* button = toolButton(option, widget))
            return drawButton(*painter, *m_look, *button, widget);
    } else if (control == CC_ScrollBar) {
        if (const auto* bar = qstyleoption_cast<const QStyleOptionSlider*>(option))
            return drawScrollBar(*painter, *m_look, *bar);
    }
    QProxyStyle::drawComplexControl(control, option, painter, widget);
}

QRect ThemeStyle::subElementRect(
    SubElement element, const QStyleOption* option, const QWidget* widget) const
{
    if (element == SE_LineEditContents)
        return lineContents(option->rect, widget);
    return QProxyStyle::subElementRect(element, option, widget);
}

QRect ThemeStyle::subControlRect(ComplexControl control, const QStyleOptionComplex* option,
    SubControl part, const QWidget* widget) const
{
    const auto visual = [option](const QRect& rect) {
        return visualRect(option->direction, option->rect, rect);
    };
    if (control == CC_ComboBox && part == SC_ComboBoxArrow)
        return visual(comboBoxArrow(option->rect));
    if (control == CC_ComboBox && part == SC_ComboBoxEditField)
        return visual(comboBoxText(option->rect));
    if (control == CC_ScrollBar)
        if (const auto* bar = qstyleoption_cast<const QStyleOptionSlider*>(option))
            return visual(scrollBarPart(*bar, part));
    return QProxyStyle::subControlRect(control, option, part, widget);
}

QSize ThemeStyle::sizeFromContents(ContentsType type, const QStyleOption* option,
    const QSize& contents, const QWidget* widget) const
{
    switch (type) {
    case CT_PushButton:
        return buttonSize(*m_look, contents, widget);
    case CT_ToolButton:
        if (const auto* button = toolButton(option, widget))
            return buttonSize(*m_look, *button, contents, widget);
        break;
    case CT_LineEdit:
        return lineSize(*m_look, contents, widget);
    case CT_ComboBox:
        return comboBoxSize(*m_look, *option, contents, widget);
    case CT_MenuBarItem:
        return menuBarItemSize(*m_look, contents);
    case CT_MenuItem:
        if (const auto* item = qstyleoption_cast<const QStyleOptionMenuItem*>(option))
            return menuItemSize(*m_look, *item, contents);
        break;
    case CT_TabBarTab:
        if (const auto* tab = qstyleoption_cast<const QStyleOptionTab*>(option))
            return tabSize(*m_look, *tab, widget);
        break;
    case CT_HeaderSection:
        if (const auto* header = qstyleoption_cast<const QStyleOptionHeader*>(option))
            return headerSize(header->fontMetrics.size(0, header->text));
        break;
    case CT_CheckBox:
    case CT_RadioButton: {
        constexpr int around = 3; // above and below
        const QSize size = QProxyStyle::sizeFromContents(type, option, contents, widget);
        return {size.width(), size.height() + 2 * around};
    }
    case CT_ItemViewItem: {
        const QSize size = QProxyStyle::sizeFromContents(type, option, contents, widget);
        return {size.width(), std::max(size.height(), option->fontMetrics.height() + 10)};
    }
    default:
        break;
    }
    return QProxyStyle::sizeFromContents(type, option, contents, widget);
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
    case PM_DefaultFrameWidth:
        return isNote(widget) ? noteBorder : 1;
    case PM_SplitterWidth:
        return 1;
    case PM_MenuPanelWidth:
        return menuBorder;
    case PM_MenuVMargin:
        return menuMargin;
    case PM_MenuHMargin:
    case PM_MenuBarVMargin:
    case PM_MenuBarPanelWidth:
    case PM_MenuBarItemSpacing:
        return 0;
    case PM_MenuBarHMargin:
        return menuBarMargin;
    case PM_MenuButtonIndicator: // the buttons reckon with it themselves
        return 0;
    case PM_ScrollBarExtent:
        return scrollBarWidth;
    case PM_ScrollBarSliderMin:
        return scrollHandleLength;
    case PM_ToolTipLabelFrameWidth:
        return 4;
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
    case SH_Table_GridLineColor:
        return static_cast<int>(m_look->theme.rule.rgb());
    default:
        return QProxyStyle::styleHint(hint, option, widget, data);
    }
}

QIcon ThemeStyle::standardIcon(
    StandardPixmap pixmap, const QStyleOption* option, const QWidget* widget) const
{
    switch (pixmap) {
    case SP_TitleBarCloseButton:
    case SP_LineEditClearButton:
        return tintedIcon(u"close"_s, {m_look, &m_look->theme});
    case SP_MessageBoxWarning:
        return tintedIcon(u"warning"_s, m_look->theme.warning);
    case SP_MessageBoxCritical:
        return tintedIcon(u"error"_s, m_look->theme.error);
    case SP_MessageBoxInformation:
    case SP_MessageBoxQuestion:
        return tintedIcon(u"info"_s, m_look->theme.accent);
    default:
        return QProxyStyle::standardIcon(pixmap, option, widget);
    }
}

}

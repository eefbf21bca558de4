#include "ui/window/SidePanel.h"

#include "ui/pages/ExplainPanel.h"
#include "ui/theme/Appearance.h"
#include "ui/theme/Ground.h"
#include "ui/widgets/PageStack.h"
#include "ui/widgets/Rule.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QStackedWidget>
#include <QToolButton>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace ui {

namespace {

constexpr int usualWidth = 348;

QToolButton* headButton(
    const Appearance& appearance, const QString& icon, const QString& name, QWidget* parent)
{
    auto* const button = new QToolButton(parent);
    button->setIcon(appearance.icon(icon));
    button->setToolTip(name);
    button->setAccessibleName(name);
    button->setProperty("quiet", true);
    button->setFixedSize(26, 26);
    return button;
}

}

SidePanel::SidePanel(const Appearance& appearance, ExplainPanel* explain, QWidget* parent)
    : QWidget(parent)
    , m_appearance(appearance)
    , m_explain(explain)
    , m_title(new QLabel(this))
    , m_pin(
          headButton(appearance, u"pin"_s, tr("Keep this figure while others are selected"), this))
    , m_stack(new PageStack(this))
{
    setObjectName(u"sidePanel"_s);
    setGround(*this, Ground::sidePanel);
    m_pin->setCheckable(true);
    m_pin->setObjectName(u"pinExplain"_s);
    QToolButton* const closer = headButton(appearance, u"close"_s, tr("Close (F4)"), this);
    closer->setObjectName(u"closePanel"_s);
    connect(closer, &QToolButton::clicked, this, &SidePanel::close);

    auto* const head = new QHBoxLayout;
    head->setContentsMargins(16, 6, 8, 6);
    head->addWidget(m_title, 1);
    head->addWidget(m_pin);
    head->addWidget(closer);
    auto* const column = new QVBoxLayout(this);
    column->setContentsMargins(1, 0, 0, 0);
    column->setSpacing(0);
    column->addLayout(head);
    column->addWidget(new Rule(appearance, this));
    column->addWidget(m_stack, 1);
    m_stack->addWidget(m_explain);

    const auto applyFont = [this] {
        m_title->setFont(m_appearance.font(TextStyle::body, QFont::DemiBold));
    };
    m_title->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Preferred);
    connect(&appearance, &Appearance::changed, this, applyFont);
    applyFont();
    arrange();
}

void SidePanel::adopt(QWidget* panel)
{
    panel->setParent(m_stack);
    panel->hide(); // until its page is in front
}

void SidePanel::setPagePanel(QWidget* panel, const QString& title)
{
    if (panel != m_pagePanel) {
        if (m_pagePanel)
            m_stack->removeWidget(m_pagePanel);
        m_pagePanel = panel;
        if (panel)
            m_stack->addWidget(panel);
    }
    m_pageTitle = title;
    arrange();
}

void SidePanel::showExplanation()
{
    m_isExplaining = true;
    arrange();
}

void SidePanel::showPagePanel()
{
    m_isExplaining = false;
    m_pin->setChecked(false);
    isPagePanelOpen() = true;
    arrange();
}

bool SidePanel::isPinned() const
{
    return m_pin->isChecked();
}

void SidePanel::setNarrow(bool isNarrow)
{
    m_isNarrow = isNarrow;
}

bool SidePanel::isWanted() const
{
    return m_isExplaining || (m_pagePanel && (m_isNarrow ? m_isOpenNarrow : m_isOpenWide));
}

void SidePanel::close()
{
    if (m_isExplaining) {
        m_isExplaining = false;
        m_pin->setChecked(false);
    } else {
        isPagePanelOpen() = false;
    }
    arrange();
}

void SidePanel::toggle()
{
    if (isWanted()) {
        close();
        return;
    }
    isPagePanelOpen() = true;
    m_isExplaining = m_isExplaining || (!m_pagePanel && m_explain->hasFigure());
    arrange();
}

QWidget* SidePanel::content() const
{
    return m_stack;
}

int SidePanel::preferredWidth() const
{
    return m_appearance.px(usualWidth);
}

void SidePanel::resizeEvent(QResizeEvent* event)
{
    QWidget::resizeEvent(event);
    showTitle();
}

void SidePanel::showTitle()
{
    const QString title = m_isExplaining ? tr("Explain") : m_pageTitle;
    m_title->setText(
        m_title->fontMetrics().elidedText(title, Qt::ElideRight, m_title->contentsRect().width()));
    m_title->setToolTip(m_title->text() == title ? QString() : title);
}

void SidePanel::arrange()
{
    m_pin->setVisible(m_isExplaining);
    showTitle();
    if (m_isExplaining)
        m_stack->setCurrentWidget(m_explain);
    else if (m_pagePanel)
        m_stack->setCurrentWidget(m_pagePanel);
    emit wantedChanged();
}

}

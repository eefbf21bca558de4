#include "ui/window/Workbench.h"

#include "ui/window/Navigation.h"
#include "ui/window/SidePanel.h"

namespace ui {

namespace {

constexpr int narrow = 1280; // of the window

}

Workbench::Workbench(QWidget* toolBar, QWidget* navigationColumn, Navigation* navigation,
    QWidget* pages, SidePanel* panel, QWidget* parent)
    : QWidget(parent)
    , m_toolBar(toolBar)
    , m_navigationColumn(navigationColumn)
    , m_navigation(navigation)
    , m_pages(pages)
    , m_panel(panel)
{
    for (QWidget* const part : {toolBar, navigationColumn, pages, static_cast<QWidget*>(panel)})
        part->setParent(this);
    connect(panel, &SidePanel::wantedChanged, this, &Workbench::arrange);
    arrange();
}

void Workbench::resizeEvent(QResizeEvent*)
{
    arrange();
}

void Workbench::arrange()
{
    const int top = m_toolBar->sizeHint().height();
    m_toolBar->setGeometry(0, 0, width(), top);
    const int left = m_navigation->preferredWidth();
    m_navigationColumn->setGeometry(0, top, left, height() - top);

    m_panel->setNarrow(width() < narrow);
    const bool isWanted = m_panel->isWanted();
    const int panelWidth = m_panel->preferredWidth();
    const int besidePages = isWanted && width() >= narrow ? panelWidth : 0;
    m_pages->setGeometry(left, top, width() - left - besidePages, height() - top);
    m_panel->setGeometry(width() - panelWidth, top, panelWidth, height() - top);
    m_panel->setVisible(isWanted);
    m_panel->raise();
}

}

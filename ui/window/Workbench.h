#pragma once

#include <QWidget>

namespace ui {

class Navigation;
class SidePanel;

// The inside of the window: navigation, page and side panel next to one another. Where the window
// is narrow, the panel lies over the page instead.
class Workbench : public QWidget {
    Q_OBJECT

public:
    Workbench(QWidget* toolBar, QWidget* navigationColumn, Navigation* navigation, QWidget* pages,
        SidePanel* panel, QWidget* parent = nullptr);

    void arrange();

protected:
    void resizeEvent(QResizeEvent* event) override;

private:
    QWidget* m_toolBar = nullptr;
    QWidget* m_navigationColumn = nullptr;
    Navigation* m_navigation = nullptr;
    QWidget* m_pages = nullptr;
    SidePanel* m_panel = nullptr;
};

}

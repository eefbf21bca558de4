#pragma once

#include <QWidget>

class QHBoxLayout;
class QLabel;
class QStackedWidget;
class QToolButton;

namespace ui {

class Appearance;
class ExplainPanel;

// Beside the page: how a figure came about, else the page's detail of what is selected. Closing an
// explanation gives the page's detail back. In a narrow window, where the panel lies over the page,
// the detail waits to be asked for.
class SidePanel : public QWidget {
    Q_OBJECT

public:
    SidePanel(const Appearance& appearance, ExplainPanel* explain, QWidget* parent = nullptr);

    // Takes a page's detail before it is styled: widgets that are moved later get back the colours
    // that they had when they were styled first.
    void adopt(QWidget* panel);
    // Of the page in front; null when it has none. The page keeps its widget.
    void setPagePanel(QWidget* panel, const QString& title);

    void showExplanation();
    void showPagePanel(); // ends an explanation
    bool isExplaining() const { return m_isExplaining; }
    bool isPinned() const;

    void setNarrow(bool isNarrow);

    // Whether there is something to show that the user has not closed.
    bool isWanted() const;
    void toggle();
    void close();

    QWidget* content() const; // below the head
    int preferredWidth() const;

signals:
    void wantedChanged();

protected:
    void resizeEvent(QResizeEvent* event) override;

private:
    bool& isPagePanelOpen() { return m_isNarrow ? m_isOpenNarrow : m_isOpenWide; }
    void arrange();
    void showTitle();

    const Appearance& m_appearance;
    ExplainPanel* m_explain = nullptr;
    QWidget* m_pagePanel = nullptr;
    QString m_pageTitle;
    QLabel* m_title = nullptr;
    QToolButton* m_pin = nullptr;
    QStackedWidget* m_stack = nullptr;
    bool m_isExplaining = false;
    bool m_isNarrow = false;
    // What the user last asked for as to the page's detail, in wide and in narrow windows.
    bool m_isOpenWide = true;
    bool m_isOpenNarrow = false;
};

}

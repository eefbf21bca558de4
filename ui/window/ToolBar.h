#pragma once

#include <QWidget>

class QAction;
class QToolButton;

namespace ui {

class FindField;
class MenuButton;
class Page;
class Segments;
class Workspace;

// The row above the pages: what holds for all of them. The price deck is part of the project and
// can be undone; terms and currency are only how it is looked at.
class ToolBar : public QWidget {
    Q_OBJECT

public:
    struct Actions {
        QAction* save;
        QAction* undo;
        QAction* redo;
        QMenu* exportMenu;
    };

    ToolBar(
        Workspace& workspace, const Actions& actions, FindField* find, QWidget* parent = nullptr);

    // A page with fixed terms or currency disables the control, which says why.
    void showFor(const Page& page);

private:
    QToolButton* actionButton(QAction* action, const QString& icon);
    void addSeparator();
    void showProject();
    void showView();
    void chooseDeck(const QString& id);

    Workspace& m_workspace;
    MenuButton* m_deck = nullptr;
    Segments* m_terms = nullptr;
    Segments* m_currency = nullptr;
};

}

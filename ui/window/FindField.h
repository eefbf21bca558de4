#pragma once

#include "ui/pages/Workspace.h"

#include <QLineEdit>

class QCompleter;
class QStandardItemModel;

namespace ui {

// One field over all inputs (by label, id and note), figures, pages and commands. What is chosen is
// gone to.
class FindField : public QLineEdit {
    Q_OBJECT

public:
    explicit FindField(Workspace& workspace, QWidget* parent = nullptr);

    // The commands of the window that can be found by their text.
    void setCommands(const QList<QAction*>& commands) { m_commands = commands; }

    void start(); // takes the focus

protected:
    void focusInEvent(QFocusEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;
    QSize sizeHint() const override;

private:
    void collect();
    void go(const QModelIndex& found);

    Workspace& m_workspace;
    QList<QAction*> m_commands;
    QStandardItemModel* m_model = nullptr;
    QCompleter* m_completer = nullptr;
};

}

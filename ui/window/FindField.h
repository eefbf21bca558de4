#pragma once

#include "ui/pages/Workspace.h"

#include <QLineEdit>
#include <QVariant>

#include <vector>

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
    enum class Kind { page, input, figure, command };
    struct Entry {
        QString name;
        QString detail; // shown at the right
        QString words;  // that it is found by, too
        Kind kind = Kind::page;
        QVariant target;
    };

    void collect();
    void showFound(const QString& text);
    void go(const QModelIndex& found);

    Workspace& m_workspace;
    QList<QAction*> m_commands;
    std::vector<Entry> m_entries;
    QStandardItemModel* m_found = nullptr; // what fits the text, the nearest first
    QCompleter* m_completer = nullptr;
};

}

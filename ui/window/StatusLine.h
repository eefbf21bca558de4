#pragma once

#include "ui/document/InvalidEntries.h"

#include "core/engine/Result.h"

#include <QStatusBar>

class QLabel;
class QPushButton;
class QToolButton;

namespace ui {

class NumberTable;
class Page;
class Workspace;

// The status bar: how long the last evaluation took, what is wrong (each line of the list leads to
// its field), the sum of the selection, and what the numbers are in.
class StatusLine : public QStatusBar {
    Q_OBJECT

public:
    explicit StatusLine(Workspace& workspace, QWidget* parent = nullptr);

    void showFor(Page* page);
    // In place of all else at the left; none when the message is empty.
    void showWaiting(const QString& message, bool canBeGivenUp);

signals:
    void givenUp();

private:
    void dress();
    QWidget* makeSeparator();
    void makeWaiting();
    void showEvaluation();
    void showProblems();
    void showUnits();
    void showSelection();

    Workspace& m_workspace;
    Page* m_page = nullptr;
    QMetaObject::Connection m_selection;
    QMetaObject::Connection m_refresh; // of the page, which knows its unit then
    QLabel* m_evaluated = nullptr;
    QToolButton* m_problems = nullptr;
    QWidget* m_separator = nullptr; // before the sum
    QLabel* m_sum = nullptr;
    QWidget* m_state = nullptr;
    QWidget* m_waiting = nullptr;
    QLabel* m_waitingFor = nullptr;
    QPushButton* m_giveUp = nullptr;
    QLabel* m_unit = nullptr;
    QLabel* m_discounting = nullptr;
    QLabel* m_zoom = nullptr;
};

}

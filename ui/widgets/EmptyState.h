#pragma once

#include <QWidget>

class QHBoxLayout;
class QLabel;
class QPushButton;

namespace ui {

class Appearance;

// In the place of what is not there yet: an icon, what is missing, one line about it, and how to
// get it.
class EmptyState : public QWidget {
    Q_OBJECT

public:
    EmptyState(Appearance&, const QString& icon, const QString& title, const QString& sentence,
        QWidget* parent = nullptr);

    // The first one is what most people want.
    QPushButton* addAction(const QString& text);

private:
    void dress();

    Appearance& m_appearance;
    QString m_iconName;
    QLabel* m_icon;
    QHBoxLayout* m_actions;
};

}

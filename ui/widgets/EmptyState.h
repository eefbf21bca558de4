#pragma once

#include <QWidget>

class QHBoxLayout;
class QLabel;
class QPushButton;

namespace ui {

class Appearance;
class ThemedLabel;

// In the place of what is not there yet: an icon, what is missing, one line about it, and how to
// get it.
class EmptyState : public QWidget {
    Q_OBJECT

public:
    EmptyState(Appearance&, const QString& icon, const QString& title, const QString& sentence,
        QWidget* parent = nullptr);

    void setSentence(const QString& sentence);
    // The first one is what most people want.
    QPushButton* addAction(const QString& text);

private:
    void dress();

    Appearance& m_appearance;
    QString m_iconName;
    QLabel* m_icon;
    ThemedLabel* m_sentence;
    QHBoxLayout* m_actions;
};

}

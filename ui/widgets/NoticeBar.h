#pragma once

#include <QWidget>

class QHBoxLayout;
class QLabel;
class QPushButton;

namespace ui {

class Appearance;
class ThemedLabel;

// A bar above what it speaks of: a warning, or how things stand, and buttons that deal with it.
// Takes no room while there is nothing to say.
class NoticeBar : public QWidget {
    Q_OBJECT

public:
    enum class Look { warning, locked };

    NoticeBar(Appearance&, const QString& action, QWidget* parent = nullptr);

    void setNotice(const QString& sentence); // empty: hidden
    QString notice() const;
    QPushButton& button() const { return *m_button; }
    QPushButton* addButton(const QString& text); // to the left of those that are there
    void setLook(Look look);

signals:
    void actionChosen();

protected:
    void paintEvent(QPaintEvent*) override;

private:
    void dress();

    Appearance& m_appearance;
    Look m_look = Look::warning;
    QHBoxLayout* m_row;
    QLabel* m_icon;
    ThemedLabel* m_text;
    QPushButton* m_button;
};

}

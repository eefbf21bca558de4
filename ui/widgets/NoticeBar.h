#pragma once

#include <QWidget>

class QHBoxLayout;
class QLabel;
class QPushButton;

namespace ui {

class Appearance;
class ThemedLabel;

// A bar above what it speaks of: a warning, and a button that deals with it. Takes no room while
// there is nothing to say.
class NoticeBar : public QWidget {
    Q_OBJECT

public:
    NoticeBar(Appearance&, const QString& action, QWidget* parent = nullptr);

    void setNotice(const QString& sentence); // empty: hidden
    QString notice() const;
    QPushButton& button() const { return *m_button; }

signals:
    void actionChosen();

protected:
    void paintEvent(QPaintEvent*) override;

private:
    void dress();

    Appearance& m_appearance;
    QLabel* m_icon;
    ThemedLabel* m_text;
    QPushButton* m_button;
};

}

#pragma once

#include <QWidget>

class QHBoxLayout;

namespace ui {

class Appearance;
class ThemedLabel;

// The head of a page: its title, a line of message that quotes live figures, and the page's
// commands at the right.
class PageHead : public QWidget {
    Q_OBJECT

public:
    PageHead(Appearance& appearance, const QString& title, QWidget* parent = nullptr);

    void setTitle(const QString& title);
    QString title() const;
    void setMessage(const QString& message);
    QString message() const;

    // In the order of adding, from left to right.
    void addCommand(QWidget* command);

private:
    ThemedLabel* m_title = nullptr;
    ThemedLabel* m_message = nullptr;
    QHBoxLayout* m_commands = nullptr;
};

}

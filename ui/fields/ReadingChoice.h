#pragma once

#include <QFrame>
#include <QStringList>

#include <optional>
#include <vector>

class QPushButton;

namespace ui {

// Two buttons below a field, for a number that can be read in two ways. It lies over what is below
// and scrolls with the field, which keeps the focus: keys are the field's to pass on.
class ReadingChoice : public QFrame {
    Q_OBJECT

public:
    explicit ReadingChoice(QWidget& field);

    void offer(const QStringList& readings);
    void place(); // below the field, or above it where there is no room

    // The reading that the keyboard is on; none at first.
    std::optional<int> marked() const { return m_marked; }
    void mark(std::optional<int>);

signals:
    void chosen(int reading);

private:
    QWidget& m_field;
    std::vector<QPushButton*> m_buttons;
    std::optional<int> m_marked;
};

}

#pragma once

#include <QComboBox>

namespace ui {

// A list of words to choose from, whose tool tip says a word that is cut off.
class ChoiceList : public QComboBox {
    Q_OBJECT

public:
    using QComboBox::QComboBox;

    bool isCut() const; // whether the box is too narrow for its word

protected:
    bool event(QEvent* event) override;
};

}

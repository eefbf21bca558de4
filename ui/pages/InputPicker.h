#pragma once

#include <QFrame>
#include <QStringList>

class QLineEdit;
class QListWidget;

namespace ui {

class Workspace;

// Inputs of the project in a list below a button: typing narrows it, Enter or a click takes one,
// Esc closes it.
class InputPicker : public QFrame {
    Q_OBJECT

public:
    enum class Offer { movable, all }; // those that an analysis can move, or words, too

    // `without` are the ids of inputs that are not offered.
    InputPicker(
        Workspace&, const QStringList& without, QWidget* parent, Offer offer = Offer::movable);

    void openBelow(const QWidget& anchor);

signals:
    void chosen(const QString& inputId);

protected:
    bool eventFilter(QObject*, QEvent*) override;

private:
    void narrow(const QString& text);
    void take();

    QLineEdit* m_line = nullptr;
    QListWidget* m_list = nullptr;
};

}

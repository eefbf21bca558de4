#pragma once

#include <QDialog>

#include <functional>
#include <string>
#include <vector>

class QLineEdit;
class QListWidget;

namespace core {
struct Input;
}

namespace ui {

class Workspace;

// Asks for one input of the project, found by its name or id.
class InputChoice : public QDialog {
    Q_OBJECT

public:
    using Filter = std::function<bool(const core::Input&)>;

    InputChoice(Workspace&, const QString& title, const Filter&, QWidget* parent = nullptr);

    std::string chosen() const; // empty when there is none

protected:
    bool eventFilter(QObject*, QEvent*) override;

private:
    struct Entry {
        std::string id;
        QString name;
        QString value;
    };

    void show(const QString& text);

    std::vector<Entry> m_entries;
    QLineEdit* m_field;
    QListWidget* m_list;
};

}

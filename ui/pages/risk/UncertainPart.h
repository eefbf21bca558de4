#pragma once

#include "ui/pages/TablePart.h"

#include <string>

class QPushButton;

namespace ui {

class ThemedLabel;

// The uncertain inputs of the project in a table, and adding and removing them.
class UncertainPart : public TablePart {
    Q_OBJECT

public:
    explicit UncertainPart(Workspace&, QWidget* parent = nullptr);

    void refresh();
    void showProblems();
    // That of the current row: an input, "active_deck" or "price_process"; empty when there is
    // none.
    std::string current() const;
    bool select(const std::string& input); // and takes the focus

    void offerInputs(); // to be added
    void add(const std::string& input);
    void startFromEvidence();
    void remove(const QStringList& rowIds);

signals:
    void currentChanged();

private:
    QPushButton* m_add;
    ThemedLabel* m_note;
};

}

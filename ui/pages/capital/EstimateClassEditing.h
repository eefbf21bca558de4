#pragma once

#include <QObject>

#include <optional>
#include <string>

class QKeyEvent;
class QMenu;

namespace ui {

class NumberTable;
class Workspace;

// The AACE class of a capital item is no input of the calculation, so cells cannot edit it as they
// do inputs. In its column a digit sets it and Del takes it away; F2, a double click and the menu
// of the cell offer all classes, with how far the amounts may lie off.
class EstimateClassEditing : public QObject {
    Q_OBJECT

public:
    EstimateClassEditing(Workspace&, NumberTable&);

protected:
    bool eventFilter(QObject*, QEvent*) override;

private:
    std::string currentItem() const; // empty on other rows
    bool isCurrentColumn() const;
    bool handleKey(const QKeyEvent&);
    void openList();
    void fill(QMenu&, const std::string& item);
    void set(const std::string& item, std::optional<int> estimateClass);

    Workspace& m_workspace;
    NumberTable& m_table;
    const QObject* m_viewport; // still tells of its end when the table is no table any more
};

}

#pragma once

#include "ui/document/InvalidEntries.h"
#include "ui/tables/PastePlan.h"
#include "ui/tables/TableDelegate.h"
#include "ui/tables/TableModel.h"
#include "ui/tables/TablePainter.h"

#include <QDialog>

#include <functional>
#include <memory>

class QComboBox;
class QLabel;
class QPushButton;
class QTableView;

namespace ui {

class GroupFilter;
class TableHeader;

// Shows what pasting would do before it is done: what is read, where it goes, and what is left.
class PastePreview : public QDialog {
    Q_OBJECT

public:
    // How the block would be pasted when its numbers are read by a decimal mark; none: by its own.
    using Planner = std::function<PastePlan(std::optional<QChar> decimalMark)>;

    PastePreview(const Appearance&, const TableContent& target, const Block&, Planner,
        QWidget* parent = nullptr);
    ~PastePreview() override;

    const PastePlan& plan() const { return m_plan; }

private:
    void readBy(std::optional<QChar> decimalMark);
    void show(const PastePlan&);
    TableContent contentOf(const PastePlan&);
    QString whatIsLeft(const PastePlan&) const;
    QString nameOf(const PastedCell&) const;

    const TableContent m_target;
    const Block m_block;
    Planner m_planner;
    PastePlan m_plan;

    InvalidEntries m_refused; // texts of the block, by their places in it
    TableModel m_model {m_refused};
    std::unique_ptr<GroupFilter> m_rows;
    TablePainter m_painter;
    TableState m_state;
    QLabel* m_summary = nullptr;
    QLabel* m_readAs = nullptr;
    QComboBox* m_marks = nullptr;
    QTableView* m_table = nullptr;
    TableHeader* m_header = nullptr;
    QLabel* m_left = nullptr;
    QPushButton* m_paste = nullptr;
};

}

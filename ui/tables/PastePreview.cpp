#include "ui/tables/PastePreview.h"

#include "ui/fields/NumberField.h"
#include "ui/tables/GroupFilter.h"
#include "ui/tables/TableHeader.h"
#include "ui/theme/Appearance.h"

#include <QComboBox>
#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>
#include <QTableView>
#include <QVBoxLayout>

#include <algorithm>
#include <set>

using namespace Qt::StringLiterals;

namespace ui {

namespace {

constexpr int rowHeight = 24;
constexpr int mostRowsShown = 12;
constexpr int mostSentences = 3;
constexpr QSize smallest {420, 180};

QString textOf(const BlockCell& cell)
{
    return cell.text.isEmpty() && cell.number ? DisplayFormat().typed(*cell.number) : cell.text;
}

CellAddress addressOf(int blockRow, int blockColumn)
{
    return {u"%1"_s.arg(blockRow), blockColumn};
}

}

PastePreview::PastePreview(const Appearance& appearance, const TableContent& target,
    const Block& block, Planner planner, QWidget* parent)
    : QDialog(parent)
    , m_target(target)
    , m_block(block)
    , m_planner(std::move(planner))
    , m_rows(std::make_unique<GroupFilter>(m_model))
    , m_painter(appearance)
    , m_summary(new QLabel(this))
    , m_readAs(new QLabel(tr("Read as"), this))
    , m_marks(new QComboBox(this))
    , m_table(new QTableView(this))
    , m_header(new TableHeader(*m_rows, appearance, m_painter, m_table))
    , m_left(new QLabel(this))
{
    setObjectName(u"pastePreview"_s);
    setWindowTitle(tr("Paste"));
    m_marks->addItem(tr("%1 (English)").arg(u"1,234.5"_s), QChar(u'.'));
    m_marks->addItem(tr("%1 (Russian)").arg(u'1' + QString(QChar(narrowNoBreakSpace)) + u"234,5"_s),
        QChar(u','));
    m_readAs->setBuddy(m_marks);
    m_left->setWordWrap(true);
    m_left->setTextFormat(Qt::PlainText);

    m_table->setHorizontalHeader(m_header);
    m_table->setModel(m_rows.get());
    m_table->setItemDelegate(new TableDelegate(*m_rows, m_painter, m_state, m_table));
    m_table->setShowGrid(false);
    m_table->setFrameShape(QFrame::NoFrame);
    m_table->setSelectionMode(QAbstractItemView::NoSelection);
    m_table->setEditTriggers(QAbstractItemView::NoEditTriggers);
    m_table->setHorizontalScrollMode(QAbstractItemView::ScrollPerPixel);
    m_table->verticalHeader()->hide();
    m_table->verticalHeader()->setMinimumSectionSize(0);
    m_table->verticalHeader()->setDefaultSectionSize(appearance.px(rowHeight));
    m_table->setAccessibleName(tr("What is pasted"));

    auto* const cancel = new QPushButton(tr("Cancel"), this);
    m_paste = new QPushButton(this);
    m_paste->setProperty("primary", true);
    m_paste->setDefault(true);
    connect(m_paste, &QPushButton::clicked, this, &QDialog::accept);
    connect(cancel, &QPushButton::clicked, this, &QDialog::reject);
    connect(m_marks, &QComboBox::activated, this, [this] {
        const QChar mark = m_marks->currentData().toChar();
        NumberField::setAnsweredMark(mark);
        readBy(mark);
    });

    auto* const top = new QHBoxLayout;
    top->addWidget(m_summary);
    top->addStretch();
    top->addWidget(m_readAs);
    top->addWidget(m_marks);
    auto* const buttons = new QHBoxLayout;
    buttons->addStretch();
    buttons->addWidget(cancel);
    buttons->addWidget(m_paste);
    auto* const page = new QVBoxLayout(this);
    page->setContentsMargins(16, 16, 16, 16);
    page->setSpacing(12);
    page->addLayout(top);
    page->addWidget(m_table, 1);
    page->addWidget(m_left);
    page->addLayout(buttons);
    readBy(std::nullopt);
    m_paste->setFocus();

    const int rows = std::min(m_rows->rowCount(), mostRowsShown);
    m_table->setMinimumSize(smallest);
    m_table->setFixedHeight(
        std::max(smallest.height() / 2, m_header->height() + rows * appearance.px(rowHeight) + 16));
    resize(sizeHint().expandedTo({std::min(m_header->length() + 40, 900), 0}));
}

PastePreview::~PastePreview() = default;

void PastePreview::readBy(std::optional<QChar> decimalMark)
{
    m_plan = m_planner(decimalMark);
    show(m_plan);
}

void PastePreview::show(const PastePlan& plan)
{
    std::set<int> rows, columns;
    for (const PastedCell& cell : plan.cells) {
        rows.insert(cell.blockRow);
        columns.insert(cell.blockColumn);
    }
    const int count = static_cast<int>(plan.cells.size());
    if (rows.size() > 1 && columns.size() > 1)
        m_summary->setText(tr("%1 numbers in %2 rows and %3 columns.")
                               .arg(count)
                               .arg(rows.size())
                               .arg(columns.size()));
    else
        m_summary->setText(count == 1 ? tr("One number.") : tr("%n numbers.", nullptr, count));
    m_readAs->setVisible(plan.decimalMark.has_value());
    m_marks->setVisible(plan.decimalMark.has_value());
    if (plan.decimalMark)
        m_marks->setCurrentIndex(m_marks->findData(*plan.decimalMark));

    m_refused.clearAll();
    m_model.setContent(contentOf(plan));
    m_table->resizeColumnsToContents();
    m_header->fitHeight();

    m_left->setText(whatIsLeft(plan));
    m_left->setVisible(!m_left->text().isEmpty());
    m_paste->setEnabled(plan.taken() > 0);
    m_paste->setText(plan.left() == 0
                         ? tr("Paste %1").arg(plan.taken())
                         : tr("Paste %1, leave %2").arg(plan.taken()).arg(plan.left()));
}

// Its own table: the names that were pasted along, the cells, and the rows they go to.
TableContent PastePreview::contentOf(const PastePlan& plan)
{
    TableContent content;
    const auto addColumn = [&](const QString& id, const QString& head, Qt::Alignment alignment) {
        content.columns.push_back({id, head, {}, alignment});
    };
    if (plan.labelColumns > 0)
        addColumn(u"row"_s, tr("Row"), Qt::AlignLeft);
    std::vector<const PastedCell*> places(
        static_cast<std::size_t>(m_block.rowCount() * m_block.columnCount()));
    std::vector<std::optional<int>> targets(static_cast<std::size_t>(m_block.columnCount()));
    for (const PastedCell& cell : plan.cells) {
        places[static_cast<std::size_t>(cell.blockRow * m_block.columnCount() + cell.blockColumn)] =
            &cell;
        if (cell.row)
            targets[static_cast<std::size_t>(cell.blockColumn)] = cell.column;
    }
    for (int column = plan.labelColumns; column < m_block.columnCount(); ++column) {
        const auto& target = targets[static_cast<std::size_t>(column)];
        addColumn(u"%1"_s.arg(column),
            target ? headOf(m_target.columns[static_cast<std::size_t>(*target)]) : QString(),
            Qt::AlignRight);
    }
    addColumn(u"target"_s, tr("Goes to"), Qt::AlignLeft);

    for (int row = plan.headRows; row < m_block.rowCount(); ++row) {
        TableRow line;
        line.id = u"%1"_s.arg(row);
        const auto& pasted = m_block.rows[static_cast<std::size_t>(row)];
        QStringList names;
        for (int column = 0; column < plan.labelColumns; ++column)
            names += textOf(pasted[static_cast<std::size_t>(column)]);
        if (plan.labelColumns > 0) {
            line.cells.emplace_back();
            line.cells.back().text = names.join(u", "_s);
        }
        QString goesTo;
        for (int column = plan.labelColumns; column < m_block.columnCount(); ++column) {
            TableCell cell;
            cell.text = textOf(pasted[static_cast<std::size_t>(column)]);
            const PastedCell* const place =
                places[static_cast<std::size_t>(row * m_block.columnCount() + column)];
            if (place && place->row) {
                cell.tone = CellTone::input;
                // As if it were typed, so that it is marked where it is refused.
                cell.editor = TableCell::Editor::number;
                cell.cell = addressOf(row, column);
                if (!place->value)
                    m_refused.set({cell.cell, cell.text, place->sentence});
                goesTo = rowNameOf(m_target, *place->row);
            } else {
                // Beside the table, where there can be any number of them.
                cell.tone = CellTone::quiet;
                cell.toolTip = place ? place->sentence : QString();
            }
            line.cells.push_back(cell);
        }
        line.cells.emplace_back();
        line.cells.back().text = goesTo;
        line.cells.back().tone = CellTone::quiet;
        content.rows.push_back(std::move(line));
    }
    return content;
}

QString PastePreview::nameOf(const PastedCell& cell) const
{
    if (!cell.row)
        return textOf(m_block.rows[static_cast<std::size_t>(cell.blockRow)]
                                  [static_cast<std::size_t>(cell.blockColumn)]);
    return tr("%1, %2").arg(rowNameOf(m_target, *cell.row),
        headOf(m_target.columns[static_cast<std::size_t>(cell.column)]));
}

QString PastePreview::whatIsLeft(const PastePlan& plan) const
{
    QStringList sentences;
    for (const PastedCell& cell : plan.cells) {
        if (cell.value)
            continue;
        if (sentences.size() == mostSentences) {
            sentences += tr("And %1 more.").arg(plan.left() - mostSentences);
            break;
        }
        sentences += tr("%1: %2").arg(nameOf(cell), cell.sentence);
    }
    return sentences.join(u'\n');
}

}

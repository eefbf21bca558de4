#include "ui/pages/TargetChoice.h"

#include "core/report/figure/TargetText.h"
#include "ui/figures/FigureLayout.h"

#include <QDialogButtonBox>
#include <QKeyEvent>
#include <QLabel>
#include <QListWidget>
#include <QPushButton>
#include <QVBoxLayout>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace ui {

namespace {

constexpr QSize usualSize(380, 460);

}

TargetChoice::TargetChoice(const std::vector<core::Target>& chosen, QWidget* parent)
    : QDialog(parent)
    , m_list(new QListWidget(this))
{
    setObjectName(u"targetChoice"_s);
    setWindowTitle(tr("Choose figures"));
    resize(usualSize);
    auto* const text =
        new QLabel(tr("Ticked figures are shown, in this order. Drag them into order, or move one "
                      "with Alt and the arrow keys."),
            this);
    text->setWordWrap(true);
    std::vector<core::Target> order = chosen;
    for (const core::Target& target : core::allTargets())
        if (std::find(chosen.begin(), chosen.end(), target) == chosen.end())
            order.push_back(target);
    for (std::size_t i = 0; i < order.size(); ++i) {
        auto* const item = new QListWidgetItem(textOf(core::shortNameOf(order[i])), m_list);
        const std::string_view name = core::nameOf(order[i]);
        item->setData(
            Qt::UserRole, QString::fromUtf8(name.data(), static_cast<qsizetype>(name.size())));
        item->setFlags(item->flags() | Qt::ItemIsUserCheckable);
        item->setCheckState(i < chosen.size() ? Qt::Checked : Qt::Unchecked);
    }
    m_list->setObjectName(u"targetChoice.list"_s);
    m_list->setAccessibleName(tr("Figures"));
    m_list->setDragDropMode(QAbstractItemView::InternalMove);
    m_list->setCurrentRow(0);
    m_list->installEventFilter(this);

    auto* const buttons =
        new QDialogButtonBox(QDialogButtonBox::Ok | QDialogButtonBox::Cancel, this);
    m_accept = buttons->button(QDialogButtonBox::Ok);
    connect(buttons, &QDialogButtonBox::accepted, this, &QDialog::accept);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    connect(m_list, &QListWidget::itemChanged, this, &TargetChoice::check);
    auto* const column = new QVBoxLayout(this);
    column->setSpacing(12);
    column->addWidget(text);
    column->addWidget(m_list, 1);
    column->addWidget(buttons);
}

std::vector<core::Target> TargetChoice::chosen() const
{
    std::vector<core::Target> chosen;
    for (int i = 0; i < m_list->count(); ++i)
        if (m_list->item(i)->checkState() == Qt::Checked)
            if (const auto target =
                    core::findTarget(m_list->item(i)->data(Qt::UserRole).toString().toStdString()))
                chosen.push_back(*target);
    return chosen;
}

void TargetChoice::check()
{
    m_accept->setEnabled(!chosen().empty());
}

void TargetChoice::move(int places)
{
    const int row = m_list->currentRow();
    const int to = row + places;
    if (row < 0 || to < 0 || to >= m_list->count())
        return;
    m_list->insertItem(to, m_list->takeItem(row));
    m_list->setCurrentRow(to);
}

bool TargetChoice::eventFilter(QObject* watched, QEvent* event)
{
    if (watched == m_list && event->type() == QEvent::KeyPress) {
        const auto* const key = static_cast<QKeyEvent*>(event);
        const bool isMove = key->modifiers().testFlag(Qt::AltModifier) &&
                            (key->key() == Qt::Key_Up || key->key() == Qt::Key_Down);
        if (isMove) {
            move(key->key() == Qt::Key_Up ? -1 : 1);
            return true;
        }
    }
    return QDialog::eventFilter(watched, event);
}

}

#include "ui/pages/capital/EstimateClassEditing.h"

#include "core/project/Evidence.h"
#include "ui/document/Session.h"
#include "ui/pages/Workspace.h"
#include "ui/pages/capital/CapitalTable.h"
#include "ui/tables/NumberTable.h"
#include "ui/widgets/EvidenceText.h"

#include <QActionGroup>
#include <QKeyEvent>
#include <QMenu>
#include <QMouseEvent>

#include <algorithm>

namespace ui {

namespace {

constexpr int worstClass = 5;

const core::CapitalItem* itemOf(const core::Project& project, const std::string& id)
{
    const auto& items = project.capital.items;
    const auto found = std::find_if(
        items.begin(), items.end(), [&](const core::CapitalItem& item) { return item.id == id; });
    return found == items.end() ? nullptr : &*found;
}

QString classText(std::optional<int> estimateClass)
{
    return estimateClass ? QString::number(*estimateClass) : EstimateClassEditing::tr("none");
}

}

EstimateClassEditing::EstimateClassEditing(Workspace& workspace, NumberTable& table)
    : QObject(&table)
    , m_workspace(workspace)
    , m_table(table)
    , m_viewport(table.viewport())
{
    table.installEventFilter(this);
    table.viewport()->installEventFilter(this);
    connect(&table, &NumberTable::contextMenuOpening, this,
        [this](QMenu* menu, const QString&, const QString&) {
            if (const std::string item = currentItem(); !item.empty()) {
                menu->addSeparator();
                fill(*menu->addMenu(tr("AACE class")), item);
            }
        });
}

std::string EstimateClassEditing::currentItem() const
{
    const TableContent& content = m_table.content();
    const auto row = content.rowOf(m_table.currentRow());
    if (!row)
        return {};
    const auto& element = content.rows[static_cast<std::size_t>(*row)].element;
    return element ? element->id : std::string();
}

bool EstimateClassEditing::isCurrentColumn() const
{
    return m_table.currentColumn() == estimateClassColumn() && !currentItem().empty();
}

bool EstimateClassEditing::eventFilter(QObject* watched, QEvent* event)
{
    if (watched == &m_table && event->type() == QEvent::KeyPress && isCurrentColumn())
        return handleKey(static_cast<const QKeyEvent&>(*event));
    if (watched == m_viewport && event->type() == QEvent::MouseButtonDblClick) {
        const QPoint place = static_cast<QMouseEvent*>(event)->position().toPoint();
        if (!isCurrentColumn() || m_table.indexAt(place) != m_table.currentIndex())
            return false;
        openList();
        return true;
    }
    return false;
}

bool EstimateClassEditing::handleKey(const QKeyEvent& key)
{
    const auto modifiers = key.modifiers() & ~Qt::KeyboardModifiers(Qt::KeypadModifier);
    if (modifiers != Qt::NoModifier)
        return false;
    if (key.key() == Qt::Key_F2) {
        openList();
        return true;
    }
    if (key.key() == Qt::Key_Delete || key.key() == Qt::Key_Backspace) {
        set(currentItem(), std::nullopt);
        return true;
    }
    const int number = key.key() - Qt::Key_0;
    if (number < 0 || number > 9)
        return false;
    if (number >= 1 && number <= worstClass)
        set(currentItem(), number);
    else
        m_workspace.tell(tr("Estimate classes go from 1, the best known, to %1.").arg(worstClass));
    return true;
}

void EstimateClassEditing::openList()
{
    auto* const menu = new QMenu(&m_table);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    fill(*menu, currentItem());
    const QRect cell = m_table.visualRect(m_table.currentIndex());
    menu->popup(m_table.viewport()->mapToGlobal(cell.bottomLeft()));
}

void EstimateClassEditing::fill(QMenu& menu, const std::string& itemId)
{
    const core::CapitalItem* const item = itemOf(m_workspace.session().project(), itemId);
    if (!item)
        return;
    auto* const choices = new QActionGroup(&menu);
    const auto add = [&](const QString& text, std::optional<int> estimateClass) {
        QAction* const choice = menu.addAction(
            text, this, [this, itemId, estimateClass] { set(itemId, estimateClass); });
        choice->setCheckable(true);
        choice->setChecked(item->estimateClass == estimateClass);
        choices->addAction(choice);
    };
    add(tr("No class"), std::nullopt);
    for (int number = 1; number <= worstClass; ++number)
        if (const auto range = core::rangeOfEstimateClass(number))
            add(tr("Class %1, %2").arg(QString::number(number), rangeText(*range)), number);
}

void EstimateClassEditing::set(const std::string& itemId, std::optional<int> estimateClass)
{
    core::Project after = m_workspace.session().project();
    for (core::CapitalItem& item : after.capital.items)
        if (item.id == itemId && item.estimateClass != estimateClass) {
            const QString text = tr("AACE class, %1: %2 → %3")
                                     .arg(QString::fromStdString(item.name),
                                         classText(item.estimateClass), classText(estimateClass));
            item.estimateClass = estimateClass;
            m_workspace.session().edit(text, std::move(after));
            return;
        }
}

}

#include "ui/pages/overview/FigureChoice.h"

#include "ui/pages/overview/FigureCatalog.h"

#include <QDialogButtonBox>
#include <QKeyEvent>
#include <QLabel>
#include <QListWidget>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace ui {

FigureChoice::FigureChoice(const QStringList& chosen, QWidget* parent)
    : QDialog(parent)
    , m_list(new QListWidget(this))
    , m_count(chosen.size())
{
    setWindowTitle(tr("Arrange charts"));
    auto* const text = new QLabel(
        tr("The first %n chart(s) of this list are shown, from left to right. Drag them into "
           "order, or move one with Alt and the arrow keys.",
            nullptr, static_cast<int>(m_count)),
        this);
    text->setWordWrap(true);

    QStringList order = chosen;
    for (const QString& id : overviewFigureIds())
        if (!order.contains(id))
            order += id;
    for (const QString& id : order) {
        auto* const item = new QListWidgetItem(overviewFigureLabel(id), m_list);
        item->setData(Qt::UserRole, id);
    }
    m_list->setDragDropMode(QAbstractItemView::InternalMove);
    m_list->setCurrentRow(0);
    m_list->installEventFilter(this);

    auto* const buttons =
        new QDialogButtonBox(QDialogButtonBox::Ok | QDialogButtonBox::Cancel, this);
    connect(buttons, &QDialogButtonBox::accepted, this, &QDialog::accept);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);

    auto* const column = new QVBoxLayout(this);
    column->setSpacing(12);
    column->addWidget(text);
    column->addWidget(m_list, 1);
    column->addWidget(buttons);
    resize(420, 380);
}

QStringList FigureChoice::chosen() const
{
    QStringList ids;
    for (int row = 0; row < static_cast<int>(m_count); ++row)
        ids += m_list->item(row)->data(Qt::UserRole).toString();
    return ids;
}

bool FigureChoice::eventFilter(QObject* watched, QEvent* event)
{
    if (event->type() == QEvent::KeyPress) {
        const auto* const key = static_cast<QKeyEvent*>(event);
        if (key->modifiers() == Qt::AltModifier &&
            (key->key() == Qt::Key_Up || key->key() == Qt::Key_Down)) {
            move(key->key() == Qt::Key_Up ? -1 : 1);
            return true;
        }
    }
    return QDialog::eventFilter(watched, event);
}

void FigureChoice::move(int places)
{
    const int from = m_list->currentRow();
    const int to = qBound(0, from + places, m_list->count() - 1);
    m_list->insertItem(to, m_list->takeItem(from));
    m_list->setCurrentRow(to);
}

}

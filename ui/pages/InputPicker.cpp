#include "ui/pages/InputPicker.h"

#include "core/analysis/VariedInput.h"
#include "core/report/figure/PositionText.h"
#include "ui/document/Session.h"
#include "ui/figures/FigureLayout.h"
#include "ui/pages/Workspace.h"
#include "ui/theme/Appearance.h"

#include <QKeyEvent>
#include <QLineEdit>
#include <QListWidget>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace ui {

namespace {

constexpr QSize usualSize(380, 320);

}

InputPicker::InputPicker(
    Workspace& workspace, const QStringList& without, QWidget* parent, Offer offer)
    : QFrame(parent, Qt::Popup)
    , m_line(new QLineEdit(this))
    , m_list(new QListWidget(this))
{
    setObjectName(u"inputPicker"_s);
    setAttribute(Qt::WA_DeleteOnClose);
    setFrameShape(QFrame::StyledPanel);
    auto* const column = new QVBoxLayout(this);
    column->setContentsMargins(8, 8, 8, 8);
    m_line->setPlaceholderText(tr("Find an input"));
    m_line->addAction(workspace.appearance().icon(u"find"_s), QLineEdit::LeadingPosition);
    m_list->setAccessibleName(tr("Inputs"));
    m_list->setFocusPolicy(Qt::NoFocus);
    m_list->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_list->setTextElideMode(Qt::ElideRight);
    column->addWidget(m_line);
    column->addWidget(m_list, 1);

    const core::Project& project = workspace.session().project();
    for (const core::Input& input : core::inputsOf(project)) {
        const QString id = QString::fromStdString(input.id);
        if (without.contains(id) ||
            (offer == Offer::movable && !core::variedInput(project, input.id)))
            continue;
        auto* const item = new QListWidgetItem(textOf(core::nameInAnalyses(input)), m_list);
        item->setData(Qt::UserRole, id);
        item->setToolTip(id);
    }
    m_line->installEventFilter(this);
    connect(m_line, &QLineEdit::textEdited, this, &InputPicker::narrow);
    connect(m_list, &QListWidget::itemClicked, this, &InputPicker::take);
    narrow({});
}

void InputPicker::openBelow(const QWidget& anchor)
{
    resize(usualSize);
    move(anchor.mapToGlobal(QPoint(0, anchor.height() + 2)));
    show();
    m_line->setFocus();
}

// Shows what has all words; Enter takes the first one that begins with the text, else the first.
void InputPicker::narrow(const QString& text)
{
    const QStringList words = text.split(u' ', Qt::SkipEmptyParts);
    QListWidgetItem* first = nullptr;
    QListWidgetItem* firstBeginning = nullptr;
    for (int i = 0; i < m_list->count(); ++i) {
        QListWidgetItem* const item = m_list->item(i);
        const QString all = item->text() + u' ' + item->toolTip();
        const bool isMeant = std::all_of(words.begin(), words.end(),
            [&](const QString& word) { return all.contains(word, Qt::CaseInsensitive); });
        item->setHidden(!isMeant);
        if (isMeant && !first)
            first = item;
        if (isMeant && !firstBeginning && item->text().startsWith(text, Qt::CaseInsensitive))
            firstBeginning = item;
    }
    m_list->setCurrentItem(firstBeginning ? firstBeginning : first);
}

void InputPicker::take()
{
    const QListWidgetItem* const item = m_list->currentItem();
    if (!item || item->isHidden())
        return;
    const QString id = item->data(Qt::UserRole).toString();
    close();
    emit chosen(id);
}

bool InputPicker::eventFilter(QObject* watched, QEvent* event)
{
    if (watched != m_line || event->type() != QEvent::KeyPress)
        return QFrame::eventFilter(watched, event);
    const auto* const key = static_cast<QKeyEvent*>(event);
    switch (key->key()) {
    case Qt::Key_Return:
    case Qt::Key_Enter:
        take();
        return true;
    case Qt::Key_Up:
    case Qt::Key_Down: {
        const int step = key->key() == Qt::Key_Down ? 1 : -1;
        for (int row = m_list->currentRow() + step; row >= 0 && row < m_list->count(); row += step)
            if (!m_list->item(row)->isHidden()) {
                m_list->setCurrentRow(row);
                break;
            }
        return true;
    }
    default:
        return false;
    }
}

}

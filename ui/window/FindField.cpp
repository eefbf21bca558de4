#include "ui/window/FindField.h"

#include "ui/document/InputText.h"
#include "ui/document/Session.h"
#include "ui/document/ValueText.h"
#include "ui/models/DisplayFormat.h"
#include "ui/pages/KeyFigures.h"
#include "ui/pages/PageList.h"
#include "ui/theme/Appearance.h"

#include <QAbstractItemView>
#include <QAction>
#include <QCompleter>
#include <QKeyEvent>
#include <QMenu>
#include <QPainter>
#include <QStandardItemModel>
#include <QStyledItemDelegate>

#include <algorithm>
#include <utility>

using namespace Qt::StringLiterals;

namespace ui {

namespace {

enum Role { DetailRole = Qt::UserRole + 1, EntryRole };

// What is found at the left, its value or place at the right.
class FoundDelegate : public QStyledItemDelegate {
public:
    FoundDelegate(const Appearance& appearance, QObject* parent)
        : QStyledItemDelegate(parent)
        , m_appearance(appearance)
    {
    }

    QSize sizeHint(const QStyleOptionViewItem&, const QModelIndex&) const override
    {
        return {360, m_appearance.px(28)};
    }

    void paint(QPainter* painter, const QStyleOptionViewItem& option,
        const QModelIndex& index) const override
    {
        const Theme& theme = m_appearance.theme();
        if (option.state.testFlag(QStyle::State_Selected))
            painter->fillRect(option.rect, theme.accentSoft);
        const QRect line = option.rect.adjusted(10, 0, -10, 0);
        const QString detail = index.data(DetailRole).toString();
        painter->setFont(m_appearance.font(TextStyle::caption));
        const int detailWidth = qMin(
            qCeil(QFontMetricsF(painter->font()).horizontalAdvance(detail)) + 1, line.width() / 2);
        painter->setPen(theme.text2);
        painter->drawText(line, Qt::AlignRight | Qt::AlignVCenter,
            painter->fontMetrics().elidedText(detail, Qt::ElideRight, detailWidth));
        painter->setFont(m_appearance.font(TextStyle::table));
        painter->setPen(theme.text);
        const QRect name = line.adjusted(0, 0, -detailWidth - 12, 0);
        painter->drawText(name, Qt::AlignLeft | Qt::AlignVCenter,
            painter->fontMetrics().elidedText(
                index.data(Qt::DisplayRole).toString(), Qt::ElideRight, name.width()));
    }

private:
    const Appearance& m_appearance;
};

// How far a name is from what was typed; the whole of it is nearest.
int distance(const QString& name, const QString& text)
{
    if (name.compare(text, Qt::CaseInsensitive) == 0)
        return 0;
    if (name.startsWith(text, Qt::CaseInsensitive))
        return 1;
    if (name.contains(u' ' + text, Qt::CaseInsensitive))
        return 2;
    return name.contains(text, Qt::CaseInsensitive) ? 3 : 4;
}

}

FindField::FindField(Workspace& workspace, QWidget* parent)
    : QLineEdit(parent)
    , m_workspace(workspace)
    , m_found(new QStandardItemModel(this))
    , m_completer(new QCompleter(m_found, this))
{
    setObjectName(u"find"_s);
    setPlaceholderText(tr("Find an input or figure"));
    setToolTip(tr("Find an input, figure, page or command (Ctrl+K)"));
    addAction(workspace.appearance().icon(u"find"_s), QLineEdit::LeadingPosition);
    m_completer->setCompletionMode(QCompleter::UnfilteredPopupCompletion);
    m_completer->setMaxVisibleItems(12);
    m_completer->setWidget(this);
    m_completer->popup()->setItemDelegate(new FoundDelegate(workspace.appearance(), m_completer));
    m_completer->popup()->setObjectName(u"findResults"_s);
    m_completer->popup()->setMinimumWidth(460);
    connect(this, &QLineEdit::textEdited, this, &FindField::showFound);
    connect(
        m_completer, qOverload<const QModelIndex&>(&QCompleter::activated), this, &FindField::go);
}

QSize FindField::sizeHint() const
{
    return {m_workspace.appearance().px(240), QLineEdit::sizeHint().height()};
}

void FindField::start()
{
    setFocus(Qt::ShortcutFocusReason);
    selectAll();
}

void FindField::focusInEvent(QFocusEvent* event)
{
    QLineEdit::focusInEvent(event);
    if (event->reason() != Qt::PopupFocusReason)
        collect();
}

void FindField::keyPressEvent(QKeyEvent* event)
{
    const bool isEnter = event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter;
    if (isEnter && m_completer->popup()->isVisible()) {
        const QModelIndex chosen = m_completer->popup()->currentIndex();
        m_completer->popup()->hide();
        go(chosen);
        return;
    }
    if (isEnter && !text().trimmed().isEmpty()) {
        m_workspace.tell(tr("Nothing is found for “%1”.").arg(text().trimmed()));
        return;
    }
    if (event->key() == Qt::Key_Escape) {
        clear();
        if (QWidget* const next = window()->findChild<QWidget*>(u"navigationList"_s))
            next->setFocus();
        return;
    }
    QLineEdit::keyPressEvent(event);
}

void FindField::collect()
{
    m_entries.clear();
    for (const PageId page : allPages())
        m_entries.push_back(
            {descriptionOf(page).title, tr("page"), {}, Kind::page, static_cast<int>(page)});
    const Session& session = m_workspace.session();
    const DisplayFormat format = m_workspace.format();
    for (const QString& id : keyFigureIds()) {
        const KeyFigure figure = keyFigureOf(m_workspace, id);
        m_entries.push_back({figure.text.label, figure.text.figure + u' ' + figure.text.unit, id,
            Kind::figure, QVariant::fromValue(figure.reference)});
    }
    if (session.evaluation())
        for (const core::ResultLine& line : session.evaluation()->rows().lines) {
            if (!line.project.isValid())
                continue;
            const core::RowTitle& title =
                session.evaluation()->model().sheet().row(line.project).title;
            m_entries.push_back({QString::fromStdString(title.label), tr("figure by year"),
                QString::fromStdString(line.name), Kind::figure,
                QVariant::fromValue(core::FigureReference {core::ResultCase::project, title.name,
                    session.evaluation()->project().timeline.startOfOperations})});
        }
    for (const core::Input& input : core::inputsOf(session.project())) {
        const QString id = QString::fromStdString(input.id);
        const auto value = core::valueOf(session.project(), input.id);
        QString text = tr("input by year");
        if (const auto shown =
                value ? shortValueText(session.project(), input, *value) : std::nullopt) {
            const QString unit = unitAfter(QString::fromStdString(input.unit));
            text = unit.isEmpty() ? *shown : *shown + QChar(noBreakSpace) + unit;
        }
        const std::string_view note = core::noteFor(session.project(), input.id);
        m_entries.push_back({fullLabelOf(input), text,
            id + u' ' + QString::fromUtf8(note.data(), static_cast<qsizetype>(note.size())),
            Kind::input, id});
    }
    for (QAction* const command : m_commands)
        if (command->isEnabled()) {
            const auto* const menu = qobject_cast<QMenu*>(command->parent());
            const QString keys = command->shortcut().toString(QKeySequence::NativeText);
            m_entries.push_back({command->iconText(),
                keys.isEmpty() && menu ? menu->menuAction()->iconText() : keys, {}, Kind::command,
                QVariant::fromValue(static_cast<QObject*>(command))});
        }
}

void FindField::showFound(const QString& typed)
{
    const QString text = typed.trimmed();
    const QStringList words = text.split(u' ', Qt::SkipEmptyParts);
    std::vector<std::pair<int, int>> found; // distance and place of an entry
    for (std::size_t i = 0; i < m_entries.size() && !words.isEmpty(); ++i) {
        const Entry& entry = m_entries[i];
        const QString all = entry.name + u' ' + entry.detail + u' ' + entry.words;
        if (std::all_of(words.begin(), words.end(),
                [&](const QString& word) { return all.contains(word, Qt::CaseInsensitive); }))
            found.emplace_back(distance(entry.name, text), static_cast<int>(i));
    }
    std::sort(found.begin(), found.end());

    m_found->clear();
    for (const auto& [distance, place] : found) {
        const Entry& entry = m_entries[static_cast<std::size_t>(place)];
        auto* const item = new QStandardItem(entry.name);
        item->setEditable(false);
        item->setData(entry.detail, DetailRole);
        item->setData(place, EntryRole);
        m_found->appendRow(item);
    }
    if (found.empty()) {
        m_completer->popup()->hide();
        return;
    }
    m_completer->complete(QRect(0, 0, 460, height()));
    m_completer->popup()->setCurrentIndex(m_completer->completionModel()->index(0, 0));
}

void FindField::go(const QModelIndex& found)
{
    if (!found.isValid())
        return;
    const Entry entry = m_entries[found.data(EntryRole).toULongLong()];
    clear();
    switch (entry.kind) {
    case Kind::page:
        m_workspace.goToPage(static_cast<PageId>(entry.target.toInt()));
        break;
    case Kind::input:
        m_workspace.goToInput(entry.target.toString());
        break;
    case Kind::figure:
        m_workspace.explain(entry.target.value<core::FigureReference>());
        break;
    case Kind::command:
        if (auto* const action = qobject_cast<QAction*>(entry.target.value<QObject*>()))
            action->trigger();
        break;
    }
}

}

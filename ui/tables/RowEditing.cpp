#include "ui/tables/RowEditing.h"

#include "ui/document/Session.h"
#include "ui/tables/GroupFilter.h"
#include "ui/tables/TableSelection.h"

#include <algorithm>

namespace ui {

namespace {

int placeIn(const std::vector<ListEntry>& entries, const std::string& id)
{
    const auto found = std::find_if(
        entries.begin(), entries.end(), [&](const ListEntry& entry) { return entry.id == id; });
    return static_cast<int>(found - entries.begin());
}

// Behind another element, and in its category where elements have one; into an empty list else.
core::Result<core::Project> withInserted(const core::Project& project, ProjectList list,
    const std::optional<ListElement>& before, const QString& name)
{
    core::Result<core::Project> added = withAdded(project, list, name);
    if (!added || !before)
        return added;
    const std::vector<ListEntry> entries = entriesOf(*added, before->list);
    const std::string& id = entries.back().id;
    const int places = placeIn(entries, before->id) + 1 - (static_cast<int>(entries.size()) - 1);
    core::Project after = *std::move(added);
    if (before->list == ProjectList::costLines) {
        const auto& lines = project.costLines;
        const auto found = std::find_if(lines.begin(), lines.end(),
            [&](const core::CostLine& line) { return line.id == before->id; });
        if (found != lines.end())
            after.costLines.back().category = found->category;
    }
    return withMoved(std::move(after), before->list, id, places);
}

}

RowEditing::RowEditing(
    Session& session, const GroupFilter& rows, const TableSelection& selection, QObject* parent)
    : QObject(parent)
    , m_session(session)
    , m_rows(rows)
    , m_selection(selection)
{
}

std::optional<ListElement> RowEditing::elementAtCurrent() const
{
    const QModelIndex current = m_selection.current();
    if (!current.isValid())
        return std::nullopt;
    const TableContent& content = m_rows.content();
    const int row = m_rows.contentRow(current.row());
    // A head of a group stands for its first row, a total for the last one above it.
    for (int below = row; below < content.rowCount(); ++below) {
        const TableRow& candidate = content.rows[static_cast<std::size_t>(below)];
        if (candidate.element)
            return candidate.element;
        if (candidate.kind != TableRow::Kind::group)
            break;
    }
    for (int above = row; above >= 0; --above)
        if (const auto& element = content.rows[static_cast<std::size_t>(above)].element)
            return element;
    return std::nullopt;
}

std::vector<ListElement> RowEditing::selectedElements() const
{
    std::vector<ListElement> elements;
    for (const int row : m_selection.rows()) {
        const auto& element = m_rows.row(row).element;
        if (element && std::find(elements.begin(), elements.end(), *element) == elements.end())
            elements.push_back(*element);
    }
    return elements;
}

QString RowEditing::nameOf(const ListElement& element) const
{
    for (const ListEntry& entry : entriesOf(m_session.project(), element.list))
        if (entry.id == element.id)
            return entry.name;
    return {};
}

QString RowEditing::newName(ProjectList list)
{
    switch (list) {
    case ProjectList::costLines:
        return tr("New cost line");
    case ProjectList::capitalItems:
        return tr("New item");
    case ProjectList::priceDecks:
        return tr("New deck");
    case ProjectList::products:
        return tr("New product");
    case ProjectList::assetClasses:
        return tr("New asset class");
    case ProjectList::shareholders:
        return tr("New shareholder");
    case ProjectList::scenarios:
        return tr("New scenario");
    }
    return {};
}

bool RowEditing::edit(const QString& text, core::Result<core::Project> after)
{
    const core::Status status = m_session.edit(text, std::move(after));
    if (!status)
        emit messageShown(QString::fromStdString(status.error().problems.front().message));
    return status.hasValue();
}

void RowEditing::insert()
{
    if (const auto before = elementAtCurrent())
        insertBehind(before->list, before);
}

void RowEditing::add(ProjectList list)
{
    if (const auto before = elementAtCurrent(); before && before->list == list) {
        insertBehind(list, before);
        return;
    }
    const std::vector<ListEntry> entries = entriesOf(m_session.project(), list);
    insertBehind(list,
        entries.empty() ? std::nullopt : std::optional(ListElement {list, entries.back().id}));
}

void RowEditing::insertBehind(ProjectList list, const std::optional<ListElement>& before)
{
    const QString name = newName(list);
    const ListElement element {list, newIdFor(m_session.project(), list, name)};
    if (edit(tr("Add “%1”").arg(name), withInserted(m_session.project(), list, before, name)))
        emit added(element);
}

void RowEditing::duplicate()
{
    const auto original = elementAtCurrent();
    if (!original)
        return;
    auto after = withDuplicate(m_session.project(), original->list, original->id);
    ListElement element = *original;
    if (after) {
        const std::vector<ListEntry> entries = entriesOf(*after, original->list);
        const int place = placeIn(entries, original->id) + 1;
        element.id = entries[static_cast<std::size_t>(place)].id;
    }
    if (edit(tr("Duplicate “%1”").arg(nameOf(*original)), std::move(after)))
        emit added(element);
}

void RowEditing::remove()
{
    const std::vector<ListElement> elements = selectedElements();
    if (elements.empty())
        return;
    core::Result<core::Project> after = m_session.project();
    for (const ListElement& element : elements)
        if (after)
            after = withRemoved(*std::move(after), element.list, element.id);
    edit(elements.size() == 1 ? tr("Remove “%1”").arg(nameOf(elements.front()))
                              : tr("Remove %n rows", nullptr, static_cast<int>(elements.size())),
        std::move(after));
}

int RowEditing::placesToMove(int direction) const
{
    const QModelIndex current = m_selection.current();
    if (!current.isValid())
        return 0;
    const TableContent& content = m_rows.content();
    const int row = m_rows.contentRow(current.row());
    const auto& element = content.rows[static_cast<std::size_t>(row)].element;
    if (!element)
        return 0;
    for (int next = row + direction; next >= 0 && next < content.rowCount(); next += direction) {
        const auto& other = content.rows[static_cast<std::size_t>(next)].element;
        if (other == element)
            continue;
        // Out of a group is not a matter of places.
        if (!other || other->list != element->list ||
            groupOf(content, next) != groupOf(content, row))
            return 0;
        const auto entries = entriesOf(m_session.project(), element->list);
        return placeIn(entries, other->id) - placeIn(entries, element->id);
    }
    return 0;
}

void RowEditing::move(int direction)
{
    const int places = placesToMove(direction);
    if (places == 0)
        return;
    const ListElement element = *m_rows.row(m_selection.current().row()).element;
    edit(tr("Move “%1”").arg(nameOf(element)),
        withMoved(m_session.project(), element.list, element.id, places));
}

void RowEditing::rename(const ListElement& element, const QString& name)
{
    const QString before = nameOf(element);
    edit(tr("Rename “%1” to “%2”").arg(before, name.trimmed()),
        withRenamed(m_session.project(), element.list, element.id, name));
}

}

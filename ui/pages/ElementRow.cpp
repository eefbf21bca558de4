#include "ui/pages/ElementRow.h"

#include "core/project/Registry.h"
#include "ui/document/ChoiceText.h"
#include "ui/pages/Shares.h"

#include <QCoreApplication>

#include <utility>

namespace ui {

namespace {

struct Texts {
    Q_DECLARE_TR_FUNCTIONS(ElementRow)
};

}

ElementRow::ElementRow(const core::Project& project, const ListElement& element)
    : m_project(project)
{
    m_row.id = elementRowId(element);
    m_row.element = element;
}

void ElementRow::addName(const std::string& name, const std::string& note)
{
    TableCell cell;
    cell.text = QString::fromStdString(name);
    cell.editor = TableCell::Editor::name;
    cell.cell.input = m_row.id;
    cell.toolTip = QString::fromStdString(note.empty() ? name : note);
    add(std::move(cell));
}

void ElementRow::addChoice(const char* field)
{
    TableCell cell = inputCell(field, TableCell::Editor::choice);
    core::Input input;
    input.id = cell.cell.input.toStdString();
    input.kind = core::InputKind::choice;
    if (const core::Result<core::InputValue> word = core::valueOf(m_project, input.id))
        cell.text = choiceText(m_project, input, std::get<std::string>(*word));
    add(std::move(cell));
}

void ElementRow::addFlag(const char* field, bool isSet)
{
    TableCell cell = inputCell(field, TableCell::Editor::flag);
    cell.number = isSet ? 1.0 : 0.0;
    cell.text = isSet ? Texts::tr("Yes") : Texts::tr("No");
    add(std::move(cell));
}

void ElementRow::addNumber(const char* field, std::optional<double> number, const QString& text)
{
    TableCell cell = inputCell(field, TableCell::Editor::number);
    cell.look = TableCell::Look::number;
    cell.number = number;
    cell.text = text;
    add(std::move(cell));
}

void ElementRow::addShare(
    const char* field, std::optional<double> share, const DisplayFormat& format)
{
    addNumber(field, share, share ? weightText(*share, format) : QString());
    m_row.cells.back().isPercent = true;
}

TableCell ElementRow::inputCell(const char* field, TableCell::Editor editor) const
{
    TableCell cell;
    cell.editor = editor;
    cell.cell.input = m_row.id + u'.' + QLatin1String(field);
    const bool isStated = core::isStated(m_project, cell.cell.input.toStdString());
    cell.tone = isStated ? CellTone::input : CellTone::inherited;
    return cell;
}

QString elementRowId(const ListElement& element)
{
    return QString::fromStdString(pathOf(element.list, element.id));
}

}

#include "ui/pages/InputsPage.h"

#include "ui/document/Session.h"
#include "ui/figures/FigureView.h"
#include "ui/tables/NumberTable.h"
#include "ui/theme/Appearance.h"
#include "ui/widgets/InputPanel.h"
#include "ui/widgets/Rule.h"

#include <QVBoxLayout>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace ui {

namespace {

constexpr int sideMargin = 24;
constexpr int partGap = 24;
constexpr int figureHeight = 260;

bool holds(const FormSection& section, const QString& input)
{
    return std::any_of(section.rows.begin(), section.rows.end(),
        [&](const FormRow& row) { return row.cell.input == input; });
}

}

InputsPage::InputsPage(Workspace& workspace, PageId id, const QString& title, QWidget* parent)
    : Page(workspace, id, title, parent)
    , m_column(body(Scrolling::vertical))
    , m_panel(new InputPanel(workspace.session(), workspace.appearance()))
{
    m_column->setContentsMargins(0, 0, 0, sideMargin);
    m_column->setSpacing(partGap);
    m_column->addStretch(1);
    connect(&session(), &Session::projectChanged, this, [this] {
        if (m_panel && !session().inputOf(m_panel->input()))
            showFirstInput();
    });
}

InputsPage::~InputsPage()
{
    delete m_panel;
}

void InputsPage::addPart(QWidget* part)
{
    m_column->insertWidget(m_column->count() - 1, part);
}

InputForm* InputsPage::addForm(const std::vector<FormSection>& sections, QWidget* above)
{
    auto* const box = new QWidget(this);
    auto* const column = new QVBoxLayout(box);
    column->setContentsMargins(sideMargin, 0, sideMargin, 0);
    column->setSpacing(16);
    if (above)
        column->addWidget(above, 0, Qt::AlignLeft);
    auto* const form = new InputForm(session(), appearance(), FormPlace::page, box);
    form->setSections(sections);
    column->addWidget(form);
    addPart(box);
    connect(form, &InputForm::currentInputChanged, this, [this, sections](const QString& input) {
        for (const FormSection& section : sections)
            if (holds(section, input))
                showInput(input, section.heading);
    });
    m_forms.push_back({form, sections});
    return form;
}

TableSection* InputsPage::addTable(const QString& name, const QString& heading)
{
    auto* const section = new TableSection(workspace(), name, heading, this);
    addPart(section);
    connect(section, &TableSection::currentCellMoved, this, [this, section] {
        m_mainTable = &section->table();
        if (const QString input = section->currentInput(); !input.isEmpty())
            showInput(input, section->heading());
    });
    m_tables.push_back(section);
    return section;
}

FigureView* InputsPage::addFigure(const QString& name)
{
    auto* const box = new QWidget(this);
    auto* const column = new QVBoxLayout(box);
    column->setContentsMargins(sideMargin, 0, sideMargin, 0);
    column->setSpacing(8);
    column->addWidget(new Rule(appearance(), box));
    m_figure = addFigureView(name, box);
    m_figure->setMinimumHeight(figureHeight);
    column->addWidget(m_figure);
    delete m_column->takeAt(m_column->count() - 1); // the figure takes what is left of the page
    m_column->addWidget(box, 1);
    return m_figure;
}

QString InputsPage::notComputableText() const
{
    return tr("The project cannot be evaluated yet; its errors are listed in the status bar.");
}

NumberTable* InputsPage::mainTable()
{
    if (m_mainTable)
        return m_mainTable;
    return m_tables.empty() ? nullptr : &m_tables.front()->table();
}

std::vector<FigureView*> InputsPage::figures()
{
    return m_figure ? std::vector {m_figure} : std::vector<FigureView*>();
}

QWidget* InputsPage::sidePanel()
{
    return m_panel;
}

QString InputsPage::sidePanelTitle() const
{
    return m_heading.isEmpty() ? tr("Input") : m_heading;
}

void InputsPage::showInput(const QString& id, const QString& heading)
{
    if (!m_panel)
        return;
    m_panel->showInput(id);
    if (m_heading == heading)
        return;
    m_heading = heading;
    emit sidePanelChanged();
}

// Until something is selected, and when what was selected is gone.
void InputsPage::showFirstInput()
{
    for (const Form& form : m_forms)
        for (const FormSection& section : form.sections)
            for (const FormRow& row : section.rows)
                if (session().inputOf(row.cell.input)) {
                    showInput(row.cell.input, section.heading);
                    return;
                }
}

void InputsPage::showEvent(QShowEvent* event)
{
    Page::showEvent(event);
    if (m_panel && m_panel->input().isEmpty())
        showFirstInput();
}

bool InputsPage::goTo(const QString& id, TableSection::Match match)
{
    for (const Form& form : m_forms)
        for (const FormSection& section : form.sections)
            for (const FormRow& row : section.rows) {
                const QString& input = row.cell.input;
                const bool isMeant =
                    match == TableSection::Match::exact ? input == id : input.startsWith(id + u'.');
                if (isMeant && form.form->select(input))
                    return true;
            }
    for (TableSection* table : m_tables)
        if (table->goToInput(id, match))
            return true;
    return false;
}

bool InputsPage::goToInput(const QString& inputId)
{
    refreshNow();
    // From the input itself to the nearest block around it that this page has.
    for (QString id = inputId; !id.isEmpty();
         id.truncate(std::max<qsizetype>(0, id.lastIndexOf(u'.'))))
        if (goTo(id, TableSection::Match::exact) || goTo(id, TableSection::Match::inside))
            return true;
    return false;
}

}

#include "ui/widgets/InputForm.h"

#include "ui/document/Session.h"
#include "ui/fields/InputEditor.h"
#include "ui/theme/Appearance.h"
#include "ui/widgets/ThemedLabel.h"

#include <QHBoxLayout>
#include <QScrollArea>
#include <QVBoxLayout>

#include <cstdlib>
#include <utility>

namespace ui {

namespace {

constexpr int columnGap = 34;
constexpr int sectionGap = 16;
constexpr int headingGap = 8;
constexpr int rowGap = 5;

}

FormSection sectionOf(const QString& heading, const QStringList& inputs)
{
    FormSection section {heading, {}};
    for (const QString& input : inputs)
        section.rows.push_back({{input, {}}, {}});
    return section;
}

InputForm::InputForm(Session& session, Appearance& appearance, FormPlace place, QWidget* parent)
    : QWidget(parent)
    , m_session(session)
    , m_appearance(appearance)
    , m_place(place)
{
    auto* const columns = new QHBoxLayout(this);
    columns->setContentsMargins(0, 0, 0, 0);
    columns->setSizeConstraint(QLayout::SetNoConstraint); // see minimumSizeHint()
    for (QVBoxLayout*& column : m_columns) {
        column = new QVBoxLayout;
        column->setSpacing(sectionGap);
        columns->addLayout(column, 1);
    }
    connect(&session, &Session::projectChanged, this, &InputForm::refresh);
    connect(&appearance, &Appearance::changed, this, &InputForm::arrange);
}

// That of one column, so that a window can be made narrower than two.
QSize InputForm::minimumSizeHint() const
{
    return {InputRow::smallestWidth(m_appearance, m_place), layout()->minimumSize().height()};
}

void InputForm::setSections(std::vector<FormSection> sections)
{
    m_sections = std::move(sections);
    refresh();
}

std::vector<FormSection> InputForm::present() const
{
    std::vector<FormSection> sections = m_sections;
    for (FormSection& section : sections)
        std::erase_if(section.rows, [&](const FormRow& row) {
            return !m_session.inputOf(row.cell.input) || !contentOf(m_session.project(), row.cell);
        });
    std::erase_if(sections, [](const FormSection& section) { return section.rows.empty(); });
    return sections;
}

void InputForm::refresh()
{
    std::vector<FormSection> sections = present();
    if (sections == m_presentSections)
        return;
    m_presentSections = std::move(sections);
    rebuild();
}

void InputForm::rebuild()
{
    const QString current = m_currentInput;
    const bool hadFocus = focusWidget() && focusWidget()->hasFocus();
    for (const Shown& shown : m_shown) {
        // The field that changed the rows may still be telling of it.
        shown.box->hide();
        shown.box->setParent(nullptr);
        shown.box->deleteLater();
    }
    m_shown.clear();
    for (const FormSection& section : m_presentSections)
        m_shown.push_back(makeSection(section));
    m_columnCount = 0;
    arrange();
    if (hadFocus)
        select(current);
}

InputForm::Shown InputForm::makeSection(const FormSection& section)
{
    Shown shown {new QWidget(this), nullptr, {}};
    auto* const column = new QVBoxLayout(shown.box);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(rowGap);
    if (!section.heading.isEmpty()) {
        shown.heading = new ThemedLabel(
            m_appearance, TextStyle::table, QFont::DemiBold, &Theme::text, shown.box);
        shown.heading->setText(section.heading);
        column->addWidget(shown.heading);
        column->addSpacing(headingGap - rowGap);
    }
    for (const FormRow& row : section.rows) {
        auto* const inputRow =
            new InputRow(m_session, m_appearance, row.cell, row.label, m_place, shown.box);
        column->addWidget(inputRow);
        const QString id = row.cell.input;
        connect(&inputRow->editor(), &InputEditor::focused, this, [this, id] {
            m_currentInput = id;
            emit currentInputChanged(id);
        });
        shown.rows.push_back(inputRow);
    }
    return shown;
}

// Where the second column starts so that both are about as long.
std::size_t InputForm::firstOfSecondColumn() const
{
    constexpr int heading = 2; // a heading with its gaps is as high as two rows
    int total = 0;
    for (const Shown& shown : m_shown)
        total += static_cast<int>(shown.rows.size()) + heading;
    std::size_t best = m_shown.size();
    int smallest = total;
    int above = 0;
    for (std::size_t i = 0; i < m_shown.size(); ++i) {
        above += static_cast<int>(m_shown[i].rows.size()) + heading;
        const int difference = std::abs(2 * above - total);
        if (difference < smallest) {
            smallest = difference;
            best = i + 1;
        }
    }
    return best;
}

void InputForm::arrange()
{
    const int twoColumns = 2 * InputRow::smallestWidth(m_appearance, m_place) + columnGap;
    const bool isWide = m_place == FormPlace::page && width() >= twoColumns;
    const int count = isWide && m_shown.size() > 1 ? 2 : 1;
    if (count != m_columnCount) {
        m_columnCount = count;
        for (QVBoxLayout* column : m_columns)
            while (QLayoutItem* item = column->takeAt(0))
                delete item;
        const std::size_t second = count == 2 ? firstOfSecondColumn() : m_shown.size();
        for (std::size_t i = 0; i < m_shown.size(); ++i)
            m_columns[i < second ? 0 : 1]->addWidget(m_shown[i].box);
        for (QVBoxLayout* column : m_columns)
            column->addStretch();
        auto* const columns = static_cast<QHBoxLayout*>(layout());
        columns->setStretch(1, count == 2 ? 1 : 0);
        columns->setSpacing(count == 2 ? columnGap : 0);
    }
    const int columnWidth = count == 2 ? (width() - columnGap) / 2 : width();
    for (const Shown& shown : m_shown) {
        if (shown.heading)
            shown.heading->setTextWidth(columnWidth);
        for (InputRow* row : shown.rows)
            row->setRowWidth(columnWidth);
    }
}

bool InputForm::select(const QString& inputId)
{
    for (const Shown& shown : m_shown) {
        for (InputRow* row : shown.rows) {
            if (row->editor().cell().input != inputId)
                continue;
            row->editor().setFocus(Qt::TabFocusReason);
            for (QWidget* outer = parentWidget(); outer; outer = outer->parentWidget())
                if (auto* area = qobject_cast<QScrollArea*>(outer))
                    area->ensureWidgetVisible(row);
            return true;
        }
    }
    return false;
}

void InputForm::resizeEvent(QResizeEvent* event)
{
    QWidget::resizeEvent(event);
    arrange();
}

}

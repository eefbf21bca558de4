#include "ui/widgets/InputRow.h"

#include "ui/document/InputText.h"
#include "ui/document/ProblemText.h"
#include "ui/document/Session.h"
#include "ui/fields/InputEditor.h"
#include "ui/theme/Appearance.h"
#include "ui/widgets/EvidenceText.h"
#include "ui/widgets/IconLabel.h"
#include "ui/widgets/ThemedLabel.h"

#include <QComboBox>
#include <QHBoxLayout>
#include <QVBoxLayout>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace ui {

namespace {

constexpr int iconSize = 16;

// At normal text size.
struct Widths {
    int smallestLabel;
    int largestLabel;
    int field;
    int smallestUnit;
    int largestUnit;
    int gap;
};

Widths widthsOf(FormPlace place)
{
    if (place == FormPlace::page)
        return {120, 220, 110, 64, 104, 8};
    return {80, 132, 90, 64, 102, 5};
}

// What is beside label and unit: the field, and the gaps and marks.
int fixedWidth(const Appearance& appearance, FormPlace place)
{
    const Widths widths = widthsOf(place);
    const int marks = place == FormPlace::page ? 2 * (iconSize + widths.gap) : 0;
    return appearance.px(widths.field) + 2 * widths.gap + marks;
}

}

InputRow::InputRow(Session& session, Appearance& appearance, const CellAddress& cell,
    const QString& label, FormPlace place, QWidget* parent)
    : QWidget(parent)
    , m_session(session)
    , m_appearance(appearance)
    , m_ownLabel(label)
    , m_place(place)
    , m_editor(new InputEditor(session, appearance, cell, this))
    , m_label(new ThemedLabel(appearance, TextStyle::table, &Theme::text2, this))
    , m_unit(new ThemedLabel(appearance, TextStyle::caption, &Theme::text2, this))
    , m_evidence(new IconLabel(this))
    , m_note(new IconLabel(this))
{
    auto* const column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(4);
    column->addLayout(makeLine());
    column->addWidget(makeProblem());

    connect(m_editor, &InputEditor::unitChanged, m_unit, &QLabel::setText);
    connect(m_editor, &InputEditor::sentenceChanged, this, &InputRow::showProblems);
    connect(&session, &Session::problemsChanged, this, &InputRow::showProblems);
    connect(&session, &Session::projectChanged, this, &InputRow::refresh);
    connect(&appearance, &Appearance::changed, this, &InputRow::dress);
    dress();
    refresh();
    showProblems();
}

QHBoxLayout* InputRow::makeLine()
{
    // Names of fields are not taken along, and text that can be selected costs a document for each.
    for (ThemedLabel* const part : {m_label, m_unit})
        part->setTextInteractionFlags(Qt::NoTextInteraction);
    m_label->setBuddy(m_editor->field());
    m_unit->setText(m_editor->unit());
    const bool isList = qobject_cast<QComboBox*>(m_editor->field());
    m_unit->setVisible(!isList);

    auto* const line = new QHBoxLayout;
    line->setSpacing(widthsOf(m_place).gap);
    line->addWidget(m_label);
    line->addWidget(m_editor);
    line->addWidget(m_unit);
    line->addWidget(m_evidence);
    line->addWidget(m_note);
    line->addStretch(1);
    m_evidence->setVisible(m_place == FormPlace::page);
    m_note->setVisible(m_place == FormPlace::page);
    return line;
}

QWidget* InputRow::makeProblem()
{
    m_problem = new QWidget(this);
    m_problem->setObjectName(u"problem"_s);
    auto* const icon = new IconLabel(m_problem);
    icon->setIcon(m_appearance.icon(u"error"_s, &Theme::error), tr("Not in use"));
    m_sentence = new ThemedLabel(m_appearance, TextStyle::caption, &Theme::error, m_problem);
    m_sentence->setObjectName(u"sentence"_s);
    m_sentence->setWordWrap(true);
    auto* const line = new QHBoxLayout(m_problem);
    line->setContentsMargins(0, 0, 0, 4);
    line->setSpacing(8);
    line->addWidget(icon, 0, Qt::AlignTop);
    line->addWidget(m_sentence, 1);
    return m_problem;
}

void InputRow::setRowWidth(int width)
{
    m_rowWidth = width;
    dress();
}

int InputRow::smallestWidth(const Appearance& appearance, FormPlace place)
{
    const Widths widths = widthsOf(place);
    return appearance.px(widths.smallestLabel) + fixedWidth(appearance, place) +
           appearance.px(widths.smallestUnit);
}

void InputRow::dress()
{
    const Widths widths = widthsOf(m_place);
    const int field = m_appearance.px(widths.field);
    const int free = m_rowWidth - fixedWidth(m_appearance, m_place);
    const int label = std::clamp(free - m_appearance.px(widths.largestUnit),
        m_appearance.px(widths.smallestLabel), m_appearance.px(widths.largestLabel));
    const int unit = std::clamp(
        free - label, m_appearance.px(widths.smallestUnit), m_appearance.px(widths.largestUnit));
    const bool isList = qobject_cast<QComboBox*>(m_editor->field());
    m_editor->setFixedWidth(isList ? field + widths.gap + unit : field);
    m_label->setTextWidth(label);
    m_unit->setTextWidth(unit);
}

void InputRow::refresh()
{
    const CellAddress& cell = m_editor->cell();
    const core::Input* input = m_session.inputOf(cell.input);
    if (!input)
        return;
    QString label = m_ownLabel.isEmpty() ? labelOf(*input) : m_ownLabel;
    if (m_ownLabel.isEmpty() && cell.place)
        label = withPlace(label, input->kind, *cell.place);
    m_label->setText(label);
    m_label->setToolTip(helpOf(*input));

    const std::string id = cell.input.toStdString();
    const std::string_view grade = core::evidenceFor(m_session.project(), id);
    const QIcon mark = evidenceIcon(m_appearance, grade);
    m_evidence->setIcon(
        mark, mark.isNull() ? QString() : tr("Evidence: %1").arg(evidenceName(grade)));
    const std::string_view note = core::noteFor(m_session.project(), id);
    m_note->setIcon(note.empty() ? QIcon() : m_appearance.icon(u"note"_s),
        QString::fromUtf8(note.data(), static_cast<qsizetype>(note.size())));
}

void InputRow::showProblems()
{
    QStringList sentences;
    if (const QString sentence = m_editor->sentence(); !sentence.isEmpty())
        sentences += sentence;
    const std::string id = m_editor->cell().input.toStdString();
    for (const core::Problem& problem : m_session.problems())
        if (problem.where == id)
            sentences += problemText(m_session, problem);
    m_sentence->setText(sentences.join(u' '));
    m_problem->setVisible(!sentences.isEmpty());
}

}

#include "ui/widgets/InputPanel.h"

#include "core/project/Description.h"
#include "core/project/Evidence.h"
#include "ui/document/ChoiceText.h"
#include "ui/document/FileHistory.h"
#include "ui/document/InputText.h"
#include "ui/document/Session.h"
#include "ui/fields/FieldText.h"
#include "ui/widgets/EvidenceText.h"
#include "ui/widgets/NoteField.h"
#include "ui/widgets/RangeCurve.h"
#include "ui/widgets/ThemedLabel.h"

#include <QComboBox>
#include <QFormLayout>
#include <QHBoxLayout>
#include <QScrollBar>
#include <QSignalBlocker>
#include <QVBoxLayout>

#include <algorithm>
#include <cmath>

using namespace Qt::StringLiterals;

namespace ui {

namespace {

constexpr int margin = 16;
constexpr int sectionGap = 20;
constexpr int rowGap = 6;
constexpr int noteHeight = 96;
constexpr qsizetype longestNote = 100'000; // bytes, as documents can hold

std::optional<double> numberOf(const core::InputValue& value)
{
    const auto* number = std::get_if<double>(&value);
    return number ? std::optional(*number) : std::nullopt;
}

bool isNumeric(core::InputKind kind)
{
    switch (kind) {
    case core::InputKind::number:
    case core::InputKind::integer:
    case core::InputKind::series:
    case core::InputKind::profile:
        return true;
    default:
        return false;
    }
}

QString textFrom(std::string_view text)
{
    return QString::fromUtf8(text.data(), static_cast<qsizetype>(text.size()));
}

// A number, or one of some words, with a capital letter: it stands alone.
QString expectationText(const core::Project& project, const core::Input& input, int bareExponent)
{
    if (input.kind == core::InputKind::flag)
        return InputPanel::tr("Yes or no");
    QString text = expectedNumber(expectationFor(input, bareExponent));
    if (!input.choices.empty()) {
        QStringList choices;
        for (const std::string& choice : input.choices)
            choices += choiceText(project, input, choice);
        text = choices.join(u", "_s);
    }
    if (input.mayBeAbsent)
        text = InputPanel::tr("%1, or %2").arg(text, absentText(input));
    text[0] = text[0].toUpper();
    return text;
}

}

InputPanel::InputPanel(Session& session, Appearance& appearance, QWidget* parent)
    : QScrollArea(parent)
    , m_session(session)
    , m_appearance(appearance)
    , m_content(new QWidget(this))
{
    setWidgetResizable(true);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    auto* const column = new QVBoxLayout(m_content);
    column->setContentsMargins(margin, margin, margin, margin);
    column->setSpacing(rowGap);
    addHead(*column);
    addRange(*column);
    addSource(*column);
    column->addStretch();
    setWidget(m_content);
    connect(&session, &Session::projectChanged, this, &InputPanel::refresh);
    connect(&session.history(), &FileHistory::changed, this, &InputPanel::refresh);
    connect(&appearance, &Appearance::changed, this, &InputPanel::refresh);
    refresh();
}

void InputPanel::addHead(QVBoxLayout& column)
{
    m_label =
        new ThemedLabel(m_appearance, TextStyle::body, QFont::DemiBold, &Theme::text, m_content);
    m_label->setObjectName(u"panel.label"_s);
    m_element = new ThemedLabel(m_appearance, TextStyle::table, &Theme::text2, m_content);
    m_element->setObjectName(u"panel.element"_s);
    m_help = new ThemedLabel(m_appearance, TextStyle::table, &Theme::text2, m_content);
    for (ThemedLabel* label : {m_label, m_element, m_help}) {
        label->setWordWrap(true);
        column.addWidget(label);
    }
    auto* const lines = new QFormLayout;
    lines->setHorizontalSpacing(12);
    lines->setVerticalSpacing(rowGap);
    lines->setContentsMargins(0, rowGap, 0, 0);
    m_value = addLine(*lines, tr("Value"), u"panel.value"_s);
    m_expected = addLine(*lines, tr("Takes"), u"panel.expected"_s);
    column.addLayout(lines);
}

ThemedLabel* InputPanel::addLine(QFormLayout& lines, const QString& label, const QString& name)
{
    auto* const caption = new ThemedLabel(m_appearance, TextStyle::table, &Theme::text2, m_content);
    caption->setText(label);
    auto* const value = new ThemedLabel(m_appearance, TextStyle::table, &Theme::text, m_content);
    value->setObjectName(name);
    value->setWordWrap(true);
    lines.addRow(caption, value);
    return value;
}

void InputPanel::addRange(QVBoxLayout& column)
{
    m_range = new QWidget(m_content);
    auto* const rows = new QVBoxLayout(m_range);
    rows->setContentsMargins(0, sectionGap - rowGap, 0, 0);
    rows->setSpacing(rowGap);
    auto* const head = new QHBoxLayout;
    auto* const heading =
        new ThemedLabel(m_appearance, TextStyle::table, QFont::DemiBold, &Theme::text, m_range);
    heading->setText(tr("Range"));
    m_origin = new ThemedLabel(m_appearance, TextStyle::table, &Theme::text2, m_range);
    m_origin->setObjectName(u"panel.origin"_s);
    head->addWidget(heading);
    head->addStretch();
    head->addWidget(m_origin);
    rows->addLayout(head);
    m_curve = new RangeCurve(m_appearance, m_range);
    rows->addWidget(m_curve);
    m_ends = new ThemedLabel(m_appearance, TextStyle::table, &Theme::text2, m_range);
    m_ends->setObjectName(u"panel.ends"_s);
    m_ends->setWordWrap(true);
    rows->addWidget(m_ends);
    column.addWidget(m_range);
}

void InputPanel::addSource(QVBoxLayout& column)
{
    auto* const head = new QHBoxLayout;
    head->setContentsMargins(0, sectionGap - rowGap, 0, 0);
    auto* const heading =
        new ThemedLabel(m_appearance, TextStyle::table, QFont::DemiBold, &Theme::text, m_content);
    heading->setText(tr("Source"));
    m_grades = new QComboBox(m_content);
    m_grades->setObjectName(u"panel.grade"_s);
    m_grades->setAccessibleName(tr("Grade of evidence"));
    m_grades->setToolTip(tr("How good the evidence is. It gives the input its range."));
    head->addWidget(heading);
    head->addStretch();
    head->addWidget(m_grades);
    column.addLayout(head);

    m_note = new NoteField(m_content);
    m_note->setObjectName(u"panel.note"_s);
    m_note->setAccessibleName(tr("Source note"));
    m_note->setPlaceholderText(tr("Where the value comes from"));
    m_noteProblem = new ThemedLabel(m_appearance, TextStyle::caption, &Theme::error, m_content);
    m_noteProblem->setObjectName(u"panel.noteProblem"_s);
    m_outerNote = new ThemedLabel(m_appearance, TextStyle::table, &Theme::text2, m_content);
    m_outerNote->setObjectName(u"panel.outerNote"_s);
    m_changed = new ThemedLabel(m_appearance, TextStyle::caption, &Theme::text2, m_content);
    m_changed->setObjectName(u"panel.changed"_s);
    column.addWidget(m_note);
    for (ThemedLabel* label : {m_noteProblem, m_outerNote, m_changed}) {
        label->setWordWrap(true);
        column.addWidget(label);
    }
    m_noteProblem->hide();
    connect(m_grades, &QComboBox::activated, this, &InputPanel::setGrade);
    connect(m_note, &NoteField::noteEntered, this, &InputPanel::setNote);
}

void InputPanel::showInput(const QString& id)
{
    if (id == m_id)
        return;
    m_note->enter();
    m_id = id;
    m_noteProblem->hide();
    m_note->clear();
    m_note->showNote({});
    refresh();
    verticalScrollBar()->setValue(0);
}

QString InputPanel::title() const
{
    const core::Input* input = m_session.inputOf(m_id);
    return input ? labelOf(*input) : QString();
}

void InputPanel::refresh()
{
    const core::Input* input = m_session.inputOf(m_id);
    const auto content = contentOf(m_session.project(), {m_id, {}});
    m_content->setVisible(input && content);
    if (!input || !content)
        return;
    refreshHead(*input, content->value);
    refreshRange(*input, content->value);
    refreshSource(*input);
}

void InputPanel::refreshHead(const core::Input& input, const core::InputValue& value)
{
    const int exponent =
        bareExponentFor(QString::fromStdString(input.unit), numberOf(value).value_or(0.0));
    m_label->setText(labelOf(input));
    m_element->setText(QString::fromStdString(input.element));
    m_element->setVisible(!input.element.empty());
    m_help->setText(helpOf(input));
    m_help->setVisible(!input.help.empty());
    m_value->setText(valueText(m_session.project(), input, value, exponent));
    m_expected->setText(expectationText(m_session.project(), input, exponent));
}

void InputPanel::refreshRange(const core::Input& input, const core::InputValue& planned)
{
    m_range->setVisible(isNumeric(input.kind));
    const auto evidence = core::rangeFromEvidence(m_session.project(), input.id);
    m_curve->setRange(evidence ? std::optional(evidence->range) : std::nullopt);
    m_curve->setVisible(evidence.has_value());
    m_origin->setText(evidence ? tr("PERT, %1").arg(originText(*evidence)) : tr("none"));
    if (!evidence) {
        m_ends->setText(tr("A grade of evidence gives the input a range."));
        return;
    }
    const std::optional<double> number = numberOf(planned);
    if (!number) {
        m_ends->setText(tr("All entries move together, %1.").arg(rangeText(evidence->range)));
        return;
    }
    const int exponent = bareExponentFor(QString::fromStdString(input.unit), *number);
    const auto end = [&](double factor) {
        const double value = std::clamp(*number * factor, input.minimum, input.maximum);
        return input.kind == core::InputKind::integer ? std::round(value) : value;
    };
    m_ends->setText(
        tr("From %1 to %2")
            .arg(fieldText(end(evidence->range.low), expectationFor(input, exponent)),
                valueText(m_session.project(), input, end(evidence->range.high), exponent)));
}

void InputPanel::refreshSource(const core::Input& input)
{
    const core::Project& project = m_session.project();
    const QSignalBlocker blocker(m_grades);
    m_grades->clear();
    m_grades->addItem(tr("No evidence"), QString());
    for (const std::string& grade : core::evidenceGrades())
        m_grades->addItem(
            evidenceIcon(m_appearance, grade), evidenceName(grade), QString::fromStdString(grade));
    m_grades->setCurrentIndex(m_grades->findData(textFrom(core::evidenceFor(project, input.id))));

    const auto own = project.notes.find(input.id);
    m_note->setFixedHeight(m_appearance.px(noteHeight));
    m_note->showNote(own == project.notes.end() ? QString() : QString::fromStdString(own->second));
    const std::size_t dot = input.id.rfind('.');
    const std::string_view outer =
        dot == std::string::npos
            ? std::string_view()
            : core::noteFor(project, std::string_view(input.id).substr(0, dot));
    m_outerNote->setText(textFrom(outer));
    m_outerNote->setVisible(!outer.empty());
    const QString change = m_session.history().changeText({m_id});
    m_changed->setText(change);
    m_changed->setVisible(!change.isEmpty());
}

void InputPanel::setGrade(int index)
{
    const core::Input* input = m_session.inputOf(m_id);
    if (!input)
        return;
    const std::string grade = m_grades->itemData(index).toString().toStdString();
    const std::string before(core::evidenceFor(m_session.project(), input->id));
    core::Project project = m_session.project();
    if (grade.empty())
        project.evidence.erase(input->id);
    else
        project.evidence[input->id] = grade;
    m_session.edit(tr("Evidence, %1: %2 → %3")
                       .arg(fullLabelOf(*input), evidenceName(before), evidenceName(grade)),
        std::move(project));
}

void InputPanel::setNote(const QString& note)
{
    const core::Input* input = m_session.inputOf(m_id);
    if (!input)
        return;
    const std::string text = note.trimmed().isEmpty() ? std::string() : note.toStdString();
    const bool isTooLong = static_cast<qsizetype>(text.size()) > longestNote;
    m_noteProblem->setText(tr("The note is too long for the file; it is not saved yet."));
    m_noteProblem->setVisible(isTooLong);
    if (isTooLong)
        return;
    core::Project project = m_session.project();
    if (text.empty())
        project.notes.erase(input->id);
    else
        project.notes[input->id] = text;
    m_session.edit(tr("Source note, %1").arg(fullLabelOf(*input)), std::move(project));
}

}

#include "ui/pages/costs/CostLinePanel.h"

#include "core/project/Description.h"
#include "core/report/MoneyView.h"
#include "ui/document/FileHistory.h"
#include "ui/document/InputText.h"
#include "ui/document/Session.h"
#include "ui/pages/Workspace.h"
#include "ui/pages/costs/CostGroups.h"
#include "ui/pages/costs/CostProfileTable.h"
#include "ui/pages/costs/CostRange.h"
#include "ui/tables/NumberTable.h"
#include "ui/theme/Appearance.h"
#include "ui/widgets/EvidenceText.h"
#include "ui/widgets/InputForm.h"
#include "ui/widgets/NoteField.h"
#include "ui/widgets/RangeCurve.h"
#include "ui/widgets/ThemedLabel.h"

#include <QComboBox>
#include <QHBoxLayout>
#include <QScrollBar>
#include <QSignalBlocker>
#include <QToolButton>
#include <QVBoxLayout>

#include <algorithm>
#include <cmath>

using namespace Qt::StringLiterals;

namespace ui {

namespace {

constexpr int margin = 16;
constexpr int sectionGap = 16;
constexpr int rowGap = 6;
constexpr int noteHeight = 76;

QString inputOf(const std::string& line, QLatin1StringView field)
{
    return QString::fromStdString(pathOf(ProjectList::costLines, line)) + u'.' + field;
}

QVBoxLayout* columnOf(QWidget* widget)
{
    auto* const column = new QVBoxLayout(widget);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(rowGap);
    return column;
}

}

CostLinePanel::CostLinePanel(Workspace& workspace, QWidget* parent)
    : QScrollArea(parent)
    , m_workspace(workspace)
    , m_content(new QWidget(this))
{
    setObjectName(u"panel.costLine"_s);
    setWidgetResizable(true);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setFocusPolicy(Qt::NoFocus);
    auto* const column = new QVBoxLayout(m_content);
    column->setContentsMargins(margin, 10, margin, margin);
    column->setSpacing(sectionGap);
    m_form =
        new InputForm(workspace.session(), workspace.appearance(), FormPlace::panel, m_content);
    for (QWidget* const part :
        {makeHead(), static_cast<QWidget*>(m_form), makeRange(), makeSource(), makeProfiles()})
        column->addWidget(part);
    column->addStretch();
    setWidget(m_content);
    connect(&workspace.appearance(), &Appearance::changed, this, &CostLinePanel::refresh);
    connect(&workspace.session().history(), &FileHistory::changed, this, &CostLinePanel::refresh);
}

QWidget* CostLinePanel::makeHead()
{
    Appearance& appearance = m_workspace.appearance();
    auto* const head = new QWidget(m_content);
    auto* const row = new QHBoxLayout(head);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(4);
    m_category = new ThemedLabel(appearance, TextStyle::table, &Theme::text2, head);
    m_category->setWordWrap(true);
    row->addWidget(m_category, 1);
    const auto addButton = [&](const QString& icon, const QString& name, int direction) {
        auto* const button = new QToolButton(head);
        button->setObjectName(u"panel."_s + icon);
        button->setIcon(appearance.icon(icon));
        button->setToolTip(name);
        button->setAccessibleName(name);
        button->setProperty("quiet", true);
        button->setFixedSize(26, 26);
        connect(button, &QToolButton::clicked, this,
            [this, direction] { emit walkRequested(direction); });
        row->addWidget(button);
    };
    addButton(u"up"_s, tr("Line before"), -1);
    addButton(u"down"_s, tr("Next line"), 1);
    return head;
}

QWidget* CostLinePanel::makeHeading(const QString& text, QWidget* beside)
{
    auto* const head = new QWidget(m_content);
    auto* const row = new QHBoxLayout(head);
    row->setContentsMargins(0, 0, 0, 0);
    auto* const heading = new ThemedLabel(
        m_workspace.appearance(), TextStyle::table, QFont::DemiBold, &Theme::text, head);
    heading->setText(text);
    row->addWidget(heading, 1);
    if (beside)
        row->addWidget(beside);
    return head;
}

QWidget* CostLinePanel::makeRange()
{
    Appearance& appearance = m_workspace.appearance();
    auto* const part = new QWidget(m_content);
    QVBoxLayout* const column = columnOf(part);
    m_origin = new ThemedLabel(appearance, TextStyle::table, &Theme::text2, part);
    m_origin->setObjectName(u"panel.origin"_s);
    m_curve = new RangeCurve(appearance, part);
    m_ends = new ThemedLabel(appearance, TextStyle::table, &Theme::text2, part);
    m_npvs = new ThemedLabel(appearance, TextStyle::table, QFont::DemiBold, &Theme::text, part);
    m_npvs->setObjectName(u"panel.npvs"_s);
    m_npvUnit = new ThemedLabel(appearance, TextStyle::caption, &Theme::text2, part);
    auto* const ends = new QHBoxLayout;
    ends->setSpacing(8);
    ends->addWidget(m_ends);
    ends->addWidget(m_npvs);
    ends->addWidget(m_npvUnit, 1);
    column->addWidget(makeHeading(tr("Range of the cost"), m_origin));
    column->addWidget(m_curve);
    column->addLayout(ends);
    return part;
}

QWidget* CostLinePanel::makeSource()
{
    Appearance& appearance = m_workspace.appearance();
    auto* const part = new QWidget(m_content);
    QVBoxLayout* const column = columnOf(part);
    m_grades = new QComboBox(part);
    m_grades->setSizeAdjustPolicy(QComboBox::AdjustToContents); // it is filled when a line is shown
    m_grades->setObjectName(u"panel.grade"_s);
    m_grades->setAccessibleName(tr("Grade of evidence"));
    m_grades->setToolTip(
        tr("How good the evidence of the fixed and the variable cost is. It gives the range."));
    m_note = new NoteField(part);
    m_note->setObjectName(u"panel.note"_s);
    m_note->setAccessibleName(tr("Source note"));
    m_note->setPlaceholderText(tr("Where the figures of the line come from"));
    m_inputNotes = new ThemedLabel(appearance, TextStyle::table, &Theme::text2, part);
    m_inputNotes->setObjectName(u"panel.inputNotes"_s);
    m_inputNotes->setWordWrap(true);
    column->addWidget(makeHeading(tr("Source"), m_grades));
    column->addWidget(m_note);
    m_changed = new ThemedLabel(appearance, TextStyle::caption, &Theme::text2, part);
    m_changed->setObjectName(u"panel.changed"_s);
    m_changed->setWordWrap(true);
    column->addWidget(m_inputNotes);
    column->addWidget(m_changed);
    connect(m_grades, &QComboBox::activated, this, &CostLinePanel::setGrade);
    connect(m_note, &NoteField::noteEntered, this, &CostLinePanel::setNote);
    return part;
}

QWidget* CostLinePanel::makeProfiles()
{
    Appearance& appearance = m_workspace.appearance();
    auto* const part = new QWidget(m_content);
    QVBoxLayout* const column = columnOf(part);
    m_profiles = new NumberTable(m_workspace.session(), appearance, part);
    m_profiles->setObjectName(u"table.costProfiles"_s);
    m_profiles->setAccessibleName(tr("By operating year"));
    m_profiles->setSideMargins(0, 8);
    connect(m_profiles, &NumberTable::messageShown, &m_workspace, &Workspace::tell);
    connect(m_profiles, &NumberTable::contentHeightChanged, m_profiles, &QWidget::setFixedHeight);
    auto* const remark = new ThemedLabel(appearance, TextStyle::hint, &Theme::text2, part);
    remark->setWordWrap(true);
    remark->setText(tr("The part of the reuse that is realised holds for all lines. Grey years "
                       "hold the last one typed."));
    column->addWidget(makeHeading(tr("By operating year"), nullptr));
    column->addWidget(m_profiles);
    column->addWidget(remark);
    return part;
}

const core::CostLine* CostLinePanel::shownLine() const
{
    for (const core::CostLine& line : m_workspace.session().project().costLines)
        if (line.id == m_line)
            return &line;
    return nullptr;
}

void CostLinePanel::showLine(const std::string& lineId)
{
    if (lineId == m_line)
        return;
    m_note->enter();
    m_line = lineId;
    m_note->clear();
    m_note->showNote({});
    verticalScrollBar()->setValue(0);
    refresh();
}

void CostLinePanel::showEvent(QShowEvent* event)
{
    refresh();
    QScrollArea::showEvent(event);
}

void CostLinePanel::refresh()
{
    if (!isVisible())
        return;
    const core::CostLine* const line = shownLine();
    m_content->setVisible(line != nullptr);
    if (!line)
        return;
    m_category->setText(categoryText(line->category));
    refreshForm(*line);
    refreshRange(*line);
    refreshSource(*line);
    m_profiles->setContent(
        costProfileTable(m_workspace.session().project(), *line, m_workspace.format()));
}

void CostLinePanel::refreshForm(const core::CostLine& line)
{
    const auto row = [&](QLatin1StringView field, const QString& label) {
        return FormRow {{inputOf(line.id, field), {}}, label};
    };
    FormSection before {tr("Before reuse"),
        {row("fixed"_L1, tr("Fixed")), row("variable_per_kg"_L1, tr("Variable"))}};
    if (line.currency == core::Currency::usd)
        before.rows.push_back(row("kzt_share"_L1, tr("Paid in KZT")));
    before.rows.push_back(row("currency"_L1, tr("Stated in")));
    FormSection reuse {tr("Reuse of the refinery"),
        {row("reuse_share"_L1, tr("Share avoided")), row("host_fixed"_L1, tr("Host charge, fixed")),
            row("host_variable_per_kg"_L1, tr("Host charge, variable")),
            FormRow {{u"reuse_realisation"_s, 1}, tr("Realised in year 1, all lines")}}};
    m_form->setSections({std::move(before), std::move(reuse)});
}

void CostLinePanel::refreshRange(const core::CostLine& line)
{
    const Session& session = m_workspace.session();
    const auto evidence = evidenceOfCost(session.project(), line);
    m_curve->setRange(evidence ? std::optional(evidence->range) : std::nullopt);
    m_curve->setVisible(evidence.has_value());
    m_origin->setText(evidence ? tr("PERT, %1").arg(originText(*evidence)) : tr("none"));
    m_npvs->setVisible(evidence.has_value());
    m_npvUnit->setVisible(evidence.has_value());
    if (!evidence) {
        m_ends->setText(tr("A grade of evidence gives the cost a range."));
        return;
    }
    const DisplayFormat format = m_workspace.format();
    m_ends->setText(
        tr("NPV at %1 and %2")
            .arg(format.percent(evidence->range.low, 0), format.percent(evidence->range.high, 0)));
    m_npvs->setText(tr("not computable"));
    m_npvUnit->clear();
    if (!session.isEvaluated())
        return;
    const core::Evaluation& evaluation = *session.evaluation();
    const auto low = npvWithCost(evaluation, line, evidence->range.low);
    const auto high = npvWithCost(evaluation, line, evidence->range.high);
    if (!low || !high)
        return;
    const double money = core::MoneyConversion(evaluation, session.view()).presentValue();
    const core::MoneyScale scale = core::moneyScale(
        std::max(std::abs(*low), std::abs(*high)) * money, session.view().currency);
    m_npvs->setText(tr("%1 and %2")
                        .arg(format.fixed(*low * money / scale.divisor, 1),
                            format.fixed(*high * money / scale.divisor, 1)));
    m_npvUnit->setText(QString::fromStdString(scale.unit));
}

void CostLinePanel::refreshSource(const core::CostLine& line)
{
    const core::Project& project = m_workspace.session().project();
    const auto evidence = evidenceOfCost(project, line);
    const QSignalBlocker blocker(m_grades);
    m_grades->clear();
    m_grades->addItem(tr("No evidence"), QString());
    for (const std::string& grade : core::evidenceGrades())
        m_grades->addItem(evidenceIcon(m_workspace.appearance(), grade), evidenceName(grade),
            QString::fromStdString(grade));
    m_grades->setCurrentIndex(
        m_grades->findData(evidence ? QString::fromStdString(evidence->grade) : QString()));

    m_note->setFixedHeight(m_workspace.appearance().px(noteHeight));
    m_note->showNote(QString::fromStdString(line.note));
    QStringList notes;
    const std::string path = pathOf(ProjectList::costLines, line.id);
    for (const auto& [id, note] : project.notes) {
        if (id == path || id == "cost_lines" || id == "reuse_realisation")
            notes += QString::fromStdString(note);
        else if (id.starts_with(path + "."))
            if (const core::Input* input =
                    m_workspace.session().inputOf(QString::fromStdString(id)))
                notes += tr("%1: %2").arg(labelOf(*input), QString::fromStdString(note));
    }
    m_inputNotes->setText(notes.join(u"\n"_s));
    m_inputNotes->setVisible(!notes.isEmpty());

    QStringList inputs;
    for (const core::Input& input : core::inputsOf(project))
        if (input.id.starts_with(path + "."))
            inputs += QString::fromStdString(input.id);
    const QString change = m_workspace.session().history().changeText(inputs);
    m_changed->setText(change);
    m_changed->setVisible(!change.isEmpty());
}

void CostLinePanel::setGrade(int index)
{
    const core::CostLine* const line = shownLine();
    if (!line)
        return;
    Session& session = m_workspace.session();
    const std::string grade = m_grades->itemData(index).toString().toStdString();
    session.edit(
        tr("Evidence, %1: %2").arg(QString::fromStdString(line->name), evidenceName(grade)),
        withCostGrade(session.project(), *line, grade));
}

void CostLinePanel::setNote(const QString& note)
{
    Session& session = m_workspace.session();
    core::Project project = session.project();
    const auto line = std::find_if(project.costLines.begin(), project.costLines.end(),
        [&](const core::CostLine& candidate) { return candidate.id == m_line; });
    if (line == project.costLines.end())
        return;
    line->note = note.trimmed().isEmpty() ? std::string() : note.toStdString();
    session.edit(tr("Source note, %1").arg(QString::fromStdString(line->name)), std::move(project));
}

bool CostLinePanel::goToInput(const QString& inputId)
{
    if (m_form->select(inputId))
        return true;
    if (!m_profiles->select({inputId, 1}))
        return false;
    m_profiles->setFocus();
    ensureWidgetVisible(m_profiles);
    return true;
}

}

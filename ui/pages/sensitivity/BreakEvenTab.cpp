#include "ui/pages/sensitivity/BreakEvenTab.h"

#include "core/analysis/InputCells.h"
#include "core/report/figure/PositionText.h"
#include "ui/document/Session.h"
#include "ui/fields/NumberField.h"
#include "ui/figures/FigureLayout.h"
#include "ui/figures/FigureView.h"
#include "ui/theme/Appearance.h"
#include "ui/widgets/MenuButton.h"
#include "ui/widgets/ThemedLabel.h"

#include <QHBoxLayout>
#include <QPushButton>

#include <algorithm>
#include <cmath>

using namespace Qt::StringLiterals;

namespace ui {

namespace {

constexpr int fieldWidth = 110;

}

BreakEvenTab::BreakEvenTab(Workspace& workspace, QWidget* parent)
    : SensitivityTab(workspace, parent)
{
    auto* const column = new QVBoxLayout(this);
    column->setContentsMargins(24, 10, 24, 16);
    column->setSpacing(10);
    column->addWidget(makeCommands());
    m_problem = new ThemedLabel(appearance(), TextStyle::caption, &Theme::error, this);
    m_problem->setObjectName(u"breakEven.problem"_s);
    m_problem->setWordWrap(true);
    m_problem->hide();
    column->addWidget(m_problem);
    m_text = new ThemedLabel(appearance(), TextStyle::body, &Theme::text, this);
    m_text->setObjectName(u"breakEven.result"_s);
    m_text->setWordWrap(true);
    column->addWidget(m_text);
    m_figure = addFigureView(u"figure.breakEven"_s);
    column->addWidget(m_figure, 1);
}

QWidget* BreakEvenTab::makeCommands()
{
    auto* const bar = new QWidget(this);
    auto* const row = new QHBoxLayout(bar);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(8);
    m_targetButton = new MenuButton(appearance(), tr("Target"), bar);
    m_targetButton->setObjectName(u"breakEven.target"_s);
    m_inputButton = new MenuButton(appearance(), tr("Input"), bar);
    m_inputButton->setObjectName(u"breakEven.input"_s);
    auto* const label = new ThemedLabel(appearance(), TextStyle::table, &Theme::text2, bar);
    label->setText(tr("Wanted"));
    m_field = new NumberField(bar);
    m_field->setObjectName(u"breakEven.wanted"_s);
    m_field->setAccessibleName(label->text());
    m_field->setAlignment(Qt::AlignRight);
    m_field->setFixedWidth(fieldWidth);
    m_field->setEmptyAllowed(true);
    m_unit = new ThemedLabel(appearance(), TextStyle::table, &Theme::text2, bar);
    connect(m_field, &NumberField::valueEntered, this, &BreakEvenTab::take);
    connect(m_field, &NumberField::emptied, this, [this] {
        m_wanted.reset();
        refresh();
    });
    connect(m_field, &NumberField::checked, this, [this](const QString& sentence) {
        m_problem->setText(sentence);
        m_problem->setVisible(!sentence.isEmpty());
    });
    auto* const copy = new QPushButton(appearance().icon(u"copy"_s), tr("Copy chart"), bar);
    connect(copy, &QPushButton::clicked, this, [this] { emit m_figure->copyPictureRequested(); });
    row->addWidget(m_targetButton);
    row->addWidget(m_inputButton);
    row->addSpacing(8);
    for (QWidget* const part : std::initializer_list<QWidget*> {label, m_field, m_unit})
        row->addWidget(part);
    row->addStretch(1);
    row->addWidget(copy);
    return bar;
}

void BreakEvenTab::refresh()
{
    compute();
    show();
    showChoices();
    showField();
    emit messageChanged();
}

void BreakEvenTab::chooseInput(core::Study& study)
{
    const auto isMissing = [&] { return !core::variedInput(study.project(), m_input); };
    if (!isMissing())
        return;
    const std::vector<std::string> leading = leadingInputs(study, m_target);
    m_input = leading.empty() ? "levers.price" : leading.front();
}

double BreakEvenTab::wanted() const
{
    if (m_wanted)
        return *m_wanted;
    const core::TargetText target = words();
    const auto planned = core::figureOf(*session().evaluation(), m_target);
    return target.threshold.value_or(planned.value_or(0.0));
}

core::TargetText BreakEvenTab::words() const
{
    const core::Evaluation& evaluation = *session().evaluation();
    const double planned = core::figureOf(evaluation, m_target).value_or(0.0);
    return core::targetText(evaluation, m_target, session().view(),
        std::max(std::abs(planned), std::abs(m_wanted.value_or(0.0))));
}

// At once, or on another thread where each value of the input takes a model of its own; then what
// was found before stays until the answer is there.
void BreakEvenTab::compute()
{
    m_search.forget();
    std::optional<core::Result<BreakEvenSearch>> found;
    const bool isComputed =
        SensitivityTab::compute(*m_figure, [&](core::Study& study) -> core::Status {
            chooseInput(study);
            const auto input = core::variedInput(study.project(), m_input);
            if (!input)
                return input.error();
            if (!core::isStructural(study.project(), *input)) {
                found = searchBreakEven(study, *input, m_target, wanted());
                return *found ? core::success() : core::Status(found->error());
            }
            m_search.ask(
                [base = session().evaluation(), input = *input, target = m_target,
                    wanted = wanted()](const std::stop_token&) {
                    core::Study own(base);
                    return searchBreakEven(own, input, target, wanted);
                },
                [this](const core::Result<BreakEvenSearch>& answer) {
                    m_found.reset();
                    if (answer)
                        m_found = *answer;
                    else
                        showReason(*m_figure, core::sentence(answer.error().problems.front()));
                    show();
                });
            return core::success();
        });
    if (!isComputed)
        m_found.reset();
    else if (found)
        m_found = **std::move(found);
}

void BreakEvenTab::show()
{
    m_text->setVisible(m_found.has_value());
    if (!m_found || m_search.isAwaited())
        return;
    m_figure->setFigure(core::breakEvenFigure(
        *session().evaluation(), m_found->sought, m_found->curve, session().view()));
    m_text->setText(resultText());
}

QString BreakEvenTab::resultText() const
{
    const core::Project& project = session().evaluation()->project();
    const core::TargetText target = words();
    const core::GoalSeek& sought = m_found->sought;
    const auto position = core::positionOf(project, sought.input);
    const double base = position ? position->base : 1.0;
    std::vector<double> named {base};
    const auto range = core::rangeOf(project, m_input);
    if (range)
        named.insert(named.end(), {range->low, range->high});
    core::PositionText text = core::PositionTexts(project).of(sought.input, named);
    const auto at = [&](double value) { return QString::fromStdString(text.textInUnit(value)); };
    const QString low = range ? at(range->low) : QString();
    const QString high = range ? at(range->high) : QString();
    const auto figureAt = [&](const std::optional<double>& value) {
        return value ? QString::fromStdString(target.withUnit(*value)) : tr("none");
    };
    if (sought.isEverywhere)
        return tr("Looked for from %1 to %2: %3 is %4 throughout.")
            .arg(at(sought.low), at(sought.high), textOf(target.name), figureAt(sought.wanted));
    if (sought.solutions.empty())
        return tr("Looked for from %1 to %2: %3 is %4 at the low end and %5 at the high one.")
            .arg(at(sought.low), at(sought.high), textOf(target.name), figureAt(sought.atLow),
                figureAt(sought.atHigh));
    const QString plan = at(base);
    if (!(position && position->isInteger))
        text = text.ofSolutions();
    QStringList sentences;
    for (const double solution : sought.solutions) {
        const double part = base == 0.0 ? 0.0 : std::abs(solution / base - 1.0);
        const QString distance = workspace().format().percent(part);
        const QString from = solution < base ? tr("%1 is %2 below the plan of %3")
                                             : tr("%1 is %2 above the plan of %3");
        const QString where = from.arg(at(solution), distance, plan);
        if (!range)
            sentences += where + u'.';
        else if (solution >= range->low && solution <= range->high)
            sentences += tr("%1 and inside its range, %2 to %3.").arg(where, low, high);
        else
            sentences += tr("%1 and outside its range, %2 to %3.").arg(where, low, high);
    }
    return sentences.join(u' ');
}

void BreakEvenTab::showChoices()
{
    offerTargets(*m_targetButton, m_target, [this](core::Target target) {
        m_target = target;
        m_wanted.reset();
        refresh();
    });
    offerInputs(*m_inputButton, workspace(), m_input, [this](const std::string& input) {
        m_input = input;
        refresh();
    });
}

// In percent as its own number, else in the unit that the target is shown in.
void BreakEvenTab::showField()
{
    m_field->setEnabled(session().evaluation() != nullptr);
    if (!session().evaluation())
        return;
    const core::TargetText target = words();
    NumberExpectation expectation;
    const bool isPercent = target.unit == "%";
    if (isPercent)
        expectation.unit = u"%"_s;
    expectation.oldValue = isPercent ? wanted() : target.shown(wanted());
    m_field->setExpectation(expectation);
    m_field->showValue(expectation.oldValue);
    m_unit->setText(isPercent ? QString() : QString::fromStdString(target.unit));
}

void BreakEvenTab::take(double typed)
{
    const core::TargetText target = words();
    m_wanted = target.unit == "%" ? typed : typed / target.factor;
    refresh();
}

QString BreakEvenTab::message() const
{
    return tr("What one input has to be for a figure that is wanted, all others as planned. Found "
              "in %1.")
        .arg(timeText());
}

}

#include "ui/pages/risk/DistributionPanel.h"

#include "core/analysis/Distributions.h"
#include "core/analysis/InputRange.h"
#include "core/project/Evidence.h"
#include "core/project/Registry.h"
#include "ui/document/InputText.h"
#include "ui/document/Session.h"
#include "ui/document/SimulationCells.h"
#include "ui/document/Uncertainties.h"
#include "ui/fields/FieldText.h"
#include "ui/pages/Workspace.h"
#include "ui/pages/risk/DensityCurve.h"
#include "ui/theme/Appearance.h"
#include "ui/widgets/EvidenceText.h"
#include "ui/widgets/InputForm.h"
#include "ui/widgets/ThemedLabel.h"

#include <QHBoxLayout>
#include <QPushButton>
#include <QScrollBar>
#include <QVBoxLayout>

#include <algorithm>
#include <cmath>

using namespace Qt::StringLiterals;

namespace ui {

namespace {

constexpr int margin = 16;
constexpr int sectionGap = 16;
constexpr auto deckId = "active_deck";
constexpr auto processId = "price_process";

}

DistributionPanel::DistributionPanel(Workspace& workspace, QWidget* parent)
    : QScrollArea(parent)
    , m_workspace(workspace)
    , m_content(new QWidget(this))
    , m_form(
          new InputForm(workspace.session(), workspace.appearance(), FormPlace::panel, m_content))
    , m_curve(new DensityCurve(workspace.appearance(), m_content))
{
    setObjectName(u"panel.distribution"_s);
    setWidgetResizable(true);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setFocusPolicy(Qt::NoFocus);
    auto* const column = new QVBoxLayout(m_content);
    column->setContentsMargins(margin, 12, margin, margin);
    column->setSpacing(sectionGap);
    m_plan = addText(*column, u"panel.plan"_s);
    column->addWidget(m_form);
    m_valueCommands = new QWidget(m_content);
    auto* const valueRow = new QHBoxLayout(m_valueCommands);
    valueRow->setContentsMargins(0, 0, 0, 0);
    auto* const addOne = new QPushButton(tr("Add value"), m_valueCommands);
    addOne->setObjectName(u"panel.addValue"_s);
    m_removeValue = new QPushButton(tr("Remove last"), m_valueCommands);
    m_removeValue->setObjectName(u"panel.removeValue"_s);
    valueRow->addWidget(addOne);
    valueRow->addWidget(m_removeValue);
    valueRow->addStretch(1);
    column->addWidget(m_valueCommands);
    m_curve->setObjectName(u"panel.density"_s);
    column->addWidget(m_curve);
    m_percentiles = addText(*column, u"panel.percentiles"_s);
    m_percentiles->setTextFormat(Qt::RichText);
    m_origin = addText(*column, u"panel.origin"_s);
    column->addWidget(makeCommands());
    column->addStretch();
    setWidget(m_content);
    connect(m_curve, &DensityCurve::dragged, this, &DistributionPanel::drag);
    connect(addOne, &QPushButton::clicked, this, &DistributionPanel::addValue);
    connect(m_removeValue, &QPushButton::clicked, this, &DistributionPanel::removeValue);
    // At once, so that what is dragged follows the pointer.
    connect(&workspace.session(), &Session::projectChanged, this, &DistributionPanel::refresh);
    connect(&workspace.appearance(), &Appearance::changed, this, &DistributionPanel::refresh);
}

ThemedLabel* DistributionPanel::addText(QVBoxLayout& column, const QString& name)
{
    auto* const label =
        new ThemedLabel(m_workspace.appearance(), TextStyle::table, &Theme::text2, m_content);
    label->setObjectName(name);
    label->setWordWrap(true);
    column.addWidget(label);
    return label;
}

QWidget* DistributionPanel::makeCommands()
{
    auto* const commands = new QWidget(m_content);
    auto* const column = new QVBoxLayout(commands);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(8);
    const auto add = [&](const QString& text, const QString& name) {
        auto* const button = new QPushButton(text, commands);
        button->setObjectName(name);
        column->addWidget(button, 0, Qt::AlignLeft);
        return button;
    };
    m_take = add(tr("Take the range from evidence"), u"panel.takeRange"_s);
    m_go = add(tr("Go to the input"), u"panel.goToInput"_s);
    m_remove = add(tr("Make it certain"), u"panel.remove"_s);
    connect(m_take, &QPushButton::clicked, this, &DistributionPanel::takeRangeFromEvidence);
    connect(m_go, &QPushButton::clicked, this, [this] {
        m_workspace.goToInput(
            m_input == processId ? u"active_deck"_s : QString::fromStdString(m_input));
    });
    connect(m_remove, &QPushButton::clicked, this, [this] { emit removalRequested(m_input); });
    return commands;
}

void DistributionPanel::showInput(const std::string& input)
{
    if (input == m_input)
        return;
    m_input = input;
    verticalScrollBar()->setValue(0);
    refresh();
}

QString DistributionPanel::title() const
{
    if (m_input == deckId)
        return tr("Price deck");
    if (m_input == processId)
        return tr("Yearly price");
    return uncertainName(m_workspace.session().project(), m_input);
}

void DistributionPanel::showEvent(QShowEvent* event)
{
    refresh();
    QScrollArea::showEvent(event);
}

void DistributionPanel::refresh()
{
    if (!isVisible())
        return;
    const core::Uncertainty* const uncertainty =
        uncertaintyOf(m_workspace.session().project(), m_input);
    const bool isKnown = uncertainty || m_input == deckId || m_input == processId;
    m_content->setVisible(isKnown);
    for (QWidget* const part : std::initializer_list<QWidget*> {
             m_valueCommands, m_curve, m_percentiles, m_origin, m_take, m_remove})
        part->setVisible(uncertainty != nullptr);
    if (uncertainty)
        showDistribution(*uncertainty);
    else if (m_input == deckId)
        showDeck();
    else if (m_input == processId)
        showProcess();
}

void DistributionPanel::showDistribution(const core::Uncertainty& uncertainty)
{
    const Session& session = m_workspace.session();
    const core::Input* const input = session.inputOf(QString::fromStdString(m_input));
    if (input && input->unit == "factor") {
        const auto content = contentOf(session.project(), {QString::fromStdString(m_input), {}});
        const auto* number = content ? std::get_if<double>(&content->value) : nullptr;
        m_plan->setText(
            tr("The plan is %1.").arg(m_workspace.format().percent(number ? *number : 1.0)));
    } else if (input) {
        const auto content = contentOf(session.project(), {QString::fromStdString(m_input), {}});
        const auto* number = content ? std::get_if<double>(&content->value) : nullptr;
        const int exponent =
            bareExponentFor(QString::fromStdString(input->unit), number ? *number : 0.0);
        m_plan->setText(
            number ? tr("The plan is %1.")
                         .arg(valueText(session.project(), *input, content->value, exponent))
                   : tr("The plan has a value for every year; all move together."));
    }
    m_go->setText(tr("Go to the input"));
    m_valueCommands->setVisible(uncertainty.distribution.type == "discrete");
    m_removeValue->setEnabled(uncertainty.distribution.values.size() > 1);
    showForm(uncertainty);
    showCurve(uncertainty);
    showPercentiles(uncertainty);
    showOrigin(uncertainty);
}

void DistributionPanel::showForm(const core::Uncertainty& uncertainty)
{
    const auto row = [&](const char* field, std::optional<int> place, const QString& label) {
        return FormRow {{uncertaintyCell(m_input, field), place}, label};
    };
    FormSection section {{}, {row("distribution.type", {}, {})}};
    const core::Input* const mode = m_workspace.session().inputOf(uncertaintyCell(m_input, "mode"));
    if (mode && mode->choices.size() > 1)
        section.rows.push_back(row("mode", {}, {}));
    for (const std::string& parameter : parametersOf(uncertainty.distribution.type))
        section.rows.push_back(row(("distribution." + parameter).c_str(), {}, {}));
    for (std::size_t i = 0; i < uncertainty.distribution.values.size(); ++i) {
        const int place = static_cast<int>(i) + 1;
        section.rows.push_back(row("distribution.values", place, tr("Value %1").arg(place)));
        section.rows.push_back(
            row("distribution.probabilities", place, tr("Probability %1").arg(place)));
    }
    m_form->setSections({std::move(section)});
}

void DistributionPanel::showCurve(const core::Uncertainty& uncertainty)
{
    const Session& session = m_workspace.session();
    std::vector<DensityCurve::Grip> grips;
    for (const std::string& parameter : parametersOf(uncertainty.distribution.type)) {
        const core::Input* const cell =
            session.inputOf(uncertaintyCell(m_input, ("distribution." + parameter).c_str()));
        if (!cell)
            continue;
        grips.push_back({parameter, cell->minimum, cell->maximum});
    }
    const auto position = core::positionOf(session.project(), {m_input, uncertainty.mode});
    m_curve->setDistribution(uncertainty.distribution,
        position ? std::optional(position->base) : std::nullopt, expectationOf(uncertainty),
        std::move(grips));
}

// How draws are written.
NumberExpectation DistributionPanel::expectationOf(const core::Uncertainty& uncertainty) const
{
    const Session& session = m_workspace.session();
    const core::Input* const input = session.inputOf(QString::fromStdString(m_input));
    const bool isFactor =
        uncertainty.mode == core::UncertaintyMode::scale || !input || input->unit == "factor";
    const auto position = core::positionOf(session.project(), {m_input, uncertainty.mode});
    NumberExpectation expected;
    expected.unit = isFactor ? u"%"_s : QString::fromStdString(input->unit);
    expected.bareExponent = bareExponentFor(expected.unit, position ? position->base : 0.0);
    return expected;
}

void DistributionPanel::showPercentiles(const core::Uncertainty& uncertainty)
{
    const auto shape = core::shapeOf(uncertainty.distribution);
    if (!shape) {
        m_percentiles->setText(tr("None: the distribution breaks a rule."));
        return;
    }
    const NumberExpectation expected = expectationOf(uncertainty);
    const auto text = [&](double value) {
        if (expected.unit == u"%")
            return m_workspace.format().percent(value);
        // Four digits are enough to compare percentiles.
        const double digits =
            value == 0.0 ? 1.0 : std::pow(10.0, std::floor(std::log10(std::abs(value))) - 3.0);
        return fieldText(std::round(value / digits) * digits, expected);
    };
    QString rows;
    const auto add = [&](const QString& label, const QString& value) {
        rows +=
            u"<tr><td style=\"padding-right:24px\">%1</td><td align=\"right\">%2</td></tr>"_s.arg(
                label.toHtmlEscaped(), value.toHtmlEscaped());
    };
    add(u"P5"_s, text(shape->quantile(0.05)));
    add(u"P50"_s, text(shape->quantile(0.5)));
    add(u"P95"_s, text(shape->quantile(0.95)));
    add(tr("Mean"), text(shape->mean()));
    add(tr("Standard deviation"), text(shape->standardDeviation()));
    const QString unit = unitText(expected.unit, expected.bareExponent);
    m_percentiles->setText(u"<table cellspacing=\"0\" cellpadding=\"1\">%1</table>%2"_s.arg(
        rows, unit.isEmpty() ? QString() : tr("in %1").arg(unit).toHtmlEscaped()));
}

void DistributionPanel::showOrigin(const core::Uncertainty& uncertainty)
{
    const core::Project& project = m_workspace.session().project();
    const auto evidence = core::rangeFromEvidence(project, m_input);
    const auto fresh = withUncertainty(withoutUncertainty(project, m_input), m_input);
    const core::Uncertainty* const start = fresh ? uncertaintyOf(*fresh, m_input) : nullptr;
    const bool isStart = start && start->distribution == uncertainty.distribution;
    const auto range = core::rangeOf(project, m_input, {core::RangeChoice::Source::evidence});
    const bool isOfTornado = range && range->origin == core::RangeOrigin::typed;
    if (evidence && isStart)
        m_origin->setText(tr("The range goes %1 of the plan (%2).")
                              .arg(rangeText(evidence->range), originText(*evidence)));
    else if (evidence)
        m_origin->setText(tr("The range was typed; that of the evidence goes %1 (%2).")
                              .arg(rangeText(evidence->range), originText(*evidence)));
    else if (isStart && isOfTornado)
        m_origin->setText(tr("The range is that of the tornado."));
    else if (isStart)
        m_origin->setText(
            tr("Nobody said how good the plan is: the range is 20 % to either side."));
    else
        m_origin->setText(tr("The range was typed. There is no evidence for another one."));
    m_take->setVisible(evidence && !isStart);
}

void DistributionPanel::showDeck()
{
    const core::Project& project = m_workspace.session().project();
    const bool isDrawn = analysisOf(project).drawDeck;
    m_plan->setText(isDrawn ? tr("Every trial draws one of the price decks by its weight.")
                            : tr("Every trial has the price deck that is in use."));
    m_form->setSections({{{}, {FormRow {{u"analysis.draw_deck"_s, {}}, tr("Each trial")}}}});
    m_go->setText(tr("Go to the decks and their weights"));
}

void DistributionPanel::showProcess()
{
    const auto& process = analysisOf(m_workspace.session().project()).priceProcess;
    FormSection section {
        {}, {FormRow {{u"analysis.price_process.type"_s, {}}, tr("From year to year")},
                FormRow {{u"analysis.price_process.volatility"_s, {}}, tr("Volatility")},
                FormRow {{u"analysis.price_process.half_life_years"_s, {}}, tr("Half-life")}}};
    m_form->setSections({std::move(section)});
    m_go->setText(tr("Go to the prices"));
    if (!process) {
        m_plan->setText(tr("Every year has the price of its deck."));
        return;
    }
    constexpr double normal90 = 1.2815515655446004;
    const bool reverts = process->type == core::PriceProcessType::meanReverting;
    const double rate = std::log(2.0) / process->halfLifeYears.value_or(1.0);
    const double variance = reverts ? process->volatility * process->volatility / (2.0 * rate)
                                    : 10.0 * process->volatility * process->volatility;
    const double deviation = std::sqrt(variance);
    const auto percent = [&](double z) {
        return m_workspace.format().percent(std::exp(z * deviation - variance / 2.0), 0);
    };
    m_plan->setText((reverts ? tr("The price wanders about its deck and comes back to it. In the "
                                  "long run eight of ten years lie between %1 and %2 of the deck.")
                             : tr("The price wanders away from its deck. In the tenth year eight "
                                  "of ten trials lie between %1 and %2 of the deck."))
                        .arg(percent(-normal90), percent(normal90)));
}

// A drag is one step: all its values are of one run of typing.
void DistributionPanel::drag(const QString& parameter, double value, bool isFinished)
{
    Session& session = m_workspace.session();
    if (!m_isDragging)
        session.finishTyping();
    m_isDragging = !isFinished;
    const QByteArray field = "distribution." + parameter.toLatin1();
    const core::Status status =
        session.setCell({uncertaintyCell(m_input, field.constData()), {}}, value);
    if (!status)
        m_workspace.tell(QString::fromStdString(status.error().problems.front().message));
    if (isFinished)
        session.finishTyping();
}

void DistributionPanel::takeRangeFromEvidence()
{
    Session& session = m_workspace.session();
    core::Project project = session.project();
    const core::Uncertainty* const before = uncertaintyOf(project, m_input);
    auto fresh = withUncertainty(withoutUncertainty(project, m_input), m_input);
    if (!before || !fresh)
        return;
    const core::Uncertainty* const after = uncertaintyOf(*fresh, m_input);
    for (core::Uncertainty& uncertainty : project.analysis->uncertainties)
        if (uncertainty.input == m_input)
            uncertainty = *after;
    session.edit(tr("Range from evidence, %1").arg(title()), std::move(project));
}

void DistributionPanel::addValue()
{
    m_workspace.session().edit(tr("Add a value, %1").arg(title()),
        withValueAdded(m_workspace.session().project(), m_input), QString());
}

void DistributionPanel::removeValue()
{
    const core::Uncertainty* const uncertainty =
        uncertaintyOf(m_workspace.session().project(), m_input);
    if (!uncertainty)
        return;
    m_workspace.session().edit(tr("Remove a value, %1").arg(title()),
        withValueRemoved(m_workspace.session().project(), m_input,
            static_cast<int>(uncertainty->distribution.values.size())),
        QString());
}

bool DistributionPanel::goToCell(const QString& cell)
{
    return m_form->select(cell);
}

}

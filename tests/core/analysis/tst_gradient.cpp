#include "core/analysis/Gradient.h"
#include "core/project/DefaultProject.h"
#include "core/project/Registry.h"
#include "tests/support/PlainProject.h"
#include "tests/support/ProjectGenerator.h"

#include <QTest>

#include <algorithm>
#include <cmath>
#include <cstdint>
#include <map>
#include <string>

using namespace core;

namespace {

Target metric(Metric metric)
{
    return {Target::Kind::metric, metric};
}

std::map<std::string, double> byInput(const Gradient& gradient)
{
    std::map<std::string, double> result;
    for (const Derivative& derivative : gradient.derivatives)
        result[derivative.input] = derivative.value;
    return result;
}

std::map<std::string, double> derivativesOf(const Project& project, Target target = {})
{
    return byInput(*gradientOf(**Evaluation::of(project), target));
}

double figureWith(const Project& project, Target target)
{
    return figureOf(**Evaluation::of(project), target).value();
}

bool isClose(double actual, double expected, double relative)
{
    return std::abs(actual - expected) <= relative * std::abs(expected);
}

// The figures of a project as one input of its sheet moves: a number by an amount, a series or
// profile by a part of itself. The limits of the field do not matter here.
class Moved {
public:
    Moved(const Evaluation& evaluation, const Sheet::InputContent& input)
        : m_evaluation(evaluation)
        , m_input(input)
    {
    }

    // The slope of a figure between its value and that at a distance, which may be negative.
    double slope(Row row, double distance)
    {
        return (figure(row, distance) - *m_evaluation.figure(row)) / distance;
    }

    // Whether the figure does not come near its value as the distance shrinks.
    bool jumps(Row row, double distance)
    {
        const double here = *m_evaluation.figure(row);
        const double far = std::abs(figure(row, distance) - here);
        const double near = std::abs(figure(row, distance / 8.0) - here);
        return !(near <= far / 2.0);
    }

private:
    double figure(Row row, double distance)
    {
        if (m_distances.find(distance) == m_distances.end())
            m_distances[distance] = valuesAt(distance);
        return m_evaluation.model().program().figure(m_distances[distance], row, 0);
    }

    Program::Values valuesAt(double distance) const
    {
        std::vector<double> cells = m_evaluation.inputCells();
        if (!m_input.years)
            cells[static_cast<std::size_t>(m_input.firstCell)] += distance;
        for (const int cell : m_input.cells)
            if (cell >= 0)
                cells[static_cast<std::size_t>(cell)] *= 1.0 + distance;
        Program::Values values;
        m_evaluation.model().program().evaluate(cells, values);
        return values;
    }

    const Evaluation& m_evaluation;
    const Sheet::InputContent& m_input;
    std::map<double, Program::Values> m_distances;
};

struct FigureGradient {
    Target target;
    Row row;
    double noise = 0.0; // what rounding makes of differences of the figure
    std::map<std::string, double> derivatives;
};

// Of a quarter of the figures that are rows of the model; which, takes turns.
std::vector<FigureGradient> figureGradients(const Evaluation& evaluation, std::size_t turn)
{
    constexpr std::size_t stride = 4;
    constexpr double rounding = 1e-14;
    double turnover = 0.0;
    for (const PlantCase plant : {PlantCase::project, PlantCase::standalone})
        for (const double flow : evaluation.byYear(plant == PlantCase::project
                                                       ? evaluation.rows().project.freeCashFlow
                                                       : evaluation.rows().standalone.freeCashFlow))
            turnover += std::abs(flow);
    std::vector<FigureGradient> result;
    const std::vector<Target> targets = allTargets();
    for (std::size_t i = turn % stride; i < targets.size(); i += stride) {
        const Target target = targets[i];
        if (target.kind == Target::Kind::expectedNpv || target == metric(Metric::breakEvenPrice))
            continue;
        const Row row =
            target.kind == Target::Kind::npvSavings
                ? evaluation.rows().savings.npv
                : evaluation.rows().project.metrics[static_cast<std::size_t>(target.metric)];
        const bool isMoney = kindOf(target) == MetricDescription::Kind::money;
        if (const Result<Gradient> gradient = gradientOf(evaluation, target))
            result.push_back({target, row,
                rounding * std::max(isMoney ? turnover : 1.0, std::abs(gradient->value)),
                byInput(*gradient)});
        else if (figureOf(evaluation, target))
            qWarning("%s has no gradient", std::string(nameOf(target)).c_str());
    }
    return result;
}

}

class TestGradient : public QObject {
    Q_OBJECT

private slots:
    void agreesWithFiniteDifferences_data();
    void agreesWithFiniteDifferences();
    void ofFiguresBesideTheSheetAgreesWithFiniteDifferences_data();
    void ofFiguresBesideTheSheetAgreesWithFiniteDifferences();
    void ofTheDiscountRateIsMinusTheModifiedDuration();
    void ofTheRateOfReturnOfTwoFlows();
    void ofTheBreakEvenPrice();
    void ofAProjectThatPaysAtNoPrice();
    void ofWeightsOfDecks();
    void ofALoanWithoutInterest();
    void atTheEndOfARangeGoesInside();
    void coversEveryAmount();
    void refusesFiguresThatDoNotExist();
};

void TestGradient::agreesWithFiniteDifferences_data()
{
    constexpr std::uint32_t perRow = 20;
    QTest::addColumn<std::uint32_t>("firstSeed");
    QTest::addColumn<std::uint32_t>("count");
    for (std::uint32_t seed = 1; seed <= 240; seed += perRow)
        QTest::addRow("seeds from %u", seed) << seed << perRow;
}

// The derivative lies between the slopes to both sides, closely where these agree, as they do
// nearly everywhere; at a kink it may be either, or between.
void TestGradient::agreesWithFiniteDifferences()
{
    QFETCH(std::uint32_t, firstSeed);
    QFETCH(std::uint32_t, count);
    constexpr std::size_t stride = 5; // each project shows the turn of a fifth of its inputs
    int all = 0;
    int kinks = 0;
    int jumps = 0;
    for (std::uint32_t seed = firstSeed; seed < firstSeed + count; ++seed) {
        const auto evaluation = *Evaluation::of(support::generateProject(seed));
        const std::vector<FigureGradient> gradients = figureGradients(*evaluation, seed / stride);
        const std::vector<Input> inputs = inputsOf(evaluation->project());
        const std::vector<Sheet::InputContent>& sheetInputs = evaluation->model().sheet().inputs();
        for (std::size_t i = seed % stride; i < sheetInputs.size(); i += stride) {
            const Sheet::InputContent& input = sheetInputs[i];
            const int field = evaluation->model().fieldOfInput(static_cast<int>(i));
            if (field < 0)
                continue;
            const double value =
                input.years ? 1.0
                            : evaluation->inputCells()[static_cast<std::size_t>(input.firstCell)];
            const double size =
                std::max(std::abs(value), inputs[static_cast<std::size_t>(field)].step);
            // Close to a rate of 0, annuities lose digits.
            const bool isNoRate = value == 0.0 && input.id.ends_with(".rate");
            const double distance = isNoRate ? 1e-5 : 1e-6 * size;
            const double tolerance = isNoRate ? 3e-4 : 2e-6;
            Moved moved(*evaluation, input);
            for (const FigureGradient& figure : gradients) {
                const double derivative = figure.derivatives.at(input.id);
                const double below = moved.slope(figure.row, -distance);
                const double above = moved.slope(figure.row, distance);
                const double allowed = tolerance * std::abs(derivative) + figure.noise / distance;
                ++all;
                if (std::abs(above - below) > 1e-3 * std::abs(derivative) + 10.0 * allowed)
                    ++kinks;
                if (derivative >= std::min(below, above) - allowed &&
                    derivative <= std::max(below, above) + allowed)
                    continue;
                ++jumps;
                QVERIFY2(moved.jumps(figure.row, distance) || moved.jumps(figure.row, -distance),
                    qPrintable(QStringLiteral("seed %1: %2 by %3 is %4, between %5 and %6")
                                   .arg(seed)
                                   .arg(QString::fromStdString(std::string(nameOf(figure.target))),
                                       QString::fromStdString(input.id))
                                   .arg(derivative)
                                   .arg(below)
                                   .arg(above)));
            }
        }
    }
    QVERIFY(all > 1000);
    QVERIFY(kinks < all / 100);
    QVERIFY(jumps < all / 500); // each was proved to be one above
}

void TestGradient::ofFiguresBesideTheSheetAgreesWithFiniteDifferences_data()
{
    QTest::addColumn<QString>("target");
    QTest::addRow("break-even price") << "break_even_price_per_kg";
    QTest::addRow("weighted net present value") << "expected_npv";
}

void TestGradient::ofFiguresBesideTheSheetAgreesWithFiniteDifferences()
{
    QFETCH(QString, target);
    const Target wanted = *findTarget(target.toStdString());
    constexpr double part = 1e-5;
    int compared = 0;
    for (std::uint32_t seed = 1; seed <= 30; ++seed) {
        const Project project = support::generateProject(seed);
        const Result<Gradient> gradient = gradientOf(**Evaluation::of(project), wanted);
        if (!gradient)
            continue; // no price is enough
        for (const char* id : {"levers.production", "levers.opex", "levers.capex", "levers.price",
                 "discounting.rate", "tax.income_tax_rate", "macro.usd_inflation",
                 "price_decks.deck1.prices.product1"}) {
            const Result<Project> less = withScaled(project, id, 1.0 - part);
            const Result<Project> more = withScaled(project, id, 1.0 + part);
            if (!less || !more)
                continue;
            const InputKind kind = *kindOf(project, id);
            const double value =
                kind == InputKind::number ? std::get<double>(*valueOf(project, id)) : 1.0;
            const double derivative = byInput(*gradient).at(id) * value;
            const double below = (gradient->value - figureWith(*less, wanted)) / part;
            const double above = (figureWith(*more, wanted) - gradient->value) / part;
            const double allowed =
                1e-6 * std::abs(derivative) + 1e-8 * std::abs(gradient->value) + 1e-4;
            QVERIFY2(derivative >= std::min(below, above) - allowed &&
                         derivative <= std::max(below, above) + allowed,
                qPrintable(QStringLiteral("seed %1 by %2: %3, between %4 and %5")
                               .arg(seed)
                               .arg(QLatin1String(id))
                               .arg(derivative)
                               .arg(below)
                               .arg(above)));
            ++compared;
        }
    }
    QVERIFY(compared > 100);
}

void TestGradient::ofTheDiscountRateIsMinusTheModifiedDuration()
{
    Project project = defaultProject();
    project.discounting.terms = Terms::nominal;
    project.discounting.timing = DiscountTiming::endOfYear;
    project.timeline.valuationYear = project.timeline.firstYear;
    const auto evaluation = *Evaluation::of(project);
    const std::vector<double> flows = evaluation->byYear(evaluation->rows().project.freeCashFlow);
    double expected = 0.0;
    for (std::size_t t = 0; t < flows.size(); ++t) {
        const double years = static_cast<double>(t) + 1.0;
        expected -= years * flows[t] * std::pow(1.0 + project.discounting.rate, -years - 1.0);
    }
    QVERIFY(isClose(byInput(*gradientOf(*evaluation)).at("discounting.rate"), expected, 1e-12));
}

// The plain project with 150,000 spent in 2030 and 100,000 earned in each of three years: at
// the start 50,000 is missing, then 100,000 comes twice: 50 = 100/(1+r) + 100/(1+r)^2.
void TestGradient::ofTheRateOfReturnOfTwoFlows()
{
    Project project = support::plainProject();
    project.capital.items[0].amount = 150e3;
    const double rate = std::sqrt(3.0); // 1+r = 1 + sqrt(3)
    const double slope = -100e3 / std::pow(1.0 + rate, 2) - 200e3 / std::pow(1.0 + rate, 3);
    const auto derivatives = derivativesOf(project, metric(Metric::irr));
    QVERIFY(isClose(derivatives.at("capital.items.plant.amount"), 1.0 / slope, 1e-12));
    // One more per cent of the price brings a thousand in each year.
    const double perFactor = 100e3 * (1.0 + 1.0 / (1.0 + rate) + 1.0 / std::pow(1.0 + rate, 2));
    QVERIFY(isClose(derivatives.at("levers.price"), -perFactor / slope, 1e-12));
    QVERIFY(isClose(derivatives.at("price_decks.flat.prices.metal"), -perFactor / slope, 1e-12));
}

// 1000 kg in each of three years must pay the capital at the start of the first.
void TestGradient::ofTheBreakEvenPrice()
{
    Project project = support::plainProject();
    project.capital.items[0].amount = 150e3;
    const double discountedKg = 1000.0 * (1.0 + 1.0 / 1.1 + 1.0 / 1.21);
    const auto derivatives = derivativesOf(project, metric(Metric::breakEvenPrice));
    QVERIFY(isClose(derivatives.at("capital.items.plant.amount"), 1.0 / discountedKg, 1e-12));
    QVERIFY(isClose(derivatives.at("levers.production"), -150e3 / discountedKg, 1e-12));
    QCOMPARE(derivatives.at("levers.price"), 0.0);
    QCOMPARE(derivatives.at("price_decks.flat.prices.metal"), 0.0);
}

void TestGradient::ofAProjectThatPaysAtNoPrice()
{
    const auto derivatives = derivativesOf(support::plainProject(), metric(Metric::breakEvenPrice));
    for (const auto& [input, derivative] : derivatives)
        QCOMPARE(derivative, 0.0);
}

void TestGradient::ofWeightsOfDecks()
{
    const auto evaluation = *Evaluation::of(defaultProject());
    const std::map<std::string, double> weighted =
        byInput(*gradientOf(*evaluation, Target {Target::Kind::expectedNpv}));
    const std::map<std::string, double> plan = byInput(*gradientOf(*evaluation));
    const std::vector<PriceDeck>& decks = evaluation->project().priceDecks;
    for (std::size_t d = 0; d < decks.size(); ++d) {
        const std::string probability = "price_decks." + decks[d].id + ".probability";
        QCOMPARE(weighted.at(probability), evaluation->decks()[d].npv);
        QCOMPARE(plan.at(probability), 0.0);
    }
}

// Interest paid on the loan of a plain project is 100,000 in the first year and 50,000 in the
// second, per unit of its rate; the annuity shifts a little of the principal to the second.
void TestGradient::ofALoanWithoutInterest()
{
    Project project = support::plainProject();
    project.capital.items[0].amount = 100e3;
    project.financing.gearing = 1.0;
    project.financing.rate = 0.0;
    project.financing.repayment = Repayment::annuity;
    project.financing.tenorYears = 2;
    project.financing.graceYears = 1;
    project.discounting.equityRate = 0.1;
    const double derivative =
        derivativesOf(project, metric(Metric::npvEquity)).at("financing.rate");
    // principal 1 = 100,000 / (2 + r), which falls by 25,000 r.
    const double expected = -(100e3 - 25e3) / 1.1 - (50e3 + 25e3) / 1.21;
    QVERIFY2(isClose(derivative, expected, 1e-6), qPrintable(QString::number(derivative)));
}

// The stand-alone plant pays a line of 100 a year that reuse saves altogether: a smaller share
// costs money, a larger one there is none. A closure cost of 0 can only become one, which earns no
// tax back in a year without profit.
void TestGradient::atTheEndOfARangeGoesInside()
{
    Project project = support::plainProject();
    CostLine line;
    line.id = "line";
    line.name = "Line";
    line.fixed = 100.0;
    line.reuseShare = 1.0;
    project.costLines.push_back(line);
    project.tax.incomeTaxRate = 0.2;
    project.timeline.closureYears = 1;
    const double annuity = 1.0 + 1.0 / 1.1 + 1.0 / 1.21;
    const auto derivatives = derivativesOf(project);
    QVERIFY(isClose(derivatives.at("cost_lines.line.reuse_share"), 80.0 * annuity, 1e-12));
    QVERIFY(isClose(derivatives.at("capital.closure_amount"), -1.0 / 1.331, 1e-12));
}

void TestGradient::coversEveryAmount()
{
    const Project project = defaultProject();
    const Gradient gradient = *gradientOf(**Evaluation::of(project));
    QCOMPARE(gradient.value, figureWith(project, {}));
    std::size_t next = 0;
    const std::vector<Input> inputs = inputsOf(project);
    const std::vector<InputField> fields = fieldsOf(project);
    for (std::size_t i = 0; i < inputs.size(); ++i) {
        const bool isAmount =
            inputs[i].kind == InputKind::number || inputs[i].kind == InputKind::series ||
            inputs[i].kind == InputKind::profile || inputs[i].kind == InputKind::phasing;
        if (!isAmount || std::holds_alternative<std::monostate>(fields[i]))
            continue;
        QVERIFY(next < gradient.derivatives.size());
        QCOMPARE(gradient.derivatives[next++].input, inputs[i].id);
    }
    QCOMPARE(next, gradient.derivatives.size());
}

void TestGradient::refusesFiguresThatDoNotExist()
{
    const auto evaluation = *Evaluation::of(support::plainProject());
    const Result<Gradient> gradient = gradientOf(*evaluation, metric(Metric::irr));
    QVERIFY(!gradient.hasValue());
    QCOMPARE(gradient.error().code, ErrorCode::NotComputable);
    QCOMPARE(gradient.error().problems.front().where, std::string("irr"));
}

QTEST_APPLESS_MAIN(TestGradient)
#include "tst_gradient.moc"

#include "core/analysis/InputCells.h"
#include "core/analysis/VariedInput.h"
#include "core/project/DefaultProject.h"
#include "core/project/Registry.h"
#include "core/project/Validation.h"
#include "tests/support/PlainProject.h"
#include "tests/support/ProjectGenerator.h"

#include <QTest>

#include <limits>

using namespace core;

namespace {

constexpr double noLimit = std::numeric_limits<double>::max();
const auto set = UncertaintyMode::set;
const auto scale = UncertaintyMode::scale;

Project projectWithEverything()
{
    Project project = support::plainProject();
    project.royalty.rate = 0.05;
    project.tax.incomeTaxRate = Series::Points {{2030, 0.2}, {2032, 0.25}};
    project.macro.usdInflation = Series::Points {{2030, -0.02}, {2032, 0.03}};
    project.production.rampUp = {0.5, 0.8};
    project.production.utilisation = 0.0;
    return project;
}

}

class TestVariedInput : public QObject {
    Q_OBJECT

private slots:
    void positions_data();
    void positions();
    void theEndsOfEveryFieldAreTaken();
    void whatNobodySaidHowToMove();
    void withPosition_data();
    void withPosition();
    void whatCannotBeMovedIsRefused_data();
    void whatCannotBeMovedIsRefused();
    void everyCellBelongsToOneInput();
};

void TestVariedInput::positions_data()
{
    QTest::addColumn<QString>("id");
    QTest::addColumn<bool>("isScaled");
    QTest::addColumn<double>("base");
    QTest::addColumn<double>("minimum");
    QTest::addColumn<double>("maximum");
    QTest::newRow("a number that is set") << "royalty.rate" << false << 0.05 << 0.0 << 1.0;
    QTest::newRow("a number that is scaled") << "royalty.rate" << true << 1.0 << 0.0 << 20.0;
    QTest::newRow("0 scaled goes nowhere")
        << "production.utilisation" << true << 1.0 << -noLimit << noLimit;
    QTest::newRow("years") << "timeline.years_of_operation" << false << 3.0 << 1.0 << 300.0;
    QTest::newRow("years that are scaled")
        << "timeline.years_of_operation" << true << 1.0 << 1.0 / 3.0 << 100.0;
    QTest::newRow("the largest point limits a series")
        << "tax.income_tax_rate" << true << 1.0 << 0.0 << 4.0;
    QTest::newRow("a series that is set") << "tax.income_tax_rate" << false << 0.2 << 0.0 << 1.0;
    QTest::newRow("points on both sides of 0")
        << "macro.usd_inflation" << true << 1.0 << -0.9 / 0.03 << 0.9 / 0.02;
    QTest::newRow("a profile") << "production.ramp_up" << true << 1.0 << 0.0 << 2.0 / 0.8;
    QTest::newRow("a profile that is set") << "production.ramp_up" << false << 0.5 << 0.0 << 2.0;
}

void TestVariedInput::positions()
{
    QFETCH(QString, id);
    QFETCH(bool, isScaled);
    QFETCH(double, base);
    QFETCH(double, minimum);
    QFETCH(double, maximum);
    const Project project = projectWithEverything();
    const Result<InputPosition> position =
        positionOf(project, {id.toStdString(), isScaled ? scale : set});
    QVERIFY(position);
    QCOMPARE(position->base, base);
    QCOMPARE(position->minimum, minimum);
    QCOMPARE(position->maximum, maximum);
    QCOMPARE(position->isInteger, id.startsWith("timeline"));
}

// A factor that is a rounding error too large would be refused.
void TestVariedInput::theEndsOfEveryFieldAreTaken()
{
    for (std::uint32_t seed = 1; seed <= 20; ++seed) {
        const Project project = support::generateProject(seed);
        for (const Input& input : inputsOf(project)) {
            if (!variedInput(project, input.id))
                continue;
            for (const UncertaintyMode mode : {set, scale}) {
                const InputPosition field = *positionOf(project, {input.id, mode});
                QVERIFY(field.minimum <= field.base && field.base <= field.maximum);
                for (const double end : {field.minimum, field.maximum})
                    QVERIFY2(core::withPosition(project, {input.id, mode}, end),
                        qPrintable(QStringLiteral("%1 at %2")
                                       .arg(QString::fromStdString(input.id),
                                           QString::number(end, 'g', 17))));
            }
        }
    }
}

void TestVariedInput::whatNobodySaidHowToMove()
{
    const Project project = defaultProject();
    QCOMPARE(variedInput(project, "levers.price")->mode, set);
    QCOMPARE(variedInput(project, "timeline.years_of_operation")->mode, set);
    QCOMPARE(variedInput(project, "macro.usd_inflation")->mode, scale);
    QCOMPARE(variedInput(project, "production.ramp_up")->mode, scale);
}

void TestVariedInput::withPosition_data()
{
    QTest::addColumn<QString>("id");
    QTest::addColumn<bool>("isScaled");
    QTest::addColumn<double>("position");
    QTest::addColumn<InputValue>("expected");
    QTest::newRow("a number") << "royalty.rate" << false << 0.07 << InputValue(0.07);
    QTest::newRow("a number that is scaled") << "royalty.rate" << true << 2.0 << InputValue(0.1);
    QTest::newRow("years are whole")
        << "timeline.years_of_operation" << false << 4.6 << InputValue(5.0);
    QTest::newRow("years that are scaled are whole")
        << "timeline.years_of_operation" << true << 1.5 << InputValue(5.0);
    QTest::newRow("a series that is flat")
        << "tax.income_tax_rate" << false << 0.15 << InputValue(0.15);
    QTest::newRow("a series that is scaled")
        << "tax.income_tax_rate" << true << 2.0
        << InputValue(Series::Points {{2030, 0.4}, {2032, 0.5}});
    QTest::newRow("a profile that is scaled")
        << "production.ramp_up" << true << 0.5 << InputValue(Profile {0.25, 0.4});
}

void TestVariedInput::withPosition()
{
    QFETCH(QString, id);
    QFETCH(bool, isScaled);
    QFETCH(double, position);
    QFETCH(InputValue, expected);
    const Result<Project> moved = core::withPosition(
        projectWithEverything(), {id.toStdString(), isScaled ? scale : set}, position);
    QVERIFY(moved);
    QVERIFY(*valueOf(*moved, id.toStdString()) == expected);
}

void TestVariedInput::whatCannotBeMovedIsRefused_data()
{
    QTest::addColumn<QString>("id");
    QTest::addColumn<QString>("expected");
    QTest::newRow("a word") << "discounting.terms"
                            << "cannot be moved; expected a number, a series or a profile";
    QTest::newRow("a yes or no") << "tax.write_off_at_end"
                                 << "cannot be moved; expected a number, a series or a profile";
    QTest::newRow("a phasing") << "capital.items.extraction.phasing"
                               << "cannot be moved; expected a number, a series or a profile";
    QTest::newRow("a block") << "royalty"
                             << "is no input of this project";
    QTest::newRow("what is absent") << "macro.fx.path"
                                    << "has no value; expected an input that has one";
    QTest::newRow("a premium price") << "price_decks.floor.prices.ga6n"
                                     << "is a premium over ga4n; its inputs are premium_over and "
                                        "amount";
}

void TestVariedInput::whatCannotBeMovedIsRefused()
{
    QFETCH(QString, id);
    QFETCH(QString, expected);
    const Project project = defaultProject();
    const Result<VariedInput> input = variedInput(project, id.toStdString());
    QVERIFY(!input);
    QCOMPARE(QString::fromStdString(input.error().problems.front().message), expected);
    QVERIFY(!positionOf(project, {id.toStdString(), scale}));
    QVERIFY(!core::withPosition(project, {id.toStdString(), set}, 1.0));
}

void TestVariedInput::everyCellBelongsToOneInput()
{
    const Project project = defaultProject();
    const std::shared_ptr<const Model> model = *Model::make(project);
    std::vector<int> owners(static_cast<std::size_t>(model->sheet().inputCellCount()), 0);
    for (const Input& input : inputsOf(project))
        if (const Result<VariedInput> varied = variedInput(project, input.id))
            for (const int cell : inputCellsOf(*model, *varied))
                ++owners[static_cast<std::size_t>(cell)];
    for (const int cell : model->priceFactorCells())
        ++owners[static_cast<std::size_t>(cell)];
    int unowned = 0; // phasings, the active deck and the flat price
    for (const int count : owners) {
        QVERIFY(count <= 1);
        unowned += count == 0 ? 1 : 0;
    }
    QVERIFY(unowned < 40);
    QVERIFY(inputCellsOf(*model, {"timeline.years_of_operation"}).empty());
}

QTEST_APPLESS_MAIN(TestVariedInput)
#include "tst_variedinput.moc"

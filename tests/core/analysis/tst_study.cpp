#include "core/analysis/Study.h"
#include "core/engine/TapeArithmetic.h"
#include "core/project/DefaultProject.h"
#include "core/project/Registry.h"
#include "core/project/Validation.h"
#include "tests/support/ProjectGenerator.h"

#include <QTest>

#include <cmath>
#include <limits>
#include <string>
#include <vector>

using namespace core;

namespace {

using SharedEvaluation = std::shared_ptr<const Evaluation>;

SharedEvaluation defaultEvaluation()
{
    static const SharedEvaluation evaluation = *Evaluation::of(defaultProject());
    return evaluation;
}

QString written(std::optional<double> figure)
{
    return figure ? QString::number(*figure, 'g', 17) : QStringLiteral("none");
}

// Inputs that can be moved: one of every `step` from the one at `first` on.
std::vector<VariedInput> movableInputs(const Project& project, std::size_t first, std::size_t step)
{
    std::vector<VariedInput> movable;
    const std::vector<Input> inputs = inputsOf(project);
    for (std::size_t i = first; i < inputs.size(); i += step)
        if (const Result<VariedInput> input = variedInput(project, inputs[i].id))
            movable.push_back(*input);
    return movable;
}

// A little off the base, within the limits of the field.
double positionNear(const InputPosition& field, double factor)
{
    if (field.isInteger)
        return std::clamp(field.base + (factor < 1.0 ? -1.0 : 1.0), field.minimum, field.maximum);
    const double moved = field.base == 0.0 ? factor - 1.0 : field.base * factor;
    return std::clamp(moved, field.minimum, field.maximum);
}

// Each input alone at two positions: one variant for each in a table of all inputs.
struct OneAtATime {
    std::vector<VariedInput> inputs;
    Study::Table positions;

    OneAtATime(const Project& project, std::vector<VariedInput> moved)
        : inputs(std::move(moved))
    {
        const auto count = static_cast<Eigen::Index>(inputs.size());
        positions.resize(2 * count, count);
        for (Eigen::Index i = 0; i < count; ++i) {
            const InputPosition field = *positionOf(project, inputs[static_cast<std::size_t>(i)]);
            positions.col(i) = field.base;
            positions(2 * i, i) = positionNear(field, 0.93);
            positions(2 * i + 1, i) = positionNear(field, 1.11);
        }
    }
};

// The first figure of a variant that an evaluation of its own does not give; empty when all agree.
QString difference(const Study& study, const OneAtATime& table, const Study::Table& answers)
{
    const std::vector<Target> targets = allTargets();
    const Project& plan = study.project();
    const double money =
        study.base().metrics(PlantCase::project)[Metric::peakFunding].value_or(0.0);
    for (Eigen::Index v = 0; v < answers.rows(); ++v) {
        const VariedInput& input = table.inputs[static_cast<std::size_t>(v / 2)];
        const double position = table.positions(v, v / 2);
        const Result<Project> moved = withPosition(plan, input, position);
        if (!moved)
            return QString::fromStdString(sentence(moved.error().problems.front()));
        const bool isStructural = kindOf(plan, input.id) == InputKind::integer;
        Result<SharedEvaluation> single = Error(ErrorCode::InvalidInput, Problems());
        if (!isStructural || validate(*moved).empty())
            single = Evaluation::of(*moved, study.base().sharedModel());
        for (std::size_t t = 0; t < targets.size(); ++t) {
            const std::optional<double> expected =
                single ? figureOf(**single, targets[t]) : std::nullopt;
            const std::optional<double> actual =
                definedOrNone(answers(v, static_cast<Eigen::Index>(t)));
            const double scale = kindOf(targets[t]) == MetricDescription::Kind::money ? money : 0.0;
            if (expected.has_value() != actual.has_value() ||
                (expected &&
                    std::abs(*expected - *actual) > 1e-12 * std::max(std::abs(*expected), scale)))
                return QStringLiteral("%1 at %2: %3 is %4, not %5")
                    .arg(QString::fromStdString(input.id), written(position),
                        QString::fromUtf8(nameOf(targets[t])), written(actual), written(expected));
        }
    }
    return {};
}

QString difference(Study& study, const OneAtATime& table)
{
    const Result<Study::Table> answers =
        study.evaluate(table.inputs, table.positions, allTargets());
    return answers ? difference(study, table, *answers)
                   : QString::fromStdString(sentence(answers.error().problems.front()));
}

}

class TestStudy : public QObject {
    Q_OBJECT

private slots:
    void everyInputOfTheDefaultProjectGivesWhatAnEvaluationGives();
    void generatedProjectsGiveWhatEvaluationsGive_data();
    void generatedProjectsGiveWhatEvaluationsGive();
    void severalInputsMoveTogether();
    void aStudyFollowsItsBase();
    void variantsThatBreakARuleHaveNoFigures();
    void questionsWithoutSenseAreRefused_data();
    void questionsWithoutSenseAreRefused();
};

void TestStudy::everyInputOfTheDefaultProjectGivesWhatAnEvaluationGives()
{
    Study study(defaultEvaluation());
    const OneAtATime table(study.project(), movableInputs(study.project(), 0, 1));
    QVERIFY(table.inputs.size() > 200);
    QCOMPARE(difference(study, table), QString());
}

void TestStudy::generatedProjectsGiveWhatEvaluationsGive_data()
{
    QTest::addColumn<std::uint32_t>("seed");
    for (std::uint32_t seed = 1; seed <= 12; ++seed)
        QTest::newRow(qPrintable(QStringLiteral("project %1").arg(seed))) << seed;
}

void TestStudy::generatedProjectsGiveWhatEvaluationsGive()
{
    QFETCH(std::uint32_t, seed);
    const Result<SharedEvaluation> base = Evaluation::of(support::generateProject(seed));
    if (!base)
        QSKIP("no figures");
    Study study(*base);
    const OneAtATime table(study.project(), movableInputs(study.project(), seed % 6, 6));
    QVERIFY(table.inputs.size() > 5);
    QCOMPARE(difference(study, table), QString());
}

void TestStudy::severalInputsMoveTogether()
{
    Study study(defaultEvaluation());
    const std::vector<VariedInput> inputs {{"levers.price"}, {"timeline.years_of_operation"},
        {"production.ramp_up", UncertaintyMode::scale}, {"price_decks.demand_surge.probability"}};
    Study::Table positions(3, 4);
    positions << 0.8, 20, 0.9, 0.3, 1.3, 12, 0.7, 0.1, 1.0, 12, 1.0, 0.2;
    const Result<Study::Table> answers = study.evaluate(inputs, positions, allTargets());
    QVERIFY(answers);
    for (Eigen::Index v = 0; v < positions.rows(); ++v) {
        Project project = study.project();
        for (Eigen::Index i = 0; i < positions.cols(); ++i)
            project = *withPosition(project, inputs[static_cast<std::size_t>(i)], positions(v, i));
        const SharedEvaluation single = *Evaluation::of(project);
        for (std::size_t t = 0; t < allTargets().size(); ++t)
            QCOMPARE((*answers)(v, static_cast<Eigen::Index>(t)),
                figureOf(*single, allTargets()[t]).value_or(undefinedFigure));
    }
}

void TestStudy::aStudyFollowsItsBase()
{
    Study study(defaultEvaluation());
    const std::vector<VariedInput> inputs = movableInputs(study.project(), 3, 20);
    QCOMPARE(difference(study, OneAtATime(study.project(), inputs)), QString());
    Project project = study.project();
    project.levers.price = 1.2;
    study.setBase(*Evaluation::of(project, study.base().sharedModel())); // the same model
    QCOMPARE(difference(study, OneAtATime(study.project(), inputs)), QString());
    project.timeline.yearsOfOperation = 15;
    study.setBase(*Evaluation::of(project)); // another one
    QCOMPARE(difference(study, OneAtATime(study.project(), inputs)), QString());
}

void TestStudy::variantsThatBreakARuleHaveNoFigures()
{
    Study study(defaultEvaluation());
    Study::Table positions(2, 1);
    const double start = study.project().timeline.startOfOperations;
    positions << start, study.project().timeline.firstYear - 1.0; // before the first year
    const Result<Study::Table> answers =
        study.evaluate({{"timeline.start_of_operations"}}, positions, {Target {}});
    QVERIFY(answers);
    QCOMPARE((*answers)(0, 0), *figureOf(study.base(), {}));
    QVERIFY(isUndefined((*answers)(1, 0)));
}

void TestStudy::questionsWithoutSenseAreRefused_data()
{
    QTest::addColumn<QStringList>("inputs");
    QTest::addColumn<double>("position");
    QTest::addColumn<QString>("expected");
    QTest::newRow("an input that is none")
        << QStringList {"levers.prise"} << 1.0
        << "levers.prise: is no input of this project; did you mean levers.price?";
    QTest::newRow("a word") << QStringList {"discounting.timing"} << 1.0
                            << "discounting.timing: cannot be moved; expected a number, a series "
                               "or a profile";
    QTest::newRow("a position beyond the field")
        << QStringList {"royalty.rate"} << 1.5
        << "royalty.rate: expected a number from 0 to 1, found 1.5";
    QTest::newRow("a position that is no number")
        << QStringList {"royalty.rate"} << std::numeric_limits<double>::quiet_NaN()
        << "royalty.rate: expected a number from 0 to 1, found NaN";
    QTest::newRow("the same input twice") << QStringList {"royalty.rate", "royalty.rate"} << 0.1
                                          << "royalty.rate: is named twice; expected it once";
}

void TestStudy::questionsWithoutSenseAreRefused()
{
    QFETCH(QStringList, inputs);
    QFETCH(double, position);
    QFETCH(QString, expected);
    std::vector<VariedInput> moved;
    for (const QString& input : inputs)
        moved.push_back({input.toStdString()});
    Study study(defaultEvaluation());
    const Study::Table positions = Study::Table::Constant(1, inputs.size(), position);
    const Result<Study::Table> answers = study.evaluate(moved, positions, {Target {}});
    QVERIFY(!answers);
    QCOMPARE(QString::fromStdString(sentence(answers.error().problems.front())), expected);
}

QTEST_APPLESS_MAIN(TestStudy)
#include "tst_study.moc"

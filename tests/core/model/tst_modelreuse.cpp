#include "core/model/Evaluation.h"
#include "core/project/DefaultProject.h"
#include "core/project/Registry.h"
#include "core/project/Validation.h"

#include <QTest>

#include <bit>
#include <cstdint>
#include <functional>
#include <optional>
#include <string>
#include <variant>
#include <vector>

using namespace core;

namespace {

using SharedEvaluation = std::shared_ptr<const Evaluation>;
using Change = std::function<void(Project&)>;

const SharedEvaluation& defaultEvaluation()
{
    static const SharedEvaluation evaluation = *Evaluation::of(defaultProject());
    return evaluation;
}

bool isSameBits(double a, double b)
{
    return std::bit_cast<std::uint64_t>(a) == std::bit_cast<std::uint64_t>(b);
}

// The first figure that the two do not have bit for bit; empty when there is none.
std::string difference(const Evaluation& a, const Evaluation& b)
{
    const Sheet& sheet = a.model().sheet();
    if (sheet.rows().size() != b.model().sheet().rows().size() || a.years() != b.years())
        return "the sheets differ";
    for (int row = 0; row < static_cast<int>(sheet.rows().size()); ++row) {
        const Sheet::RowContent& content = sheet.rows()[static_cast<std::size_t>(row)];
        const YearSpan span = content.years.value_or(YearSpan {0, 0});
        for (int year = span.first; year <= span.last; ++year)
            if (!isSameBits(a.model().program().figure(a.values(), row, year),
                    b.model().program().figure(b.values(), row, year)))
                return content.title.name + " in " + std::to_string(year);
    }
    for (const PlantCase plant : {PlantCase::project, PlantCase::standalone}) {
        if (a.metrics(plant).values != b.metrics(plant).values)
            return "a metric";
        if (a.metrics(plant).irr != b.metrics(plant).irr)
            return "the roots";
    }
    if (a.decks().size() != b.decks().size())
        return "the number of decks";
    for (std::size_t d = 0; d < a.decks().size(); ++d)
        if (!isSameBits(a.decks()[d].npv, b.decks()[d].npv) ||
            a.decks()[d].irr != b.decks()[d].irr ||
            a.decks()[d].cumulativeFreeCashFlow != b.decks()[d].cumulativeFreeCashFlow)
            return "a deck";
    return isSameBits(a.expectedNpv(), b.expectedNpv()) ? "" : "the expected value";
}

// A value near the present one: a thousandth more or less, or, from 0, as little as its range
// allows.
std::optional<Project> withSmallChange(const Input& input)
{
    const Project project = defaultProject();
    const Result<InputValue> now = valueOf(project, input.id);
    if (!now || std::holds_alternative<std::monostate>(*now))
        return std::nullopt; // to state it is a change of structure
    for (const double factor : {1.001, 0.999}) {
        const Result<Project> scaled = withScaled(project, input.id, factor);
        if (scaled && *scaled != project)
            return *scaled;
    }
    for (const double value : {0.01, 1.0, -0.01}) {
        const Result<Project> changed = withValue(project, input.id, value);
        if (changed && *changed != project)
            return *changed;
    }
    return std::nullopt;
}

// Other values of an input that is no amount.
std::vector<InputValue> alternatives(const Input& input, const Project& project)
{
    std::vector<InputValue> values;
    if (input.kind == InputKind::integer) {
        const Result<InputValue> now = valueOf(project, input.id);
        const double* number = now ? std::get_if<double>(&*now) : nullptr;
        for (const double step : {1.0, -1.0, 3.0})
            values.emplace_back((number ? *number : 5.0) + step);
    } else if (input.kind == InputKind::flag) {
        values = {InputValue(true), InputValue(false)};
    } else {
        for (const std::string& choice : input.choices)
            values.emplace_back(choice);
    }
    return values;
}

bool isAmount(const Input& input)
{
    return input.kind == InputKind::number || input.kind == InputKind::series ||
           input.kind == InputKind::profile;
}

}

Q_DECLARE_METATYPE(Change)

// A model is shared between projects of one structure: it must know which those are, and give them
// the figures that a model of their own would.
class TestModelReuse : public QObject {
    Q_OBJECT

private slots:
    void everyAmountFitsAndGivesTheSameBits();
    void everyOtherInputGivesTheSameBits();
    void amountsThatAreNoRegistryNumbersFit();
    void structuralEditsDoNotFit_data();
    void structuralEditsDoNotFit();
    void aModelThatDoesNotFitIsReplaced();
};

void TestModelReuse::everyAmountFitsAndGivesTheSameBits()
{
    const SharedEvaluation& base = defaultEvaluation();
    int changed = 0;
    int felt = 0;
    for (const Input& input : inputsOf(base->project())) {
        if (!isAmount(input))
            continue;
        const std::optional<Project> project = withSmallChange(input);
        if (!project) // absent: an optional path or rate that the default project does without
            continue;
        ++changed;
        QVERIFY2(base->model().fits(*project), input.id.c_str());
        const Result<SharedEvaluation> reused = Evaluation::of(*project, base->sharedModel());
        const Result<SharedEvaluation> fresh = Evaluation::of(*project);
        QVERIFY2(reused && fresh, input.id.c_str());
        QVERIFY2((*reused)->sharedModel() == base->sharedModel(), input.id.c_str());
        const std::string where = difference(**reused, **fresh);
        QVERIFY2(where.empty(), (input.id + ": " + where).c_str());
        if (!difference(**reused, *base).empty())
            ++felt;
        else
            qInfo("without effect: %s", input.id.c_str());
    }
    QVERIFY(changed > 200);
    QVERIFY2(
        felt > changed * 9 / 10, qPrintable(QStringLiteral("%1 of %2").arg(felt).arg(changed)));
}

// Whole numbers, flags and words are structure, but for the deck in use.
void TestModelReuse::everyOtherInputGivesTheSameBits()
{
    const SharedEvaluation& base = defaultEvaluation();
    int changed = 0;
    for (const Input& input : inputsOf(base->project())) {
        if (isAmount(input) || input.kind == InputKind::phasing)
            continue;
        for (const InputValue& value : alternatives(input, base->project())) {
            const Result<Project> project = withValue(base->project(), input.id, value);
            if (!project || *project == base->project())
                continue;
            if (!validate(*project).empty())
                continue; // such as a method without its own parameter
            ++changed;
            const Result<SharedEvaluation> reused = Evaluation::of(*project, base->sharedModel());
            const Result<SharedEvaluation> fresh = Evaluation::of(*project);
            QVERIFY2(reused && fresh, input.id.c_str());
            const std::string where = difference(**reused, **fresh);
            QVERIFY2(where.empty(), (input.id + ": " + where).c_str());
            QVERIFY2(base->model().fits(*project) == (input.id == "active_deck"), input.id.c_str());
        }
    }
    QVERIFY2(changed > 60, qPrintable(QString::number(changed)));
}

void TestModelReuse::amountsThatAreNoRegistryNumbersFit()
{
    Project project = defaultProject();
    // A series that was one number, a series by other years, a longer profile, other shares.
    project.macro.usdInflation = Series::Points {{2020, 0.01}, {2033, 0.03}};
    project.products[0].share = 1.0;
    project.products[1].share = 0.0;
    project.production.rampUp = {0.2, 0.3, 0.4, 0.5, 0.6, 0.7};
    project.capital.items[0].phasing = {{2025, 0.1}, {2026, 0.2}, {2027, 0.7}};
    project.description = "Another one";
    project.notes["levers.price"] = "A note";
    const SharedEvaluation& base = defaultEvaluation();
    QVERIFY(base->model().fits(project));
    const Result<SharedEvaluation> reused = Evaluation::of(project, base->sharedModel());
    const Result<SharedEvaluation> fresh = Evaluation::of(project);
    QVERIFY(reused && fresh);
    QCOMPARE(difference(**reused, **fresh), std::string());
}

void TestModelReuse::structuralEditsDoNotFit_data()
{
    QTest::addColumn<Change>("change");
    const auto add = [](const char* name, const Change& change) { QTest::newRow(name) << change; };
    add("a longer life", [](Project& p) { ++p.timeline.yearsOfOperation; });
    add("another first year", [](Project& p) { --p.timeline.firstYear; });
    add("another start", [](Project& p) { ++p.timeline.startOfOperations; });
    add("closure years", [](Project& p) { p.timeline.closureYears = 0; });
    add("another base year", [](Project& p) { ++p.timeline.baseYear; });
    add("another valuation year", [](Project& p) { ++p.timeline.valuationYear; });
    add("real discounting", [](Project& p) { p.discounting.terms = Terms::real; });
    add("another timing", [](Project& p) { p.discounting.timing = DiscountTiming::endOfYear; });
    add("a constant exchange rate",
        [](Project& p) { p.macro.exchangeRate.mode = ExchangeRateMode::constant; });
    add("no resource", [](Project& p) { p.resource.reset(); });
    add("a product less", [](Project& p) {
        p.products.pop_back();
        p.products[0].share = 1.0;
        for (PriceDeck& deck : p.priceDecks)
            deck.prices.erase("ga6n");
    });
    add("a price instead of a premium",
        [](Project& p) { p.priceDecks[1].prices["ga6n"] = Series(700.0); });
    add("a deck less", [](Project& p) { p.priceDecks.pop_back(); });
    add("another order of decks", [](Project& p) { std::swap(p.priceDecks[0], p.priceDecks[1]); });
    add("a deck in other terms", [](Project& p) { p.priceDecks[0].terms = Terms::real; });
    add("a cost line less", [](Project& p) { p.costLines.pop_back(); });
    add("a cost line twice, by another id", [](Project& p) {
        p.costLines.push_back(p.costLines[0]);
        p.costLines.back().id = "another";
    });
    add("a cost line renamed", [](Project& p) { p.costLines[0].name += ", renamed"; });
    add("a cost line in tenge", [](Project& p) { p.costLines[0].currency = Currency::kzt; });
    add("a capital item in tenge", [](Project& p) { p.capital.items[0].currency = Currency::kzt; });
    add("a capital item in real terms", [](Project& p) { p.capital.items[0].terms = Terms::real; });
    add("a capital item of another class", [](Project& p) { p.capital.items[0].assetClass = "I"; });
    add("capital spent in other years", [](Project& p) {
        p.capital.items[0].phasing = {{2025, 0.5}, {2026, 0.4}, {2028, 0.1}};
    });
    add("sustaining capital from another year",
        [](Project& p) { ++p.capital.sustainingFromOperatingYear; });
    add("sustaining capital of another class",
        [](Project& p) { p.capital.sustainingAssetClass = "I"; });
    add("a royalty on another base", [](Project& p) { p.royalty.base = RoyaltyBase::net; });
    add("another method of depreciation",
        [](Project& p) { p.tax.assetClasses[0].method = DepreciationMethod::immediate; });
    add("a class that is property", [](Project& p) { p.tax.assetClasses[1].property = true; });
    add("losses without limit", [](Project& p) { p.tax.lossCarryForwardYears.reset(); });
    add("losses carried a year less", [](Project& p) { p.tax.lossCarryForwardYears = 9; });
    add("group relief", [](Project& p) { p.tax.lossTreatment = LossTreatment::groupRelief; });
    add("no write-off at the end", [](Project& p) { p.tax.writeOffAtEnd = false; });
    add("another grace period", [](Project& p) { ++p.financing.graceYears; });
    add("another tenor", [](Project& p) { ++p.financing.tenorYears; });
    add("another form of repayment",
        [](Project& p) { p.financing.repayment = Repayment::annuity; });
    add("interest that is paid at once",
        [](Project& p) { p.financing.capitaliseInterest = false; });
    add("an owner that is the state", [](Project& p) { p.shareholders[1].state = true; });
    add("an owner less", [](Project& p) {
        p.shareholders.pop_back();
        p.shareholders[0].share = 1.0;
    });
}

void TestModelReuse::structuralEditsDoNotFit()
{
    QFETCH(Change, change);
    Project project = defaultProject();
    change(project);
    const SharedEvaluation& base = defaultEvaluation();
    QVERIFY(!base->model().fits(project));
    const Result<SharedEvaluation> given = Evaluation::of(project, base->sharedModel());
    const Result<SharedEvaluation> fresh = Evaluation::of(project);
    QVERIFY(given && fresh);
    QCOMPARE(difference(**given, **fresh), std::string());
}

void TestModelReuse::aModelThatDoesNotFitIsReplaced()
{
    Project project = defaultProject();
    ++project.timeline.yearsOfOperation;
    const SharedEvaluation& base = defaultEvaluation();
    const Result<SharedEvaluation> evaluation = Evaluation::of(project, base->sharedModel());
    QVERIFY(evaluation);
    QVERIFY((*evaluation)->sharedModel() != base->sharedModel());
    QVERIFY((*evaluation)->model().fits(project));
    QVERIFY(!(*evaluation)->model().fits(base->project()));
}

QTEST_APPLESS_MAIN(TestModelReuse)
#include "tst_modelreuse.moc"

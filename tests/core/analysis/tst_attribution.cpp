#include "core/analysis/Attribution.h"
#include "core/project/DefaultProject.h"
#include "core/project/Validation.h"
#include "tests/support/PlainProject.h"
#include "tests/support/ProjectGenerator.h"

#include <QTest>

#include <algorithm>
#include <cmath>

using namespace core;

namespace {

using Edit = std::function<void(Project&)>;

constexpr int fewOrders = 4; // where all that counts is that the parts add up

// What the plain project receives in its three years, discounted at 10 % to the start of each.
constexpr double threeYears = 1.0 + 1.0 / 1.1 + 1.0 / 1.21;
constexpr double fourYears = threeYears + 1.0 / 1.331;
constexpr double yearlyRevenue = 100000.0;

template <class Element>
Element& find(std::vector<Element>& elements, const char* id)
{
    return *std::find_if(elements.begin(), elements.end(),
        [id](const Element& element) { return element.id == id; });
}

Project edited(Project project, const Edit& edit)
{
    edit(project);
    return project;
}

// The default project with the first `count` of its amounts moved.
Project withChanges(int count)
{
    Project project = defaultProject();
    for (const Input& input : inputsOf(project)) {
        const bool isAmount = input.kind == InputKind::number && input.unit != "%";
        if (count == 0)
            break;
        const Result<InputValue> value = valueOf(project, input.id);
        const double* number = isAmount ? std::get_if<double>(&*value) : nullptr;
        if (number && *number != 0.0 && setValue(project, input.id, *number * 1.07))
            --count;
    }
    return project;
}

QStringList idsOf(const AttributionPart& part)
{
    QStringList ids;
    for (const EffectiveChange& change : part.changes)
        ids += QString::fromStdString(change.input.id);
    return ids;
}

// Each part as the ids of its changes, in alphabetic order.
QStringList partsOf(const Attribution& attribution)
{
    QStringList parts;
    for (const AttributionPart& part : attribution.parts)
        parts += idsOf(part).join(" + ");
    parts.sort();
    return parts;
}

double effectOf(const Attribution& attribution, const QString& id)
{
    for (const AttributionPart& part : attribution.parts)
        if (idsOf(part).contains(id))
            return part.effect;
    return std::nan("");
}

bool isNear(double a, double b)
{
    return std::abs(a - b) <= 1e-9 * std::max(std::abs(a), std::abs(b));
}

// Whether the parts, added up in their order, are the difference to the last cent.
bool addsUp(const Attribution& attribution)
{
    double sum = 0.0;
    for (const AttributionPart& part : attribution.parts)
        sum += part.effect;
    return isNear(sum, attribution.to - attribution.from);
}

}

Q_DECLARE_METATYPE(Edit)

class TestAttribution : public QObject {
    Q_OBJECT

private slots:
    void addsUpToTheDifference_data();
    void addsUpToTheDifference();
    void addsUpBetweenGeneratedProjects_data();
    void addsUpBetweenGeneratedProjects();
    void productOfTwoLevers();
    void aLineAndAYearMore();
    void likeChangesHaveLikeParts();
    void doesNotDependOnTheOrderOfTheDocuments();
    void isTheNegativeOfTheWayBack();
    void joinsWhatCannotStandAlone_data();
    void joinsWhatCannotStandAlone();
    void nothingChanged();
    void aSampleIsTheSameForASeed();
    void otherFigures_data();
    void otherFigures();
    void aFigureThatOneEndDoesNotHave();
    void aFigureThatIsMissingInBetween();
    void anInvalidProject();
    void canBeStopped();
};

void TestAttribution::addsUpToTheDifference_data()
{
    QTest::addColumn<int>("count");
    for (const int count : {1, 2, 3, 7, 10, 11, 60})
        QTest::addRow("%d changes", count) << count;
}

void TestAttribution::addsUpToTheDifference()
{
    QFETCH(int, count);
    AttributionOptions options;
    options.orders = fewOrders;
    const auto attribution = attribute(defaultProject(), withChanges(count), options);
    QVERIFY(attribution);
    QCOMPARE(attribution->parts.size(), static_cast<std::size_t>(count));
    QCOMPARE(attribution->isSampled, count > mostPartsOfAllOrders);
    QVERIFY(attribution->from != attribution->to);
    QVERIFY(addsUp(*attribution));
    QVERIFY(std::is_sorted(attribution->parts.begin(), attribution->parts.end(),
        [](const auto& a, const auto& b) { return std::abs(a.effect) > std::abs(b.effect); }));
}

void TestAttribution::addsUpBetweenGeneratedProjects_data()
{
    QTest::addColumn<quint32>("seed");
    for (quint32 seed = 1; seed <= 2; ++seed)
        QTest::addRow("project %u and the next", seed) << seed;
}

// Which differ in nearly everything: each input, years, lists.
void TestAttribution::addsUpBetweenGeneratedProjects()
{
    QFETCH(quint32, seed);
    const Project from = support::generateProject(seed);
    const Project to = support::generateProject(seed + 1);
    AttributionOptions options;
    options.orders = 2;
    const auto attribution = attribute(from, to, options);
    QVERIFY2(attribution, attribution ? "" : sentence(attribution.error().problems[0]).c_str());
    QCOMPARE(attribution->from, *figureOf(**Evaluation::of(from), {}));
    QCOMPARE(attribution->to, *figureOf(**Evaluation::of(to), {}));
    QVERIFY(addsUp(*attribution));
}

void TestAttribution::productOfTwoLevers()
{
    const Project to = edited(support::plainProject(), [](Project& project) {
        project.levers.price = 1.2;
        project.levers.production = 1.5;
    });
    const auto attribution = attribute(support::plainProject(), to);
    QVERIFY(attribution);
    QVERIFY(isNear(attribution->from, yearlyRevenue * threeYears));
    // Alone and after the other: (0.2 + 0.2 × 1.5) / 2 and (0.5 + 0.5 × 1.2) / 2.
    const double value = yearlyRevenue * threeYears;
    QVERIFY(isNear(effectOf(*attribution, "levers.price"), 0.25 * value));
    QVERIFY(isNear(effectOf(*attribution, "levers.production"), 0.55 * value));
    QCOMPARE(idsOf(attribution->parts[0]), QStringList("levers.production"));
}

// Two revisions of another structure.
void TestAttribution::aLineAndAYearMore()
{
    const Project to = edited(support::plainProject(), [](Project& project) {
        CostLine power;
        power.id = "power";
        power.name = "Power";
        power.fixed = 10000.0;
        project.costLines.push_back(power);
        ++project.timeline.yearsOfOperation;
    });
    const auto attribution = attribute(support::plainProject(), to);
    QVERIFY(attribution);
    QCOMPARE(
        partsOf(*attribution), (QStringList {"cost_lines.power", "timeline.years_of_operation"}));
    // The line costs three years or four; the year earns with the line or without.
    QVERIFY(isNear(
        effectOf(*attribution, "cost_lines.power"), -10000.0 * (threeYears + fourYears) / 2.0));
    QVERIFY(isNear(effectOf(*attribution, "timeline.years_of_operation"),
        (yearlyRevenue - 5000.0) * (fourYears - threeYears)));
    QVERIFY(addsUp(*attribution));
}

void TestAttribution::likeChangesHaveLikeParts()
{
    const auto withLines = [](double fixed) {
        return edited(support::plainProject(), [fixed](Project& project) {
            project.royalty.rate = 0.05;
            for (const char* id : {"a", "b", "c"}) {
                CostLine line;
                line.id = id;
                line.name = id;
                line.fixed = fixed;
                project.costLines.push_back(line);
            }
        });
    };
    Project to = withLines(30000.0);
    to.levers.opex = 1.3;
    const auto attribution = attribute(withLines(10000.0), to);
    QVERIFY(attribution);
    const double part = effectOf(*attribution, "cost_lines.a.fixed");
    QVERIFY(part < 0.0);
    QVERIFY(isNear(effectOf(*attribution, "cost_lines.b.fixed"), part));
    QVERIFY(isNear(effectOf(*attribution, "cost_lines.c.fixed"), part));
}

void TestAttribution::doesNotDependOnTheOrderOfTheDocuments()
{
    const auto inReverse = [](Project project) {
        std::reverse(project.costLines.begin(), project.costLines.end());
        std::reverse(project.priceDecks.begin(), project.priceDecks.end());
        std::reverse(project.capital.items.begin(), project.capital.items.end());
        std::reverse(project.products.begin(), project.products.end());
        std::reverse(project.shareholders.begin(), project.shareholders.end());
        return project;
    };
    for (const int count : {6, 30}) {
        const Project from = defaultProject();
        Project to = withChanges(count);
        to.costLines.erase(to.costLines.begin());
        AttributionOptions options;
        options.orders = fewOrders;
        const auto attribution = attribute(from, to, options);
        const auto reversed = attribute(inReverse(from), inReverse(to), options);
        QVERIFY(attribution && reversed);
        QCOMPARE(partsOf(*reversed), partsOf(*attribution));
        for (const AttributionPart& part : attribution->parts)
            QVERIFY(isNear(effectOf(*reversed, idsOf(part).front()), part.effect));
    }
}

void TestAttribution::isTheNegativeOfTheWayBack()
{
    const auto there = attribute(defaultProject(), withChanges(5));
    const auto back = attribute(withChanges(5), defaultProject());
    QVERIFY(there && back);
    for (const AttributionPart& part : there->parts)
        QVERIFY(isNear(effectOf(*back, idsOf(part).front()), -part.effect));
}

void TestAttribution::joinsWhatCannotStandAlone_data()
{
    QTest::addColumn<Edit>("before");
    QTest::addColumn<Edit>("after");
    QTest::addColumn<QStringList>("parts");
    const auto row = [](
                         const char* name, const Edit& after, const QStringList& parts,
                         const Edit& before = [](Project&) {}) {
        QTest::newRow(name) << before << after << parts;
    };
    row("shares of products",
        [](Project& project) {
            project.products[0].share = 0.7;
            project.products[1].share = 0.3;
            project.levers.price = 1.1;
        },
        {"levers.price", "products.ga4n.share + products.ga6n.share"});
    // Each set by itself, though both are broken at once in most projects between the two.
    row("probabilities of decks, shares of shareholders and a phasing",
        [](Project& project) {
            find(project.priceDecks, "consensus").probability += 0.04;
            find(project.priceDecks, "floor").probability -= 0.01;
            find(project.priceDecks, "oversupply").probability -= 0.03;
            project.shareholders[0].share = 0.3;
            project.shareholders[1].share = 0.7;
            find(project.capital.items, "intake").phasing = {{2025, 0.5}, {2026, 0.5}};
        },
        {"capital.items.intake.phasing",
            "price_decks.consensus.probability + price_decks.floor.probability + "
            "price_decks.oversupply.probability",
            "shareholders.private.share + shareholders.state.share"});
    row("a product more, its prices and the shares",
        [](Project& project) {
            Product product = project.products[1];
            product.id = "ga7n";
            product.share = 0.05;
            project.products[0].share = 0.8;
            project.products[1].share = 0.15;
            project.products.push_back(product);
            for (PriceDeck& deck : project.priceDecks)
                deck.prices["ga7n"] = PremiumPrice {"ga6n", 500.0};
            project.levers.opex = 0.9;
        },
        {"levers.opex",
            "price_decks.ban_lifted.prices.ga7n + price_decks.ban_persists.prices.ga7n + "
            "price_decks.consensus.prices.ga7n + price_decks.demand_surge.prices.ga7n + "
            "price_decks.floor.prices.ga7n + price_decks.oversupply.prices.ga7n + "
            "products.ga4n.share + products.ga6n.share + products.ga7n"});
    row("the active deck, which went",
        [](Project& project) {
            project.activeDeck = "floor";
            find(project.priceDecks, "floor").probability += project.priceDecks[0].probability;
            project.priceDecks.erase(project.priceDecks.begin());
            project.discounting.rate = 0.12;
        },
        {"active_deck + price_decks.consensus + price_decks.floor.probability",
            "discounting.rate"});
    row("an asset class that takes the place of another",
        [](Project& project) {
            find(project.tax.assetClasses, "IV").id = "V";
            for (CapitalItem& item : project.capital.items)
                if (item.assetClass == "IV")
                    item.assetClass = "V";
            if (project.capital.sustainingAssetClass == "IV")
                project.capital.sustainingAssetClass = "V";
        },
        {"capital.items.utilities.asset_class + tax.asset_classes.IV + tax.asset_classes.V"});
    row("a method and the years that it needs",
        [](Project& project) {
            AssetClass& assets = find(project.tax.assetClasses, "I");
            assets.method = DepreciationMethod::straightLine;
            assets.years = 10;
        },
        {"tax.asset_classes.I.method + tax.asset_classes.I.years"});
    row("a path of the exchange rate and the mode that needs it",
        [](Project& project) {
            project.macro.exchangeRate.mode = ExchangeRateMode::path;
            project.macro.exchangeRate.path = Series(600.0);
        },
        {"macro.fx.mode + macro.fx.path"});
    row("two prices that become premiums over each other",
        [](Project& project) {
            project.priceDecks[0].prices["ga4n"] = PremiumPrice {"ga6n", -50.0};
            project.priceDecks[0].prices["ga6n"] = Series(800.0);
        },
        {"price_decks.consensus.prices.ga4n + price_decks.consensus.prices.ga6n"});
    row(
        "a later first year and what was spent before it",
        [](Project& project) {
            ++project.timeline.firstYear;
            for (CapitalItem& item : project.capital.items)
                item.phasing = {{2027, 1.0}};
        },
        {"capital.items.intake.phasing + timeline.first_year"},
        [](Project& project) { project.capital.items.resize(1); });
}

void TestAttribution::joinsWhatCannotStandAlone()
{
    QFETCH(Edit, before);
    QFETCH(Edit, after);
    QFETCH(QStringList, parts);
    const Project from = before ? edited(defaultProject(), before) : defaultProject();
    const Project to = edited(from, after);
    QCOMPARE(validate(essenceOf(to)), Problems());
    const auto attribution = attribute(from, to);
    QVERIFY2(attribution, attribution ? "" : sentence(attribution.error().problems[0]).c_str());
    QCOMPARE(partsOf(*attribution), parts);
    QVERIFY(addsUp(*attribution));
}

void TestAttribution::nothingChanged()
{
    Project to = defaultProject();
    to.name = "Another name";
    const auto attribution = attribute(defaultProject(), to);
    QVERIFY(attribution);
    QVERIFY(attribution->parts.empty());
    QCOMPARE(attribution->from, attribution->to);
}

void TestAttribution::aSampleIsTheSameForASeed()
{
    AttributionOptions options;
    options.orders = 2;
    const auto first = attribute(defaultProject(), withChanges(12), options);
    const auto again = attribute(defaultProject(), withChanges(12), options);
    options.seed = 2;
    const auto other = attribute(defaultProject(), withChanges(12), options);
    QVERIFY(first && again && other);
    bool isAnyOther = false;
    for (const AttributionPart& part : first->parts) {
        const QString id = idsOf(part).front();
        QCOMPARE(effectOf(*again, id), part.effect);
        isAnyOther = isAnyOther || effectOf(*other, id) != part.effect;
    }
    QVERIFY(isAnyOther);
}

void TestAttribution::otherFigures_data()
{
    QTest::addColumn<QString>("metric");
    for (const char* metric :
        {"irr", "payback_years", "break_even_price_per_kg", "npv_savings", "expected_npv"})
        QTest::newRow(metric) << metric;
}

void TestAttribution::otherFigures()
{
    QFETCH(QString, metric);
    AttributionOptions options;
    options.target = *findTarget(metric.toStdString());
    const auto attribution = attribute(defaultProject(), withChanges(4), options);
    QVERIFY(attribution);
    QCOMPARE(attribution->to, *figureOf(**Evaluation::of(withChanges(4)), options.target));
    QVERIFY(attribution->from != attribution->to);
    QVERIFY(addsUp(*attribution));
}

void TestAttribution::aFigureThatOneEndDoesNotHave()
{
    AttributionOptions options;
    options.target = {Target::Kind::metric, Metric::payback}; // nothing is ever paid out
    Project to = support::plainProject();
    to.levers.price = 2.0;
    const auto attribution = attribute(support::plainProject(), to, options);
    QVERIFY(!attribution);
    QCOMPARE(attribution.error().code, ErrorCode::NotComputable);
    QCOMPARE(sentence(attribution.error().problems.front()),
        std::string("payback_years: has no value in the first of the two projects"));
}

void TestAttribution::aFigureThatIsMissingInBetween()
{
    const auto plant = [](double amount, double price) {
        return edited(support::plainProject(), [=](Project& project) {
            project.timeline.firstYear = 2029;
            project.capital.items[0].phasing = {{2029, 1.0}};
            project.capital.items[0].amount = amount;
            project.levers.price = price;
        });
    };
    // So much capital needs the high price for any rate of return above -90 %.
    AttributionOptions options;
    options.target = {Target::Kind::metric, Metric::irr};
    const auto attribution = attribute(plant(2e6, 1.0), plant(2e8, 100.0), options);
    QVERIFY(!attribution);
    QCOMPARE(attribution.error().code, ErrorCode::NotComputable);
    QCOMPARE(sentence(attribution.error().problems.front()),
        std::string("irr: cannot be attributed: it has no value with only "
                    "capital.items.plant.amount changed"));
}

void TestAttribution::anInvalidProject()
{
    Project to = defaultProject();
    to.products[0].share = 0.5;
    const auto attribution = attribute(defaultProject(), to);
    QVERIFY(!attribution);
    QCOMPARE(attribution.error().code, ErrorCode::InvalidInput);
    QCOMPARE(attribution.error().problems.front().where, std::string("products"));
}

void TestAttribution::canBeStopped()
{
    std::vector<double> progress;
    AttributionOptions options;
    options.goOn = [&progress](double done) {
        progress.push_back(done);
        return true;
    };
    QVERIFY(attribute(defaultProject(), withChanges(4), options));
    QVERIFY(std::is_sorted(progress.begin(), progress.end()));
    QVERIFY(progress.size() >= 16 && progress.front() >= 0.0 && progress.back() < 1.0);

    int calls = 0;
    options.goOn = [&calls](double) { return ++calls < 5; };
    const auto stopped = attribute(defaultProject(), withChanges(4), options);
    QVERIFY(!stopped);
    QCOMPARE(stopped.error().problems.front().message, std::string("the attribution was stopped"));
    QCOMPARE(calls, 5);
}

QTEST_GUILESS_MAIN(TestAttribution)
#include "tst_attribution.moc"

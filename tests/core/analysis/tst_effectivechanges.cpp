#include "core/analysis/EffectiveChanges.h"
#include "core/project/DefaultProject.h"
#include "tests/support/ProjectGenerator.h"

#include <QTest>

#include <algorithm>

using namespace core;

namespace {

using Edit = std::function<void(Project&)>;

QStringList idsOf(const EffectiveChanges& changes)
{
    QStringList ids;
    for (const EffectiveChange& change : changes.all())
        ids += QString::fromStdString(change.input.id);
    return ids;
}

Project edited(const Edit& edit)
{
    Project project = defaultProject();
    edit(project);
    return project;
}

CostLine security()
{
    CostLine line;
    line.id = "security";
    line.name = "Security";
    return line;
}

void addProduct(Project& project)
{
    project.products.push_back(project.products.back());
    project.products.back().id = "ga7n";
    project.products.back().share = 0.0;
    for (PriceDeck& deck : project.priceDecks)
        deck.prices["ga7n"] = PremiumPrice {"ga4n", 500.0};
}

}

Q_DECLARE_METATYPE(Edit)

class TestEffectiveChanges : public QObject {
    Q_OBJECT

private slots:
    void changes_data();
    void changes();
    void saysBothValues();
    void namesWhatCameAndWent();
    void leadsFromOneProjectToTheOther_data();
    void leadsFromOneProjectToTheOther();
    void makesSomeOfTheChanges();
};

void TestEffectiveChanges::changes_data()
{
    QTest::addColumn<Edit>("edit");
    QTest::addColumn<QStringList>("ids");
    const auto row = [](const char* name, const Edit& edit, const QStringList& ids) {
        QTest::newRow(name) << edit << ids;
    };
    row("nothing", [](Project&) {}, {});
    row("texts and settings that do not enter the calculation",
        [](Project& project) {
            project.name = "Another name";
            project.costLines[0].name = "Another line";
            project.costLines[0].category = "Another group";
            project.costLines[0].note = "Another note";
            project.capital.items[0].estimateClass = 1;
            project.evidence.clear();
            project.notes.clear();
            project.scenarios.clear();
            project.analysis.reset();
            project.priceHistory.clear();
        },
        {});
    row("another order of lists",
        [](Project& project) {
            std::reverse(project.costLines.begin(), project.costLines.end());
            std::reverse(project.priceDecks.begin(), project.priceDecks.end());
            std::reverse(project.capital.items.begin(), project.capital.items.end());
        },
        {});
    row("a number, a word, a flag, a year and a profile",
        [](Project& project) {
            project.levers.price = 1.1;
            project.discounting.timing = DiscountTiming::endOfYear;
            project.tax.writeOffAtEnd = !project.tax.writeOffAtEnd;
            ++project.timeline.yearsOfOperation;
            project.production.rampUp = {0.5, 1.0};
        },
        {"discounting.timing", "levers.price", "production.ramp_up", "tax.write_off_at_end",
            "timeline.years_of_operation"});
    row("a value that is absent on one side",
        [](Project& project) { project.tax.lossCarryForwardYears.reset(); },
        {"tax.loss_carry_forward_years"});
    row("a resource that went", [](Project& project) { project.resource.reset(); }, {"resource"});
    row("an element that came and one that went",
        [](Project& project) {
            project.costLines.erase(project.costLines.begin());
            project.costLines.push_back(security());
        },
        {"cost_lines.bauxite", "cost_lines.security"});
    row("an element among others whose inputs change",
        [](Project& project) {
            project.costLines.insert(project.costLines.begin(), security());
            for (CostLine& line : project.costLines)
                if (line.id == "labour")
                    line.fixed *= 2.0;
        },
        {"cost_lines.labour.fixed", "cost_lines.security"});
    row("a product and its prices", addProduct,
        {"price_decks.ban_lifted.prices.ga7n", "price_decks.ban_persists.prices.ga7n",
            "price_decks.consensus.prices.ga7n", "price_decks.demand_surge.prices.ga7n",
            "price_decks.floor.prices.ga7n", "price_decks.oversupply.prices.ga7n",
            "products.ga7n"});
    row("a premium that becomes a price of its own",
        [](Project& project) { project.priceDecks[0].prices["ga6n"] = Series(900.0); },
        {"price_decks.consensus.prices.ga6n"});
    row("another amount of a premium",
        [](Project& project) {
            std::get<PremiumPrice>(project.priceDecks[0].prices["ga6n"]).amount = 77.0;
        },
        {"price_decks.consensus.prices.ga6n.amount"});
}

void TestEffectiveChanges::changes()
{
    QFETCH(Edit, edit);
    QFETCH(QStringList, ids);
    QCOMPARE(idsOf(EffectiveChanges(defaultProject(), edited(edit))), ids);
    QCOMPARE(idsOf(EffectiveChanges(edited(edit), defaultProject())), ids);
}

void TestEffectiveChanges::saysBothValues()
{
    const Project changed = edited([](Project& project) {
        project.priceDecks[0].prices["ga6n"] = Series(900.0);
        for (CostLine& line : project.costLines)
            if (line.id == "labour")
                line.reuseShare = 0.25;
    });
    const EffectiveChanges changes(defaultProject(), changed);
    QCOMPARE(changes.all().size(), std::size_t {2});
    const EffectiveChange& share = changes.all()[0];
    QCOMPARE(share.input.id, std::string("cost_lines.labour.reuse_share"));
    QCOMPARE(share.input.unit, std::string("%"));
    QVERIFY(!share.input.element.empty());
    QCOMPARE(share.from, *valueOf(defaultProject(), share.input.id));
    QCOMPARE(share.to, InputValue(0.25));
    const EffectiveChange& price = changes.all()[1];
    QVERIFY(price.input.element.ends_with(", " + defaultProject().products[1].name));
    QCOMPARE(price.from, InputValue("premium over ga4n"));
    QCOMPARE(price.to, InputValue(900.0));
}

void TestEffectiveChanges::namesWhatCameAndWent()
{
    const Project more = edited([](Project& project) { project.costLines.push_back(security()); });
    const EffectiveChange came = EffectiveChanges(defaultProject(), more).all().front();
    QCOMPARE(came.input.label, std::string("Security"));
    QCOMPARE(came.from, InputValue());
    QCOMPARE(came.to, InputValue("Security"));
    const EffectiveChange went = EffectiveChanges(more, defaultProject()).all().front();
    QCOMPARE(went.from, InputValue("Security"));
    QCOMPARE(went.to, InputValue());
}

void TestEffectiveChanges::leadsFromOneProjectToTheOther_data()
{
    QTest::addColumn<quint32>("seed");
    for (quint32 seed = 1; seed <= 40; ++seed)
        QTest::addRow("project %u and the next", seed) << seed;
}

// Generated projects have next to nothing in common.
void TestEffectiveChanges::leadsFromOneProjectToTheOther()
{
    QFETCH(quint32, seed);
    const Project from = support::generateProject(seed);
    const Project to = support::generateProject(seed + 1);
    const EffectiveChanges changes(from, to);
    QVERIFY(!changes.all().empty());
    QVERIFY(changes.made(std::vector<bool>(changes.all().size(), false)) == essenceOf(from));
    QVERIFY(changes.made(std::vector<bool>(changes.all().size(), true)) == essenceOf(to));
}

void TestEffectiveChanges::makesSomeOfTheChanges()
{
    const Project changed = edited([](Project& project) {
        project.levers.price = 1.1;
        project.levers.opex = 0.9;
        project.costLines.push_back(security());
    });
    const EffectiveChanges changes(defaultProject(), changed);
    const Project made = changes.made({true, false, true}); // the line, opex, price
    QCOMPARE(made.levers.price, 1.1);
    QCOMPARE(made.levers.opex, 1.0);
    QCOMPARE(made.costLines.size(), defaultProject().costLines.size() + 1);
}

QTEST_GUILESS_MAIN(TestEffectiveChanges)
#include "tst_effectivechanges.moc"

#include "ui/document/ProjectLists.h"

#include "core/model/Evaluation.h"
#include "core/project/DefaultProject.h"
#include "core/project/ProjectJson.h"
#include "core/project/Registry.h"
#include "core/project/Validation.h"

#include <QTest>

#include <cmath>

using namespace Qt::StringLiterals;
using core::Project;
using ui::ProjectList;

namespace {

constexpr std::pair<const char*, ProjectList> lists[] {
    {"cost lines", ProjectList::costLines},
    {"capital items", ProjectList::capitalItems},
    {"price decks", ProjectList::priceDecks},
    {"products", ProjectList::products},
    {"asset classes", ProjectList::assetClasses},
    {"shareholders", ProjectList::shareholders},
};

void addListRows()
{
    QTest::addColumn<ProjectList>("list");
    for (const auto& [name, list] : lists)
        QTest::newRow(name) << list;
}

QString sentences(const core::Problems& problems)
{
    QString text;
    for (const core::Problem& problem : problems)
        text += QString::fromStdString(core::sentence(problem)) + u'\n';
    return text;
}

double npvOf(const Project& project)
{
    const auto evaluation = core::Evaluation::of(project);
    return evaluation ? *(*evaluation)->metrics(core::PlantCase::project)[core::Metric::npv]
                      : std::nan("");
}

QStringList namesOf(const Project& project, ProjectList list)
{
    QStringList names;
    for (const ui::ListEntry& entry : ui::entriesOf(project, list))
        names += entry.name;
    return names;
}

// With everything that can name an element: overrides, analyses, evidence and notes.
Project projectWithReferences(const std::string& path, const std::string& input)
{
    Project project = core::defaultProject();
    core::Scenario scenario;
    scenario.id = "named";
    scenario.name = "Named";
    scenario.probability = project.scenarios.empty() ? 1.0 : 0.0;
    scenario.overrides[input] = *core::valueOf(project, input);
    project.scenarios.push_back(scenario);
    if (!project.analysis)
        project.analysis.emplace();
    project.analysis->tornado.push_back({input, 0.0, 1.0});
    project.analysis->tornado.push_back({"levers.price", 0.5, 1.5});
    core::Uncertainty uncertainty;
    uncertainty.input = input;
    project.analysis->uncertainties.insert(project.analysis->uncertainties.begin(), uncertainty);
    project.analysis->correlations.push_back({input, "levers.price", 0.5});
    project.evidence[input] = "quote";
    project.notes[path] = "A note";
    return project;
}

bool isNamed(const Project& project, const std::string& path)
{
    return core::writeProject(project).find('"' + path + '.') != std::string::npos ||
           core::writeProject(project).find('"' + path + '"') != std::string::npos;
}

}

class TestProjectLists : public QObject {
    Q_OBJECT

private slots:
    void addedEntriesKeepTheFigures_data() { addListRows(); }
    void addedEntriesKeepTheFigures();
    void duplicatesStandBehindTheOriginal_data() { addListRows(); }
    void duplicatesStandBehindTheOriginal();
    void renamingKeepsTheFigures_data() { addListRows(); }
    void renamingKeepsTheFigures();
    void movingKeepsTheFigures_data() { addListRows(); }
    void movingKeepsTheFigures();
    void movesUpAndDown();
    void refusesWhatIsNotThere_data() { addListRows(); }
    void refusesWhatIsNotThere();
    void removedEntriesAreForgotten_data();
    void removedEntriesAreForgotten();
    void removedPlacesLeaveOthersStated();
    void removedProductTakesItsPrices();
    void removedBaseOfAPremiumLeavesThePrice();
    void removedMiddleOfAChainLeavesAPremium();
    void removedActiveDeckActivatesItsNeighbour();
    void usedAssetClassStays();
    void lastEntryStays_data();
    void lastEntryStays();
    void copiesTakeRemarksAlong();
    void ids_data();
    void ids();
};

void TestProjectLists::addedEntriesKeepTheFigures()
{
    QFETCH(ProjectList, list);
    const Project before = core::defaultProject();
    const auto after = ui::withAdded(before, list, u"  New entry "_s);
    QVERIFY(after);
    QCOMPARE(namesOf(*after, list).last(), u"New entry"_s);
    QVERIFY2(core::validate(*after).empty(), qPrintable(sentences(core::validate(*after))));
    // Probabilities and shares are 0; a year of sums may be added in another order.
    QVERIFY(std::abs(npvOf(*after) - npvOf(before)) <= 1e-9 * std::abs(npvOf(before)));
    const auto again = core::readProject(core::writeProject(*after));
    QVERIFY(again);
    QVERIFY(core::writeProject(*again) == core::writeProject(*after));
    QVERIFY(!ui::withAdded(before, list, u"  "_s));
}

void TestProjectLists::duplicatesStandBehindTheOriginal()
{
    QFETCH(ProjectList, list);
    const Project before = core::defaultProject();
    // The first cost lines are avoided altogether by reuse, so that twice of them is nothing, too.
    const std::size_t place = list == ProjectList::costLines ? 5 : 0;
    const ui::ListEntry first = ui::entriesOf(before, list)[place];
    const auto after = ui::withDuplicate(before, list, first.id);
    QVERIFY(after);
    const auto entries = ui::entriesOf(*after, list);
    QCOMPARE(entries.size(), ui::entriesOf(before, list).size() + 1);
    QCOMPARE(entries[place + 1].name, first.name + u" (copy)"_s);
    QVERIFY(entries[place + 1].id != first.id);
    QVERIFY2(core::validate(*after).empty(), qPrintable(sentences(core::validate(*after))));
    const bool countsTwice = list == ProjectList::costLines || list == ProjectList::capitalItems;
    const bool isSame = std::abs(npvOf(*after) - npvOf(before)) <= 1e-9 * std::abs(npvOf(before));
    QCOMPARE(isSame, !countsTwice);
    const auto twice = ui::withDuplicate(*after, list, first.id);
    QVERIFY(twice);
    QVERIFY2(core::validate(*twice).empty(), qPrintable(sentences(core::validate(*twice))));
}

void TestProjectLists::renamingKeepsTheFigures()
{
    QFETCH(ProjectList, list);
    const Project before = core::defaultProject();
    const ui::ListEntry first = ui::entriesOf(before, list).front();
    const auto after = ui::withRenamed(before, list, first.id, u"Другое имя"_s);
    QVERIFY(after);
    QCOMPARE(ui::entriesOf(*after, list).front(), (ui::ListEntry {first.id, u"Другое имя"_s}));
    QCOMPARE(npvOf(*after), npvOf(before));
    QVERIFY(!ui::withRenamed(before, list, first.id, u" "_s));
    const auto back = ui::withRenamed(*after, list, first.id, first.name);
    QVERIFY(back);
    QVERIFY(*back == before);
}

void TestProjectLists::movingKeepsTheFigures()
{
    QFETCH(ProjectList, list);
    const Project before = core::defaultProject();
    const auto entries = ui::entriesOf(before, list);
    const auto after = ui::withMoved(before, list, entries.front().id, 100);
    QVERIFY(after);
    QCOMPARE(ui::entriesOf(*after, list).back(), entries.front());
    QVERIFY(core::validate(*after).empty());
    QVERIFY(std::abs(npvOf(*after) - npvOf(before)) <= 1e-9 * std::abs(npvOf(before)));
    const auto back = ui::withMoved(*after, list, entries.front().id, -100);
    QVERIFY(back);
    QVERIFY(*back == before);
}

void TestProjectLists::movesUpAndDown()
{
    const Project project = core::defaultProject();
    const auto ids = [](const core::Result<Project>& result) {
        QStringList list;
        for (const ui::ListEntry& entry : ui::entriesOf(*result, ProjectList::priceDecks))
            list += QString::fromStdString(entry.id);
        return list.mid(0, 4).join(u' ');
    };
    const auto moved = [&](const char* id, int places) {
        return ids(ui::withMoved(project, ProjectList::priceDecks, id, places));
    };
    QCOMPARE(moved("ban_persists", -1), u"ban_persists consensus ban_lifted oversupply"_s);
    QCOMPARE(moved("ban_persists", 1), u"consensus ban_lifted ban_persists oversupply"_s);
    QCOMPARE(moved("oversupply", -3), u"oversupply consensus ban_persists ban_lifted"_s);
    QCOMPARE(moved("consensus", 3), u"ban_persists ban_lifted oversupply consensus"_s);
    QCOMPARE(moved("consensus", -1), u"consensus ban_persists ban_lifted oversupply"_s);
}

void TestProjectLists::refusesWhatIsNotThere()
{
    QFETCH(ProjectList, list);
    const Project project = core::defaultProject();
    QVERIFY(!ui::withDuplicate(project, list, "nothing"));
    QVERIFY(!ui::withRemoved(project, list, "nothing"));
    QVERIFY(!ui::withMoved(project, list, "nothing", 1));
    const auto refused = ui::withRenamed(project, list, "nothing", u"Name"_s);
    QVERIFY(!refused);
    QCOMPARE(refused.error().problems.front().where, ui::pathOf(list, "nothing"));
}

void TestProjectLists::removedEntriesAreForgotten_data()
{
    QTest::addColumn<ProjectList>("list");
    QTest::addColumn<QString>("id");
    QTest::addColumn<QString>("input");
    QTest::newRow("cost line") << ProjectList::costLines << u"digestion"_s << u"fixed"_s;
    QTest::newRow("capital item") << ProjectList::capitalItems << QString() << u"amount"_s;
    QTest::newRow("price deck") << ProjectList::priceDecks << u"floor"_s << u"oecd_premium"_s;
    QTest::newRow("product") << ProjectList::products << u"ga6n"_s << u"payable"_s;
    QTest::newRow("shareholder") << ProjectList::shareholders << QString() << u"share"_s;
}

void TestProjectLists::removedEntriesAreForgotten()
{
    QFETCH(ProjectList, list);
    QFETCH(QString, id);
    QFETCH(QString, input);
    Project plain = core::defaultProject();
    if (list == ProjectList::shareholders)
        plain = *ui::withAdded(plain, list, u"Another"_s);
    const std::string element =
        id.isEmpty() ? ui::entriesOf(plain, list).back().id : id.toStdString();
    const std::string path = ui::pathOf(list, element);
    const std::string inputId = path + '.' + input.toStdString();
    Project project =
        list == ProjectList::shareholders
            ? *ui::withAdded(projectWithReferences("levers", "levers.opex"), list, u"Another"_s)
            : projectWithReferences(path, inputId);
    if (list == ProjectList::shareholders) {
        project.evidence[inputId] = "quote";
        project.notes[path] = "A note";
    }
    QVERIFY(isNamed(project, path));
    const std::size_t bars = project.analysis->tornado.size();
    const auto after = ui::withRemoved(project, list, element);
    QVERIFY(after);
    QVERIFY2(!isNamed(*after, path), core::writeProject(*after).c_str());
    QCOMPARE(after->analysis->tornado.back().input, std::string("levers.price"));
    QVERIFY(after->analysis->tornado.size() <= bars);
    for (const core::Problem& problem : core::validate(*after)) {
        const QString where = QString::fromStdString(problem.where);
        // What is left for the user to give out, and what the example put in itself.
        QVERIFY2(problem.message.find("sum to 1") != std::string::npos ||
                     where.startsWith(u"analysis.uncertainties"_s) ||
                     where.startsWith(u"analysis.correlations"_s),
            qPrintable(where + u": "_s + QString::fromStdString(problem.message)));
    }
}

void TestProjectLists::removedPlacesLeaveOthersStated()
{
    Project project = projectWithReferences("cost_lines.digestion", "cost_lines.digestion.fixed");
    project.analysis->uncertainties.resize(1);
    for (const char* input : {"levers.price", "levers.opex"}) {
        core::Uncertainty uncertainty;
        uncertainty.input = input;
        project.analysis->uncertainties.push_back(uncertainty);
    }
    project.unstated = {"analysis.uncertainties[0].mode", "analysis.uncertainties[2].mode"};
    const auto after = ui::withRemoved(project, ProjectList::costLines, "digestion");
    QVERIFY(after);
    QCOMPARE(after->analysis->uncertainties.size(), std::size_t {2});
    QVERIFY((after->unstated == std::set<std::string> {"analysis.uncertainties[1].mode"}));
}

void TestProjectLists::removedProductTakesItsPrices()
{
    const auto after = ui::withRemoved(core::defaultProject(), ProjectList::products, "ga6n");
    QVERIFY(after);
    for (const core::PriceDeck& deck : after->priceDecks)
        QVERIFY(!deck.prices.contains("ga6n"));
    // The share of the other product is for the user to raise.
    const core::Problems problems = core::validate(*after);
    QCOMPARE(problems.size(), std::size_t {1});
    QCOMPARE(problems.front().where, std::string("products"));
}

void TestProjectLists::removedBaseOfAPremiumLeavesThePrice()
{
    Project project = core::defaultProject();
    std::get<core::PremiumPrice>(project.priceDecks[0].prices["ga6n"]).amount =
        core::Series::Points {{2026, 100.0}, {2050, 200.0}};
    project.evidence["price_decks.consensus.prices.ga6n.amount"] = "quote";
    const core::Series base = std::get<core::Series>(project.priceDecks[0].prices["ga4n"]);
    const core::Series amount =
        std::get<core::PremiumPrice>(project.priceDecks[0].prices["ga6n"]).amount;
    const auto after = ui::withRemoved(project, ProjectList::products, "ga4n");
    QVERIFY(after);
    const auto* price = std::get_if<core::Series>(&after->priceDecks[0].prices.at("ga6n"));
    QVERIFY(price);
    for (int year = 2020; year < 2060; ++year)
        QVERIFY(std::abs(price->at(year) - base.at(year) - amount.at(year)) < 1e-9);
    for (const core::PriceHistory& history : after->priceHistory)
        QVERIFY(history.product != "ga4n");
    QVERIFY(!after->evidence.contains("price_decks.consensus.prices.ga6n.amount"));
    QCOMPARE(core::validate(*after).size(), std::size_t {1}); // the shares alone
}

void TestProjectLists::removedMiddleOfAChainLeavesAPremium()
{
    const auto added = ui::withAdded(core::defaultProject(), ProjectList::products, u"7N"_s);
    QVERIFY(added);
    Project project = *added;
    QCOMPARE(project.products.back().id, std::string("7n"));
    project.priceDecks[0].prices["7n"] = core::PremiumPrice {"ga6n", 50.0};
    const auto after = ui::withRemoved(project, ProjectList::products, "ga6n");
    QVERIFY(after);
    const auto price = after->priceDecks[0].prices.at("7n");
    QVERIFY((price == core::DeckPrice(core::PremiumPrice {"ga4n", 210.0})));
}

void TestProjectLists::removedActiveDeckActivatesItsNeighbour()
{
    Project project = core::defaultProject();
    core::Scenario scenario;
    scenario.id = "low";
    scenario.deck = "consensus";
    scenario.overrides["active_deck"] = std::string("consensus");
    project.scenarios.push_back(scenario);
    const auto after = ui::withRemoved(project, ProjectList::priceDecks, "consensus");
    QVERIFY(after);
    QCOMPARE(after->activeDeck, std::string("ban_persists"));
    QVERIFY(!after->scenarios.back().deck);
    QVERIFY(after->scenarios.back().overrides.empty());
    project.activeDeck = "demand_surge";
    const auto last = ui::withRemoved(project, ProjectList::priceDecks, "demand_surge");
    QVERIFY(last);
    QCOMPARE(last->activeDeck, std::string("floor"));
    const auto other = ui::withRemoved(project, ProjectList::priceDecks, "floor");
    QVERIFY(other);
    QCOMPARE(other->activeDeck, std::string("demand_surge"));
}

void TestProjectLists::usedAssetClassStays()
{
    Project project = core::defaultProject();
    const core::CapitalItem item = project.capital.items.front();
    const auto refused = ui::withRemoved(project, ProjectList::assetClasses, item.assetClass);
    QVERIFY(!refused);
    QVERIFY(refused.error().problems.front().message.find(item.name) != std::string::npos);

    project = *ui::withAdded(project, ProjectList::assetClasses, u"Spare"_s);
    QVERIFY(ui::withRemoved(project, ProjectList::assetClasses, "spare"));
    project.capital.sustainingAssetClass = "spare";
    QVERIFY(!ui::withRemoved(project, ProjectList::assetClasses, "spare"));
    project.capital.sustainingAssetClass = item.assetClass;
    core::Scenario scenario;
    scenario.name = "Fast";
    scenario.overrides["capital.sustaining_asset_class"] = std::string("spare");
    project.scenarios.push_back(scenario);
    const auto byScenario = ui::withRemoved(project, ProjectList::assetClasses, "spare");
    QVERIFY(!byScenario);
    QVERIFY(byScenario.error().problems.front().message.find("Fast") != std::string::npos);
}

void TestProjectLists::lastEntryStays_data()
{
    addListRows();
}

void TestProjectLists::lastEntryStays()
{
    QFETCH(ProjectList, list);
    Project project = core::defaultProject();
    project.priceDecks.resize(1);
    project.products.resize(1);
    project.costLines.resize(1);
    project.shareholders.resize(1);
    project.capital.items.resize(list == ProjectList::assetClasses ? 0 : 1);
    project.tax.assetClasses.resize(1);
    const auto after = ui::withRemoved(project, list, ui::entriesOf(project, list).front().id);
    const bool mayBeEmpty = list == ProjectList::costLines || list == ProjectList::capitalItems;
    QCOMPARE(after.hasValue(), mayBeEmpty);
    if (!after)
        QVERIFY(after.error().problems.front().message.find("last entry") != std::string::npos);
}

void TestProjectLists::copiesTakeRemarksAlong()
{
    Project project = projectWithReferences("cost_lines.digestion", "cost_lines.digestion.fixed");
    project.unstated.insert("cost_lines.digestion.host_fixed");
    const auto after = ui::withDuplicate(project, ProjectList::costLines, "digestion");
    QVERIFY(after);
    const std::string copy = "cost_lines." + after->costLines[2].id;
    QCOMPARE(after->notes.at(copy), std::string("A note"));
    QCOMPARE(after->evidence.at(copy + ".fixed"), std::string("quote"));
    QVERIFY(after->unstated.contains(copy + ".host_fixed"));
    QVERIFY(after->scenarios == project.scenarios);
    QVERIFY(after->analysis == project.analysis);
}

void TestProjectLists::ids_data()
{
    QTest::addColumn<QString>("name");
    QTest::addColumn<QString>("id");
    QTest::newRow("words") << u"Steam, power & fuel"_s << u"steam_power_fuel"_s;
    QTest::newRow("Russian") << u"Щёлочь и известь"_s << u"shcheloch_i_izvest"_s;
    QTest::newRow("Kazakh") << u"Қызметкерлер жалақысы"_s << u"qyzmetkerler_zhalaqysy"_s;
    QTest::newRow("taken") << u"Digestion"_s << u"digestion_2"_s;
    QTest::newRow("signs alone") << u"***"_s << u"entry"_s;
    QTest::newRow("other writing") << u"鎵"_s << u"entry"_s;
    QTest::newRow("long") << QString(200, u'x') << QString(48, u'x');
}

void TestProjectLists::ids()
{
    QFETCH(QString, name);
    QFETCH(QString, id);
    const std::string found = ui::newIdFor(core::defaultProject(), ProjectList::costLines, name);
    QCOMPARE(QString::fromStdString(found), id);
}

QTEST_APPLESS_MAIN(TestProjectLists)
#include "tst_projectlists.moc"

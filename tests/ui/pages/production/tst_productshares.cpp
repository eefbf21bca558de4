#include "ui/pages/production/ProductShares.h"

#include "core/project/DefaultProject.h"
#include "core/project/Validation.h"

#include <QTest>

#include <functional>

using core::Project;
using core::Series;
using Change = std::function<void(Project&)>;
using Years = std::vector<int>;

Q_DECLARE_METATYPE(Change)
Q_DECLARE_METATYPE(Years)

class TestProductShares : public QObject {
    Q_OBJECT

private slots:
    void yearsThatMissTheWholeAreFound_data();
    void yearsThatMissTheWholeAreFound();
    void theRestGoesToOneProduct_data();
    void theRestGoesToOneProduct();
    void noShareBelowNothingIsGiven();
};

void TestProductShares::yearsThatMissTheWholeAreFound_data()
{
    QTest::addColumn<Change>("change");
    QTest::addColumn<Years>("years");

    const auto row = [](const char* name, const Change& change, const Years& years) {
        QTest::newRow(name) << change << years;
    };
    row("the default project", [](Project&) {}, {});
    row("a year of its own",
        [](Project& project) {
            project.products[1].share =
                Series::Points {{2027, 0.0}, {2028, 0.15}, {2029, 0.15}, {2030, 0.2}, {2031, 0.15}};
        },
        {2030});
    row("until a year",
        [](Project& project) {
            project.products[0].share = Series::Points {{2028, 0.85}};
        },
        {2025, 2026, 2027});
    row("outside the timeline",
        [](Project& project) {
            project.products[1].share =
                Series::Points {{2027, 0.0}, {2028, 0.15}, {2046, 0.15}, {2050, 0.9}};
        },
        {});
}

void TestProductShares::yearsThatMissTheWholeAreFound()
{
    QFETCH(Change, change);
    QFETCH(Years, years);
    Project project = core::defaultProject();
    change(project);
    QCOMPARE(ui::yearsOfWrongShares(project), years);
}

void TestProductShares::theRestGoesToOneProduct_data()
{
    QTest::addColumn<Change>("change");
    QTest::addColumn<QString>("product");

    const auto row = [](const char* name, const Change& change, const char* product = "ga4n") {
        QTest::newRow(name) << change << QString::fromLatin1(product);
    };
    row("of a constant share", [](Project& project) { project.products[1].share = 0.3; });
    row("of shares by year", [](Project& project) {
        project.products[1].share = Series::Points {{2026, 0.0}, {2035, 0.6}};
    });
    row(
        "to the second product",
        [](Project& project) {
            project.products[0].share = Series::Points {{2030, 0.9}, {2040, 0.2}};
        },
        "ga6n");
    row("with three products", [](Project& project) {
        core::Product third = project.products[1];
        third.id = "ga7n";
        third.share = Series::Points {{2031, 0.0}, {2033, 0.1}};
        project.products.push_back(third);
    });
}

void TestProductShares::theRestGoesToOneProduct()
{
    QFETCH(Change, change);
    QFETCH(QString, product);
    Project project = core::defaultProject();
    change(project);
    QVERIFY(!ui::yearsOfWrongShares(project).empty());
    const std::optional<Project> mended = ui::withRestOfShares(project, product.toStdString());
    QVERIFY(mended);
    QCOMPARE(ui::yearsOfWrongShares(*mended), Years());
    for (std::size_t p = 0; p < project.products.size(); ++p)
        if (project.products[p].id != product.toStdString())
            QCOMPARE(mended->products[p], project.products[p]);
}

void TestProductShares::noShareBelowNothingIsGiven()
{
    Project project = core::defaultProject();
    core::Product third = project.products[1];
    third.id = "ga7n";
    third.share = 0.9;
    project.products.push_back(third);
    QVERIFY(!ui::withRestOfShares(project, "ga4n"));
}

QTEST_GUILESS_MAIN(TestProductShares)
#include "tst_productshares.moc"

#include "tests/app/CommandLineTest.h"
#include "tests/ui/window/WindowTest.h"

#include "ui/models/DisplayFormat.h"
#include "ui/pages/KeyFigures.h"
#include "ui/pages/Page.h"
#include "ui/tables/NumberTable.h"
#include "ui/widgets/KpiTile.h"
#include "ui/widgets/Segments.h"

#include <QHash>
#include <QToolButton>

#include <cmath>
#include <memory>

using namespace Qt::StringLiterals;
using support::Desk;
using support::Json;

// The window shows what galval-cli prints.
class TestWindowFigures : public QObject {
    Q_OBJECT

private slots:
    void initTestCase();
    void cleanupTestCase() { m_desk.reset(); }
    void tilesShowTheMetrics_data();
    void tilesShowTheMetrics();
    void statementShowsTheLines_data();
    void statementShowsTheLines();

private:
    void readTiles();

    QTemporaryDir m_folder;
    Json m_results;
    QHash<QString, ui::KeyFigureText> m_tiles;
    std::unique_ptr<Desk> m_desk;
};

void TestWindowFigures::initTestCase()
{
    QLocale::setDefault(QLocale(QLocale::English));
    const QString path = m_folder.filePath(u"project.json"_s);
    QVERIFY(support::writeFile(path, QByteArray::fromStdString(core::defaultProjectText())));
    const support::Run run = support::runCli(m_folder.path(), {u"evaluate"_s, path, u"--json"_s});
    QCOMPARE(run.status, 0);
    m_results = Json::parse(run.output.toStdString());
    m_desk = std::make_unique<Desk>();
    readTiles();
}

// A window shows seven at a time.
void TestWindowFigures::readTiles()
{
    QStringList ids = ui::keyFigureIds();
    while (!ids.isEmpty()) {
        m_desk->preferences.setOverviewTiles(ids.first(qMin(ids.size(), qsizetype {7})));
        ids = ids.mid(7);
        ui::MainWindow window(m_desk->session, m_desk->appearance, m_desk->preferences);
        window.show();
        Desk::settle();
        for (const auto* const tile : window.findChildren<ui::KpiTile*>())
            m_tiles.insert(tile->objectName().section(u'.', 1), tile->keyFigure());
    }
}

void TestWindowFigures::tilesShowTheMetrics_data()
{
    QTest::addColumn<QString>("id");
    QTest::addColumn<int>("exponent");
    QTest::addColumn<int>("decimals");
    const auto row = [](const char* id, int exponent, int decimals) {
        QTest::newRow(id) << QString::fromLatin1(id) << exponent << decimals;
    };
    row("npv", -6, 1);
    row("npv_pre_tax", -6, 1);
    row("npv_equity", -6, 1);
    row("irr", 2, 1);
    row("irr_equity", 2, 1);
    row("mirr", 2, 1);
    row("payback_years", 0, 1);
    row("discounted_payback_years", 0, 1);
    row("profitability_index", 0, 2);
    row("equivalent_annual_value", -6, 1);
    row("peak_funding", -6, 1);
    row("levelised_cost_per_kg", 0, 0);
    row("cash_cost_per_kg", 0, 0);
    row("all_in_sustaining_cost_per_kg", 0, 0);
    row("break_even_price_per_kg", 0, 0);
    row("min_dscr", 0, 2);
    row("share_of_world_production", 2, 1);
    row("state_take_share", 2, 1);
    row("npv_savings", -6, 1);
    row("expected_npv", -6, 1);
}

void TestWindowFigures::tilesShowTheMetrics()
{
    QFETCH(QString, id);
    QFETCH(int, exponent);
    QFETCH(int, decimals);
    const std::string name = id.toStdString();
    const Json value = id == u"npv_savings"    ? m_results["cases"]["savings"]["metrics"][name]
                       : id == u"expected_npv" ? m_results["expected_npv"]
                                               : m_results["cases"]["project"]["metrics"][name];
    QVERIFY2(m_tiles.contains(id), qPrintable(id));
    const QString shown = m_tiles.value(id).figure;
    if (value.is_null())
        QVERIFY(shown.at(0).isLetter());
    else
        QCOMPARE(shown, ui::DisplayFormat(QLocale(QLocale::English))
                            .fixed(value.get<double>(), decimals, exponent));
}

void TestWindowFigures::statementShowsTheLines_data()
{
    QTest::addColumn<int>("segment");
    QTest::addColumn<QString>("resultCase");
    QTest::newRow("project") << 0 << u"project"_s;
    QTest::newRow("stand-alone") << 1 << u"standalone"_s;
    QTest::newRow("savings") << 2 << u"savings"_s;
}

void TestWindowFigures::statementShowsTheLines()
{
    QFETCH(int, segment);
    QFETCH(QString, resultCase);
    Desk& desk = *m_desk;
    desk.window.goToPage(ui::PageId::cashFlow);
    auto* const segments = desk.window.currentPage()->findChild<ui::Segments*>(u"case"_s);
    QVERIFY(segments);
    QTest::mouseClick(segments->button(segment), Qt::LeftButton);
    Desk::settle();
    const ui::TableContent& content = desk.window.currentPage()->mainTable()->content();
    const Json& lines = m_results["cases"][resultCase.toStdString()]["lines"];
    int compared = 0;
    for (const ui::TableRow& row : content.rows) {
        const std::string id = row.id.toStdString();
        if (!lines.contains(id))
            continue;
        const bool isMass = id == "production";
        const double unit = isMass ? 1e3 : 1e6;
        for (std::size_t y = 0; y < lines[id].size(); ++y) {
            const double expected = lines[id][y].get<double>() / unit;
            const std::optional<double> shown = row.cells[y + 1].number;
            QVERIFY2(shown, qPrintable(row.id));
            // Costs are shown as payments; in the savings what is saved is positive.
            QVERIFY2(std::abs(std::abs(*shown) - std::abs(expected)) <=
                         1e-9 * std::max(1.0, std::abs(expected)),
                qPrintable(u"%1, year %2: %3, expected %4"_s.arg(row.id).arg(y).arg(*shown).arg(
                    expected)));
            ++compared;
        }
    }
    QVERIFY2(compared > 300, qPrintable(QString::number(compared)));
}

QTEST_MAIN(TestWindowFigures)
#include "tst_windowfigures.moc"

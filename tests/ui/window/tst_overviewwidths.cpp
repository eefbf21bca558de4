#include "tests/ui/window/WindowTest.h"

#include "ui/pages/Page.h"
#include "ui/widgets/KpiTile.h"

#include <QScrollArea>
#include <QSet>

using namespace Qt::StringLiterals;
using support::Desk;

// Nothing on the overview lies beyond its right edge, where no scroll bar leads.
class TestOverviewWidths : public QObject {
    Q_OBJECT

private slots:
    void showsAllOfItsTiles_data();
    void showsAllOfItsTiles();
};

void TestOverviewWidths::showsAllOfItsTiles_data()
{
    QTest::addColumn<QSize>("size");
    QTest::addColumn<int>("textSize");
    QTest::addColumn<bool>("explains");
    QTest::addColumn<int>("rows");
    QTest::newRow("in one row") << QSize(1440, 900) << 100 << false << 1;
    QTest::newRow("in two beside an explanation") << QSize(1440, 900) << 100 << true << 2;
    QTest::newRow("in the smallest window") << QSize(1180, 720) << 100 << false << 1;
    QTest::newRow("in the smallest window with large text")
        << QSize(1180, 720) << 130 << false << 2;
}

void TestOverviewWidths::showsAllOfItsTiles()
{
    QFETCH(QSize, size);
    QFETCH(int, textSize);
    QFETCH(bool, explains);
    QFETCH(int, rows);
    Desk desk;
    desk.preferences.setTextSizePercent(textSize);
    desk.window.resize(size);
    if (explains)
        desk.window.explain({core::ResultCase::project, "npv", std::nullopt});
    QTRY_COMPARE(desk.window.currentPage()->width() < 900, explains);
    Desk::settle();

    const auto* const area = desk.window.currentPage()->findChild<QScrollArea*>(u"pageScroll"_s);
    QVERIFY(area);
    QSet<int> tops;
    for (const ui::KpiTile* tile : area->findChildren<ui::KpiTile*>()) {
        tops.insert(tile->y());
        QVERIFY(tile->width() >= tile->minimumSizeHint().width());
    }
    QCOMPARE(tops.size(), rows);
    QVERIFY(area->widget()->width() <= area->viewport()->width());
}

QTEST_MAIN(TestOverviewWidths)
#include "tst_overviewwidths.moc"

#include "ui/pages/KeyFigures.h"

#include "ui/document/Preferences.h"
#include "ui/document/Session.h"
#include "ui/pages/Workspace.h"
#include "ui/theme/Appearance.h"

#include <QTemporaryDir>
#include <QTest>

using namespace Qt::StringLiterals;

class TestKeyFigures : public QObject {
    Q_OBJECT

private slots:
    void initTestCase() { QLocale::setDefault(QLocale(QLocale::English)); }
    void moneyHasTheDigitsOfItsCurrency_data();
    void moneyHasTheDigitsOfItsCurrency();
};

// The plan is worth USD 10.76 million; in 2025 a dollar is 500 * 1.023 / 1.085 tenge, by the
// inflations of 2026.
void TestKeyFigures::moneyHasTheDigitsOfItsCurrency_data()
{
    QTest::addColumn<core::Currency>("currency");
    QTest::addColumn<double>("lever");
    QTest::addColumn<QString>("figure");
    QTest::addColumn<QString>("unit");
    QTest::newRow("dollars") << core::Currency::usd << 1.0 << u"10.8"_s << u"USD million"_s;
    QTest::newRow("millions of tenge")
        << core::Currency::kzt << 1.0 << u"5,072"_s << u"KZT million"_s;
    QTest::newRow("billions of tenge")
        << core::Currency::kzt << 2.0 << u"29.40"_s << u"KZT billion"_s;
}

void TestKeyFigures::moneyHasTheDigitsOfItsCurrency()
{
    QFETCH(core::Currency, currency);
    QFETCH(double, lever);
    QTemporaryDir folder;
    ui::Preferences preferences {folder.filePath(u"preferences.ini"_s)};
    ui::Appearance appearance {preferences};
    ui::Session session;
    ui::Workspace workspace {session, appearance, preferences};
    QVERIFY(session.setInput(u"levers.price"_s, lever));
    session.setViewCurrency(currency);
    const ui::KeyFigureText text = ui::keyFigureOf(workspace, u"npv"_s).text;
    QTEST(text.figure, "figure");
    QTEST(text.unit, "unit");
}

QTEST_MAIN(TestKeyFigures)
#include "tst_keyfigures.moc"

#include "core/engine/Unit.h"

#include <QTest>

using core::Unit;

class TestUnit : public QObject {
    Q_OBJECT

private slots:
    void textIsReadAndWritten_data();
    void textIsReadAndWritten();
    void refusesUnknownText();
    void yearlyQuantitiesCarryNoTime();
};

void TestUnit::textIsReadAndWritten_data()
{
    QTest::addColumn<QString>("text");
    for (const char* text : {"USD", "USD/kg", "KZT/USD", "g/t", "days", "years", ""})
        QTest::newRow(*text ? text : "plain number") << QString::fromLatin1(text);
}

void TestUnit::textIsReadAndWritten()
{
    QFETCH(QString, text);
    const auto unit = Unit::parse(text.toStdString());
    QVERIFY(unit.has_value());
    QCOMPARE(QString::fromStdString(unit->text()), text);
}

void TestUnit::refusesUnknownText()
{
    QVERIFY(!Unit::parse("EUR").has_value());
    QVERIFY(!Unit::parse("USD/bushel").has_value());
}

void TestUnit::yearlyQuantitiesCarryNoTime()
{
    QCOMPARE(*Unit::parse("kg/year"), Unit(Unit::kilogram));
    QCOMPARE(*Unit::parse("%"), Unit());
}

QTEST_APPLESS_MAIN(TestUnit)
#include "tst_unit.moc"

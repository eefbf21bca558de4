#include "core/project/NearestName.h"

#include <QTest>

class TestNearestName : public QObject {
    Q_OBJECT

private slots:
    void findsWhatWasMeant_data();
    void findsWhatWasMeant();
    void suggestsInASentence();
};

void TestNearestName::findsWhatWasMeant_data()
{
    QTest::addColumn<QString>("name");
    QTest::addColumn<QString>("expected");
    QTest::newRow("a letter too many") << "raate"
                                       << "rate";
    QTest::newRow("two letters exchanged") << "utilsiation"
                                           << "utilisation";
    QTest::newRow("American spelling") << "utilization"
                                       << "utilisation";
    QTest::newRow("nothing near") << "zzzzzz"
                                  << "";
    QTest::newRow("too long to be a slip") << QString(5000, QLatin1Char('a')) << "";
}

void TestNearestName::findsWhatWasMeant()
{
    QFETCH(QString, name);
    QFETCH(QString, expected);
    const std::vector<std::string> names {"ramp_up", "rate", "utilisation"};
    QCOMPARE(QString::fromStdString(core::nearestName(name.toStdString(), names)), expected);
}

void TestNearestName::suggestsInASentence()
{
    QCOMPARE(core::suggestion("rat", {"rate"}), std::string("; did you mean rate?"));
    QCOMPARE(core::suggestion("rat", {"something"}), std::string());
}

QTEST_APPLESS_MAIN(TestNearestName)
#include "tst_nearest_name.moc"

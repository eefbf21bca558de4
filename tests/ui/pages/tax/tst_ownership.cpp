#include "ui/pages/tax/Ownership.h"

#include "core/project/DefaultProject.h"

#include <QTest>

using namespace Qt::StringLiterals;
using core::Project;

namespace {

// Shareholders "a", "b" and so on.
Project withShares(const QList<double>& shares)
{
    Project project = core::defaultProject();
    project.shareholders.clear();
    for (const double share : shares) {
        core::Shareholder holder;
        holder.id = std::string(1, static_cast<char>('a' + project.shareholders.size()));
        holder.name = "Holder " + holder.id;
        holder.share = share;
        project.shareholders.push_back(holder);
    }
    return project;
}

}

class TestOwnership : public QObject {
    Q_OBJECT

private slots:
    void remedyMakesThemAddUp_data();
    void remedyMakesThemAddUp();
    void sentencesNameWhatIsMissing_data();
    void sentencesNameWhatIsMissing();
};

void TestOwnership::remedyMakesThemAddUp_data()
{
    QTest::addColumn<QList<double>>("shares");
    QTest::addColumn<QString>("workedOn");
    QTest::addColumn<QString>("text");
    QTest::addColumn<double>("share");
    const auto row = [](const char* name, const QList<double>& shares, const QString& workedOn,
                         const QString& text, double share) {
        QTest::newRow(name) << shares << workedOn << text << share;
    };
    row("the first gets the rest", {0.4, 0.55}, {}, u"Give the rest to Holder a"_s, 0.45);
    row("and not the one that is worked on", {0.35, 0.6}, u"a"_s, u"Give the rest to Holder b"_s,
        0.65);
    row("unless it is the only one", {0.9}, u"a"_s, u"Give the rest to Holder a"_s, 1.0);
    row("the first has too much", {0.4, 0.7}, {}, u"Take the excess from Holder a"_s, 0.3);
    row("all that it has", {0.1, 1.0}, {}, u"Take the excess from Holder a"_s, 0.0);
    row("the first has less than is too much", {0.1, 0.6, 0.5}, {},
        u"Take the excess from Holder b"_s, 0.4);
    row("nobody has as much as is too much", {0.7, 0.7, 0.7}, {}, {}, 0.0);
    row("nothing is wrong", {0.4, 0.6}, {}, {}, 0.0);
    row("nothing but the noise of fractions is", {0.1, 0.2, 0.7 + 1e-15}, {}, {}, 0.0);
    row("shares are given as a person would", {0.1, 0.35, 0.2}, {}, u"Give the rest to Holder a"_s,
        0.45);
}

void TestOwnership::remedyMakesThemAddUp()
{
    QFETCH(QList<double>, shares);
    QFETCH(QString, workedOn);
    QFETCH(QString, text);
    QFETCH(double, share);
    const Project project = withShares(shares);
    const auto remedy = ui::ownershipRemedy(project, workedOn.toStdString());
    QCOMPARE(remedy ? remedy->text : QString(), text);
    if (!remedy)
        return;
    QVERIFY(remedy->share == share); // to the last digit
    QVERIFY(text.endsWith(QString::fromStdString(remedy->shareholder)));
}

void TestOwnership::sentencesNameWhatIsMissing_data()
{
    QTest::addColumn<QList<double>>("shares");
    QTest::addColumn<QString>("fragment");
    QTest::newRow("too little") << QList {0.4, 0.55} << u"; 5 % is not given out"_s;
    QTest::newRow("too much") << QList {0.4, 0.725} << u"; 12.5 % too much is given out"_s;
    QTest::newRow("a little") << QList {0.333333, 0.333333, 0.333333} << u"; 0.0001 % is not"_s;
    QTest::newRow("nothing") << QList {0.4, 0.6} << QString();
}

void TestOwnership::sentencesNameWhatIsMissing()
{
    QFETCH(QList<double>, shares);
    QFETCH(QString, fragment);
    QString sentence =
        ui::ownershipProblem(withShares(shares), ui::DisplayFormat(QLocale(QLocale::English)));
    sentence.replace(QChar(ui::noBreakSpace), u' ');
    QVERIFY2(sentence.contains(fragment), qPrintable(sentence));
    QCOMPARE(sentence.isEmpty(), fragment.isEmpty());
}

QTEST_GUILESS_MAIN(TestOwnership)
#include "tst_ownership.moc"

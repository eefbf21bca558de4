#include "ui/document/Preferences.h"

#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

using namespace Qt::StringLiterals;
using ui::Preferences;

class TestPreferences : public QObject {
    Q_OBJECT

private slots:
    void startsWithDefaults();
    void keepsWhatIsSet();
    void tellsOfChangesOnly();
    void takesTheNearestTextSize_data();
    void takesTheNearestTextSize();
    void stepsThroughTextSizes();
    void recentFilesAreTheLatestTwelve();
    void ignoresWhatItCannotRead();

private:
    QString file(const QString& name) const { return m_folder.filePath(name); }

    QTemporaryDir m_folder;
};

void TestPreferences::startsWithDefaults()
{
    const Preferences preferences(file(u"new.ini"_s));
    QCOMPARE(preferences.theme(), ui::ThemeChoice::system);
    QCOMPARE(preferences.textSizePercent(), 100);
    QCOMPARE(preferences.negativeStyle(), ui::NegativeStyle::minus);
    QVERIFY(preferences.recentFiles().isEmpty());
    QVERIFY(preferences.windowGeometry().isEmpty());
    QVERIFY(preferences.windowState().isEmpty());
}

void TestPreferences::keepsWhatIsSet()
{
    {
        Preferences preferences(file(u"kept.ini"_s));
        preferences.setTheme(ui::ThemeChoice::dark);
        preferences.setTextSizePercent(115);
        preferences.setNegativeStyle(ui::NegativeStyle::parentheses);
        preferences.addRecentFile(u"/a/Павлодар, 2026.galval"_s);
        preferences.setWindowGeometry("\x01\x00\x02"_ba);
        preferences.setWindowState("state"_ba);
        preferences.setColumnWidths(u"table.costs"_s, {{u"fixed"_s, 80}, {u"a:b"_s, 7}});
        preferences.setColumnOrder(u"table.costs"_s, {u"saving"_s});
        preferences.setColumnOrder(u"table.tax"_s, {u"years"_s});
        preferences.setColumnOrder(u"table.tax"_s, {});
    }
    const Preferences preferences(file(u"kept.ini"_s));
    QCOMPARE(preferences.theme(), ui::ThemeChoice::dark);
    QCOMPARE(preferences.textSizePercent(), 115);
    QCOMPARE(preferences.negativeStyle(), ui::NegativeStyle::parentheses);
    QCOMPARE(preferences.recentFiles(), QStringList {u"/a/Павлодар, 2026.galval"_s});
    QCOMPARE(preferences.windowGeometry(), "\x01\x00\x02"_ba);
    QCOMPARE(preferences.windowState(), "state"_ba);
    QCOMPARE(preferences.columnWidths(u"table.costs"_s),
        (QHash<QString, int> {{u"fixed"_s, 80}, {u"a:b"_s, 7}}));
    QCOMPARE(preferences.columnOrder(u"table.costs"_s), QStringList {u"saving"_s});
    QVERIFY(preferences.columnWidths(u"table.tax"_s).isEmpty());
    QVERIFY(preferences.columnOrder(u"table.tax"_s).isEmpty());
}

void TestPreferences::tellsOfChangesOnly()
{
    Preferences preferences(file(u"signals.ini"_s));
    QSignalSpy theme(&preferences, &Preferences::themeChanged);
    QSignalSpy size(&preferences, &Preferences::textSizeChanged);
    QSignalSpy negative(&preferences, &Preferences::negativeStyleChanged);
    QSignalSpy recent(&preferences, &Preferences::recentFilesChanged);
    for (int i = 0; i < 2; ++i) {
        preferences.setTheme(ui::ThemeChoice::light);
        preferences.setTextSizePercent(90);
        preferences.setNegativeStyle(ui::NegativeStyle::parentheses);
        preferences.addRecentFile(u"/a/b.galval"_s);
    }
    QCOMPARE(theme.count(), 1);
    QCOMPARE(size.count(), 1);
    QCOMPARE(negative.count(), 1);
    QCOMPARE(recent.count(), 1);
}

void TestPreferences::takesTheNearestTextSize_data()
{
    QTest::addColumn<int>("asked");
    QTest::addColumn<int>("taken");
    QTest::newRow("far below") << -1000 << 90;
    QTest::newRow("between, nearer to the larger") << 110 << 115;
    QTest::newRow("far above") << 1000 << 130;
}

void TestPreferences::takesTheNearestTextSize()
{
    QFETCH(int, asked);
    QFETCH(int, taken);
    Preferences preferences(file(u"size.ini"_s));
    preferences.setTextSizePercent(asked);
    QCOMPARE(preferences.textSizePercent(), taken);
}

void TestPreferences::stepsThroughTextSizes()
{
    Preferences preferences(file(u"steps.ini"_s));
    preferences.stepTextSize(1);
    QCOMPARE(preferences.textSizePercent(), 115);
    preferences.stepTextSize(5);
    QCOMPARE(preferences.textSizePercent(), 130);
    preferences.stepTextSize(-2);
    QCOMPARE(preferences.textSizePercent(), 100);
}

void TestPreferences::recentFilesAreTheLatestTwelve()
{
    Preferences preferences(file(u"recent.ini"_s));
    for (int i = 1; i <= 14; ++i)
        preferences.addRecentFile(u"/a/%1.galval"_s.arg(i));
    QCOMPARE(preferences.recentFiles().size(), 12);
    QCOMPARE(preferences.recentFiles().first(), u"/a/14.galval"_s);
    QCOMPARE(preferences.recentFiles().last(), u"/a/3.galval"_s);
    preferences.addRecentFile(u"/a/./5.galval"_s);
    QCOMPARE(preferences.recentFiles().size(), 12);
    preferences.addRecentFile(u"/a/5.galval"_s);
    QCOMPARE(preferences.recentFiles().first(), u"/a/5.galval"_s);
    QCOMPARE(preferences.recentFiles().count(u"/a/5.galval"_s), 1);
    preferences.removeRecentFile(u"/a/5.galval"_s);
    QVERIFY(!preferences.recentFiles().contains(u"/a/5.galval"_s));
}

void TestPreferences::ignoresWhatItCannotRead()
{
    {
        QSettings settings(file(u"odd.ini"_s), QSettings::IniFormat);
        settings.setValue(u"window/theme"_s, u"purple"_s);
        settings.setValue(u"window/text_size"_s, u"large"_s);
        settings.setValue(u"numbers/negative"_s, 17);
    }
    const Preferences preferences(file(u"odd.ini"_s));
    QCOMPARE(preferences.theme(), ui::ThemeChoice::system);
    QCOMPARE(preferences.textSizePercent(), 100);
    QCOMPARE(preferences.negativeStyle(), ui::NegativeStyle::minus);
}

QTEST_GUILESS_MAIN(TestPreferences)
#include "tst_preferences.moc"

#include "ui/document/Preferences.h"
#include "ui/theme/Appearance.h"

#include <QApplication>
#include <QImage>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QSignalSpy>
#include <QTableView>
#include <QTemporaryDir>
#include <QTest>

using namespace Qt::StringLiterals;
using ui::Appearance;
using ui::Preferences;
using ui::TextStyle;
using ui::Theme;
using ui::ThemeChoice;

namespace {

// The colour of the middle of an icon that is filled.
QColor colourOf(
    const QIcon& icon, QIcon::Mode mode = QIcon::Normal, QIcon::State state = QIcon::Off)
{
    return icon.pixmap(QSize(16, 16), 1.0, mode, state).toImage().pixelColor(8, 8);
}

bool isEmpty(const QIcon& icon)
{
    const QImage image = icon.pixmap(QSize(16, 16), 1.0).toImage();
    for (int y = 0; y < image.height(); ++y)
        for (int x = 0; x < image.width(); ++x)
            if (image.pixelColor(x, y).alpha() > 128)
                return false;
    return true;
}

}

class TestAppearance : public QObject {
    Q_OBJECT

private slots:
    void init();
    void followsThePreferredTheme();
    void whatIsSelectedInAFieldStandsOutMoreThanInATable();
    void asksTheSystemWhenTheUserDoes();
    void tellsOfChangesOnly();
    void textGrowsInEveryWidget();
    void buttonsAreOfMediumWeight();
    void noTextIsTooSmall();
    void aWeightOfOnesOwnKeepsTheSize();
    void lengthsGrowWithTheText();
    void iconsFollowTheTheme();
    void iconsShowTheirState();
    void everyIconIsThere_data();
    void everyIconIsThere();

private:
    QTemporaryDir m_folder;
    std::unique_ptr<Preferences> m_preferences;
    std::unique_ptr<Appearance> m_appearance;
};

void TestAppearance::init()
{
    m_preferences = std::make_unique<Preferences>(
        m_folder.filePath(QString::fromLatin1(QTest::currentTestFunction())));
    m_preferences->setTheme(ThemeChoice::light);
    m_appearance = std::make_unique<Appearance>(*m_preferences);
    m_appearance->apply();
}

void TestAppearance::followsThePreferredTheme()
{
    QWidget window;
    const QPushButton button(&window);
    window.show();
    QCOMPARE(m_appearance->theme(), Theme::light());
    m_preferences->setTheme(ThemeChoice::dark);
    QCOMPARE(m_appearance->theme(), Theme::dark());
    QCOMPARE(QApplication::palette().color(QPalette::Window), Theme::dark().surface);
    QCOMPARE(button.palette().color(QPalette::ButtonText), Theme::dark().text);
}

void TestAppearance::whatIsSelectedInAFieldStandsOutMoreThanInATable()
{
    QWidget window;
    const QLineEdit field(&window);
    const QTableView table(&window);
    window.show();
    for (const auto& [choice, theme] : {std::pair {ThemeChoice::dark, Theme::dark()},
             std::pair {ThemeChoice::light, Theme::light()}}) {
        m_preferences->setTheme(choice);
        QCOMPARE(field.palette().color(QPalette::Highlight), theme.accent);
        QCOMPARE(field.palette().color(QPalette::HighlightedText), theme.onAccent);
        QCOMPARE(field.palette().color(QPalette::Text), theme.text);
        QCOMPARE(table.palette().color(QPalette::Highlight), theme.accentSoft);
    }
}

void TestAppearance::asksTheSystemWhenTheUserDoes()
{
#ifdef Q_OS_WIN
    QSKIP("Windows tells by a setting of the user, which no test may change.");
#else
    const auto systemTheme = [&](const QPalette& palette) {
        QApplication::setPalette(palette);
        return Appearance(*m_preferences).theme();
    };
    m_preferences->setTheme(ThemeChoice::system);
    QCOMPARE(systemTheme(QPalette(Qt::black)), Theme::dark());
    QCOMPARE(systemTheme(QPalette(Qt::white)), Theme::light());
#endif
}

void TestAppearance::tellsOfChangesOnly()
{
    QSignalSpy spy(m_appearance.get(), &Appearance::changed);
    m_preferences->setTheme(ThemeChoice::dark);
    QCOMPARE(spy.count(), 1);
    m_preferences->setTextSizePercent(115);
    QCOMPARE(spy.count(), 2);
    m_preferences->setTheme(ThemeChoice::dark);
    m_preferences->addRecentFile(u"a.galval"_s);
    QCOMPARE(spy.count(), 2);
}

void TestAppearance::textGrowsInEveryWidget()
{
    QWidget window;
    QWidget page(&window);
    const QLineEdit field(&page);
    const QPushButton button(&page);
    window.show();
    for (const int percent : {130, 90, 100}) {
        m_preferences->setTextSizePercent(percent);
        const int expected = m_appearance->font(TextStyle::table).pixelSize();
        QCOMPARE(page.font().pixelSize(), expected);
        QCOMPARE(field.font().pixelSize(), expected);
        QCOMPARE(button.font().pixelSize(), expected);
    }
}

void TestAppearance::buttonsAreOfMediumWeight()
{
    QWidget window;
    const QPushButton button(&window);
    const QLabel label(&window);
    window.show();
    QCOMPARE(button.font().weight(), QFont::Medium);
    QCOMPARE(label.font().weight(), QFont::Normal);
}

void TestAppearance::noTextIsTooSmall()
{
    m_preferences->setTextSizePercent(90);
    for (const TextStyle style : {TextStyle::caption, TextStyle::status, TextStyle::hint})
        QCOMPARE(m_appearance->font(style).pixelSize(), 11);
}

void TestAppearance::aWeightOfOnesOwnKeepsTheSize()
{
    const QFont plain = m_appearance->font(TextStyle::table);
    const QFont total = m_appearance->font(TextStyle::table, QFont::DemiBold);
    QCOMPARE(plain.weight(), QFont::Normal);
    QCOMPARE(total.weight(), QFont::DemiBold);
    QCOMPARE(total.pixelSize(), plain.pixelSize());
}

void TestAppearance::lengthsGrowWithTheText()
{
    QCOMPARE(m_appearance->px(28), 28);
    m_preferences->setTextSizePercent(115);
    QCOMPARE(m_appearance->textScale(), 1.15);
    QCOMPARE(m_appearance->px(28), 32);
    QCOMPARE(m_appearance->px(23.5), 27);
}

void TestAppearance::iconsFollowTheTheme()
{
    const QIcon icon = m_appearance->icon(u"evidence-quote"_s);
    const QIcon onAccent = m_appearance->icon(u"evidence-quote"_s, &Theme::onAccent);
    const QIcon fixed = m_appearance->icon(u"evidence-quote"_s, Theme::light().warning);
    QCOMPARE(colourOf(icon), Theme::light().text2);
    QCOMPARE(colourOf(onAccent), Theme::light().onAccent);
    m_preferences->setTheme(ThemeChoice::dark);
    QCOMPARE(colourOf(icon), Theme::dark().text2);
    QCOMPARE(colourOf(onAccent), Theme::dark().onAccent);
    QCOMPARE(colourOf(fixed), Theme::light().warning);
}

void TestAppearance::iconsShowTheirState()
{
    const QIcon icon = m_appearance->icon(u"evidence-quote"_s);
    const Theme& theme = m_appearance->theme();
    QCOMPARE(colourOf(icon, QIcon::Selected), theme.accent);
    QCOMPARE(colourOf(icon, QIcon::Normal, QIcon::On), theme.accent);
    QCOMPARE(colourOf(icon, QIcon::Disabled), theme.disabledText());
}

void TestAppearance::everyIconIsThere_data()
{
    QTest::addColumn<QString>("name");
    const char* const names[] = {"add", "board", "capital", "cash-flow", "check", "chevron-down",
        "chevron-left", "chevron-right", "chevron-up", "close", "copy", "costs", "down",
        "duplicate", "error", "evidence-analyst", "evidence-assumption", "evidence-quote",
        "evidence-test-work", "export", "file", "find", "galval", "history", "info", "lock", "menu",
        "new", "note", "open", "overview", "pin", "present", "prices", "production", "redo",
        "remove", "reset", "risk", "save", "scenarios", "sensitivity", "settings", "stop", "tax",
        "undo", "up", "warning"};
    for (const char* name : names)
        QTest::newRow(name) << QString::fromLatin1(name);
}

void TestAppearance::everyIconIsThere()
{
    QFETCH(const QString, name);
    QVERIFY(!isEmpty(m_appearance->icon(name)));
}

QTEST_MAIN(TestAppearance)
#include "tst_appearance.moc"

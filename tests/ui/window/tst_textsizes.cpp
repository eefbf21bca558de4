#include "tests/ui/window/WindowTest.h"

#include "ui/pages/Page.h"
#include "ui/pages/PageList.h"
#include "ui/tables/NumberTable.h"

#include <QLabel>
#include <QPushButton>
#include <QToolButton>

#include <memory>

using namespace Qt::StringLiterals;
using support::Desk;

// Sees wrapped labels painted lower than their text.
class PaintedLabels : public QObject {
public:
    QStringList cut;

    PaintedLabels() { qApp->installEventFilter(this); }

protected:
    bool eventFilter(QObject* object, QEvent* event) override
    {
        const auto* const label = qobject_cast<QLabel*>(object);
        if (event->type() == QEvent::Paint && label && label->wordWrap() &&
            label->height() < label->heightForWidth(label->width()))
            cut += label->text();
        return false;
    }
};

class TestTextSizes : public QObject {
    Q_OBJECT

private slots:
    void initTestCase();
    void textCanBeReadOnPagesThatAreShownLater();
    void noTextIsCut_data();
    void noTextIsCut();
    void noTextIsCutWhileTheWindowIsResized_data();
    void noTextIsCutWhileTheWindowIsResized();

private:
    QStringList cutTexts() const;

    std::unique_ptr<Desk> m_desk;
};

void TestTextSizes::initTestCase()
{
    QLocale::setDefault(QLocale(QLocale::English));
    m_desk = std::make_unique<Desk>();
}

void TestTextSizes::textCanBeReadOnPagesThatAreShownLater()
{
    Desk desk;
    desk.preferences.setTheme(ui::ThemeChoice::dark);
    for (const ui::PageId page : ui::allPages()) {
        desk.window.goToPage(page);
        Desk::settle();
        for (const QLabel* const label : desk.window.findChildren<QLabel*>())
            if (label->isVisible())
                QVERIFY2(label->palette().color(QPalette::WindowText).lightnessF() > 0.4F,
                    qPrintable(label->text()));
    }
}

void TestTextSizes::noTextIsCut_data()
{
    QTest::addColumn<QSize>("size");
    QTest::addColumn<ui::ThemeChoice>("theme");
    QTest::newRow("usual window") << QSize(1440, 900) << ui::ThemeChoice::dark;
    QTest::newRow("least window") << QSize(1180, 720) << ui::ThemeChoice::light;
}

QStringList TestTextSizes::cutTexts() const
{
    QStringList cut;
    for (const QLabel* const label : m_desk->window.findChildren<QLabel*>()) {
        if (!label->isVisible() || label->text().isEmpty())
            continue;
        const bool isCut = label->wordWrap()
                               ? label->height() < label->heightForWidth(label->width())
                               : label->width() < label->sizeHint().width();
        if (isCut)
            cut += u"“%1” (%2)"_s.arg(label->text().left(60), label->objectName());
    }
    for (const QAbstractButton* const button : m_desk->window.findChildren<QAbstractButton*>()) {
        // Others draw themselves and elide.
        if (!qobject_cast<const QPushButton*>(button) && !qobject_cast<const QToolButton*>(button))
            continue;
        if (button->isVisible() && !button->text().isEmpty() &&
            button->width() < button->minimumSizeHint().width())
            cut += u"[%1] (%2)"_s.arg(button->text(), button->objectName());
    }
    // Those that leave scrolling up and down to the page.
    for (const ui::NumberTable* const table : m_desk->window.findChildren<ui::NumberTable*>())
        if (table->isVisible() && table->verticalScrollBarPolicy() == Qt::ScrollBarAlwaysOff &&
            (table->height() != table->contentHeight() ||
                table->height() != table->maximumHeight()))
            cut += u"%1 is %2 px high, may be %3, and needs %4"_s.arg(table->objectName())
                       .arg(table->height())
                       .arg(table->maximumHeight())
                       .arg(table->contentHeight());
    return cut;
}

void TestTextSizes::noTextIsCut()
{
    QFETCH(QSize, size);
    QFETCH(ui::ThemeChoice, theme);
    m_desk->window.resize(size);
    m_desk->preferences.setTheme(theme);
    Desk::settle();
    QStringList cut;
    const PaintedLabels painted;
    const auto look = [&] {
        Desk::settle();
        for (const QString& text : cutTexts())
            cut += u"%1, %2 %: %3"_s.arg(m_desk->window.currentPage()->objectName())
                       .arg(m_desk->preferences.textSizePercent())
                       .arg(text);
    };
    // The text grows while one page is shown, and shrinks while the next one is.
    for (const ui::PageId page : ui::allPages()) {
        m_desk->window.goToPage(page);
        look();
        const bool isLarge = m_desk->preferences.textSizePercent() == 130;
        m_desk->preferences.setTextSizePercent(isLarge ? 100 : 130);
        look();
    }
    QVERIFY2(cut.isEmpty(), qPrintable(cut.join(u'\n')));
    QVERIFY2(painted.cut.isEmpty(), qPrintable(painted.cut.join(u'\n')));
    QCOMPARE(m_desk->window.size(), size);
}

void TestTextSizes::noTextIsCutWhileTheWindowIsResized_data()
{
    QTest::addColumn<ui::PageId>("page");
    for (const ui::PageId page : ui::allPages())
        QTest::newRow(qPrintable(ui::descriptionOf(page).name)) << page;
}

void TestTextSizes::noTextIsCutWhileTheWindowIsResized()
{
    QFETCH(ui::PageId, page);
    m_desk->preferences.setTextSizePercent(100);
    m_desk->window.resize(1440, 900);
    m_desk->window.goToPage(page);
    Desk::settle();
    const PaintedLabels painted;
    for (const int width : {1300, 1180, 1260, 1440, 1180, 1440}) {
        m_desk->window.resize(width, 900);
        Desk::settle();
        QCOMPARE(cutTexts(), QStringList());
    }
    QCOMPARE(painted.cut, QStringList());
}

QTEST_MAIN(TestTextSizes)
#include "tst_textsizes.moc"

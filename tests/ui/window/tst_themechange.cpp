#include "tests/ui/window/WindowTest.h"

#include "ui/pages/Page.h"
#include "ui/pages/PageList.h"

#include <QLabel>
#include <QLineEdit>

using namespace Qt::StringLiterals;
using support::Desk;

namespace {

// Every widget in sight with what it is drawn with.
QStringList looks(const Desk& desk)
{
    QStringList looks;
    for (const QWidget* const widget : desk.window.findChildren<QWidget*>()) {
        if (!widget->isVisible())
            continue;
        const QPalette& colours = widget->palette();
        looks +=
            QString::fromLatin1(widget->metaObject()->className()) + u' ' + widget->objectName();
        if (qobject_cast<const QLabel*>(widget) || qobject_cast<const QLineEdit*>(widget))
            looks.last() += u' ' + widget->font().toString(); // others paint with their parent's
        for (const auto role : {QPalette::WindowText, QPalette::Text, QPalette::ButtonText,
                 QPalette::Base, QPalette::Window})
            looks.last() += u' ' + colours.color(role).name();
    }
    return looks;
}

void show(Desk& desk, ui::PageId page)
{
    desk.window.goToPage(page);
    Desk::settle();
}

}

// Pages that were hidden while the theme changed.
class TestThemeChange : public QObject {
    Q_OBJECT

private slots:
    void hiddenPagesFollowWhenTheyAreShown_data();
    void hiddenPagesFollowWhenTheyAreShown();
};

void TestThemeChange::hiddenPagesFollowWhenTheyAreShown_data()
{
    QTest::addColumn<ui::PageId>("page");
    for (const ui::PageId page : ui::allPages())
        QTest::newRow(qPrintable(ui::descriptionOf(page).title)) << page;
}

void TestThemeChange::hiddenPagesFollowWhenTheyAreShown()
{
    QFETCH(ui::PageId, page);
    const ui::PageId other =
        page == ui::PageId::overview ? ui::PageId::costs : ui::PageId::overview;
    QStringList dark;
    {
        Desk desk;
        desk.preferences.setTheme(ui::ThemeChoice::dark);
        show(desk, page);
        dark = looks(desk);
    }
    QVERIFY(dark.size() > 5);
    Desk desk;
    desk.preferences.setTheme(ui::ThemeChoice::light);
    show(desk, page);
    show(desk, other);
    for (const ui::ThemeChoice theme :
        {ui::ThemeChoice::dark, ui::ThemeChoice::light, ui::ThemeChoice::dark})
        desk.preferences.setTheme(theme);
    Desk::settle();
    show(desk, page);
    QCOMPARE(looks(desk), dark);
}

QTEST_MAIN(TestThemeChange)
#include "tst_themechange.moc"

#include "tests/ui/window/WindowTest.h"

#include "ui/pages/Page.h"
#include "ui/pages/PageList.h"

#include <QLabel>
#include <QLineEdit>
#include <QMap>

using namespace Qt::StringLiterals;
using support::Desk;

namespace {

// What every label, field and part in sight with a name of its own is drawn with.
QMap<QString, QString> looks(const Desk& desk)
{
    QMap<QString, QString> looks;
    for (const QWidget* const widget : desk.window.findChildren<QWidget*>()) {
        if (!widget->isVisible() || widget->objectName().isEmpty())
            continue;
        QString look;
        if (qobject_cast<const QLabel*>(widget) || qobject_cast<const QLineEdit*>(widget))
            look = widget->font().toString(); // others paint with their parent's
        for (const auto role : {QPalette::WindowText, QPalette::Text, QPalette::ButtonText,
                 QPalette::Base, QPalette::Window})
            look += u' ' + widget->palette().color(role).name();
        looks[widget->objectName()] = look;
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
    QMap<QString, QString> dark;
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
    // What runs beside the window may show more or less of its progress.
    int compared = 0;
    const QMap<QString, QString> shown = looks(desk);
    for (const auto& [name, look] : shown.asKeyValueRange())
        if (dark.contains(name)) {
            QVERIFY2(look == dark[name], qPrintable(name + u": "_s + look + u" "_s + dark[name]));
            ++compared;
        }
    QVERIFY2(compared > 10, qPrintable(QString::number(compared)));
}

QTEST_MAIN(TestThemeChange)
#include "tst_themechange.moc"

#include "tests/ui/window/WindowTest.h"

#include "ui/pages/Page.h"
#include "ui/window/FindField.h"

#include <QAbstractItemView>
#include <QLabel>

using namespace Qt::StringLiterals;
using support::Desk;

class TestFindField : public QObject {
    Q_OBJECT

private slots:
    void nearestNameComesFirst_data();
    void nearestNameComesFirst();
    void valuesAreToldAsPeopleReadThem_data();
    void valuesAreToldAsPeopleReadThem();
    void enterGoesToWhatTheArrowsChose();
};

namespace {

ui::FindField& typeInto(Desk& desk, const QString& text)
{
    auto* const field = desk.find<ui::FindField>(u"find"_s);
    desk.window.activateWindow();
    field->start();
    QTest::keyClicks(field, text);
    return *field;
}

QAbstractItemView* results()
{
    for (QWidget* const widget : QApplication::topLevelWidgets())
        if (widget->objectName() == u"findResults"_s && widget->isVisible())
            return qobject_cast<QAbstractItemView*>(widget);
    return nullptr;
}

}

void TestFindField::nearestNameComesFirst_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("first");
    QTest::newRow("a command of that name before inputs that contain it") << u"save"_s << u"Save"_s;
    QTest::newRow("the input of that name") << u"discount rate"_s << u"Discount rate"_s;
    QTest::newRow("the figure of that name") << u"income tax"_s << u"Income tax"_s;
    QTest::newRow("a name that begins so")
        << u"labour"_s << u"Labour (120 people alone, 70 reusing)"_s;
    QTest::newRow("a choice in a menu of a menu") << u"theme dark"_s << u"Dark"_s;
    QTest::newRow("a command with an ampersand") << u"ctrl+5"_s << u"Capital & timing"_s;
    QTest::newRow("words in any order")
        << u"variable cost 120"_s << u"Variable cost, Labour (120 people alone, 70 reusing)"_s;
}

void TestFindField::nearestNameComesFirst()
{
    QFETCH(QString, text);
    QFETCH(QString, first);
    Desk desk;
    typeInto(desk, text);
    const QAbstractItemView* const list = results();
    QVERIFY(list);
    QCOMPARE(list->currentIndex().data().toString(), first);
}

void TestFindField::valuesAreToldAsPeopleReadThem_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("value");
    QTest::newRow("a word") << u"method group ii:"_s << u"Declining balance"_s;
    QTest::newRow("the name of an element") << u"price deck in use"_s << u"Consensus"_s;
    QTest::newRow("yes or no") << u"tax write_off_at_end"_s << u"yes"_s;
    QTest::newRow("a number with its unit") << u"discount rate"_s << u"11 %"_s;
    QTest::newRow("a series") << u"usd inflation"_s << u"input by year"_s;
}

void TestFindField::valuesAreToldAsPeopleReadThem()
{
    QFETCH(QString, text);
    QFETCH(QString, value);
    Desk desk;
    typeInto(desk, text);
    const QAbstractItemView* const list = results();
    QVERIFY(list);
    QStringList found;
    for (int row = 0; row < list->model()->rowCount(); ++row)
        for (int role = Qt::UserRole; role < Qt::UserRole + 4; ++role)
            found += support::plain(list->model()->index(row, 0).data(role).toString());
    QVERIFY2(found.contains(value), qPrintable(found.join(u'|')));
}

void TestFindField::enterGoesToWhatTheArrowsChose()
{
    Desk desk;
    ui::FindField& field = typeInto(desk, u"cash"_s);
    QAbstractItemView* list = results();
    QVERIFY(list);
    QCOMPARE(list->model()->index(0, 0).data().toString(), u"Cash flow"_s);
    QCOMPARE(list->model()->index(1, 0).data().toString(), u"Cash cost"_s);
    QTest::keyClick(list, Qt::Key_Down);
    QTest::keyClick(list, Qt::Key_Return);
    Desk::settle();
    QVERIFY(!results());
    QCOMPARE(field.text(), QString());
    QCOMPARE(desk.window.currentPage()->pageId(), ui::PageId::overview);
    const auto& explained = desk.window.workspace().explained();
    QVERIFY(explained);
    QCOMPARE(QString::fromStdString(explained->name), u"cash_cost_per_kg"_s);
}

QTEST_MAIN(TestFindField)
#include "tst_findfield.moc"

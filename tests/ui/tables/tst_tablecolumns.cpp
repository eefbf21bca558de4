#include "tests/ui/tables/SampleTables.h"
#include "ui/document/Preferences.h"
#include "ui/document/Session.h"
#include "ui/tables/NumberTable.h"
#include "ui/theme/Appearance.h"

#include <QApplication>
#include <QHeaderView>
#include <QMenu>
#include <QTemporaryDir>
#include <QTest>

using namespace Qt::StringLiterals;

namespace {

// A table of costs as it is made anew in each run of the program.
struct Run {
    ui::Preferences preferences;
    ui::Appearance appearance {preferences};
    ui::Session session;
    ui::NumberTable table {session, appearance};

    explicit Run(const QString& settings, const QString& name = u"table.costs"_s)
        : preferences(settings)
    {
        table.setObjectName(name);
        table.setContent(costTable(session.project()));
        table.resize(1100, 500);
        table.show();
        QCoreApplication::processEvents();
    }

    int columnOf(const QString& id) const { return *table.content().columnOf(id); }
    int widthOf(const QString& id) const { return table.columnWidth(columnOf(id)); }
    QStringList columns() const
    {
        QStringList ids;
        for (const ui::TableColumn& column : table.content().columns)
            ids += column.id;
        return ids;
    }

    // A command in the menu of a column's head; null when it cannot be chosen.
    QAction* command(const QString& column, const QString& text)
    {
        QHeaderView* const header = table.horizontalHeader();
        const int place = header->sectionViewportPosition(columnOf(column)) + 4;
        emit header->customContextMenuRequested(QPoint(place, 4));
        const auto* const menu = qobject_cast<QMenu*>(QApplication::activePopupWidget());
        if (!menu)
            return nullptr;
        for (QAction* const action : menu->actions())
            if (action->text() == text && action->isEnabled())
                return action;
        return nullptr;
    }
    bool choose(const QString& column, const QString& text)
    {
        QAction* const action = command(column, text);
        if (action)
            action->trigger();
        if (QWidget* const menu = QApplication::activePopupWidget())
            menu->close();
        QCoreApplication::processEvents();
        return action != nullptr;
    }
};

}

class TestTableColumns : public QObject {
    Q_OBJECT

private slots:
    void widthsAreKept();
    void orderIsKept();
    void otherTablesAreLeftAlone();
    void columnsAreReset();
    void currentCellMovesWithItsColumn();
    void contentComesInTheOrderOfTheUser();

private:
    QString settings() const { return m_folder.filePath(QTest::currentTestFunction()); }

    QTemporaryDir m_folder;
};

void TestTableColumns::widthsAreKept()
{
    int width = 0;
    {
        Run run(settings());
        width = run.widthOf(u"fixed"_s) + 31;
        run.table.horizontalHeader()->resizeSection(run.columnOf(u"fixed"_s), width);
        QCOMPARE(run.widthOf(u"fixed"_s), width);
    }
    Run next(settings());
    QCOMPARE(next.widthOf(u"fixed"_s), width);
    // At another size of text in proportion.
    next.preferences.setTextSizePercent(130);
    QVERIFY(qAbs(next.widthOf(u"fixed"_s) - 1.3 * width) < 2.0);
}

void TestTableColumns::orderIsKept()
{
    QStringList described;
    QStringList moved;
    {
        Run run(settings());
        described = run.columns();
        QVERIFY(run.choose(u"fixed"_s, u"Move to the right"_s));
        moved = run.columns();
        QVERIFY(moved != described);
        QCOMPARE(moved.indexOf(u"fixed"_s), described.indexOf(u"fixed"_s) + 1);
        // The cells have moved with the head.
        const int column = run.columnOf(u"fixed"_s);
        QVERIFY(run.table.content().cell(1, column).cell.input.endsWith(u".fixed"_s));
    }
    Run next(settings());
    QCOMPARE(next.columns(), moved);
    QVERIFY(next.choose(u"fixed"_s, u"Move to the left"_s));
    QCOMPARE(next.columns(), described);
}

void TestTableColumns::otherTablesAreLeftAlone()
{
    {
        Run run(settings());
        run.table.horizontalHeader()->resizeSection(run.columnOf(u"fixed"_s), 200);
        QVERIFY(run.choose(u"fixed"_s, u"Move to the right"_s));
    }
    const Run other(settings(), u"table.other"_s);
    const Run fresh(settings() + u"2"_s);
    QCOMPARE(other.columns(), fresh.columns());
    QCOMPARE(other.widthOf(u"fixed"_s), fresh.widthOf(u"fixed"_s));
    // A table without a name keeps nothing, and still does what it is told.
    Run nameless(settings(), QString());
    QVERIFY(nameless.choose(u"fixed"_s, u"Move to the right"_s));
    QCOMPARE(Run(settings(), QString()).columns(), fresh.columns());
}

void TestTableColumns::columnsAreReset()
{
    QStringList described;
    int width = 0;
    {
        Run run(settings());
        described = run.columns();
        width = run.widthOf(u"fixed"_s);
        QVERIFY(!run.command(u"fixed"_s, u"Reset all columns"_s));
        QApplication::activePopupWidget()->close();
        run.table.horizontalHeader()->resizeSection(run.columnOf(u"fixed"_s), 180);
        QVERIFY(run.choose(u"fixed"_s, u"Move to the right"_s));
    }
    {
        Run run(settings());
        QVERIFY(run.choose(u"fixed"_s, u"Reset all columns"_s));
        QCOMPARE(run.columns(), described);
        QCOMPARE(run.widthOf(u"fixed"_s), width);
    }
    const Run next(settings());
    QCOMPARE(next.columns(), described);
    QCOMPARE(next.widthOf(u"fixed"_s), width);
}

void TestTableColumns::currentCellMovesWithItsColumn()
{
    Run run(settings());
    QVERIFY(run.table.select({u"cost_lines.labour.fixed"_s, {}}));
    const QString row = run.table.currentRow();
    QVERIFY(run.choose(u"fixed"_s, u"Move to the right"_s));
    QCOMPARE(run.table.currentRow(), row);
    QCOMPARE(run.table.currentColumn(), u"fixed"_s);
}

void TestTableColumns::contentComesInTheOrderOfTheUser()
{
    Run run(settings());
    QVERIFY(run.choose(u"fixed"_s, u"Move to the right"_s));
    const QStringList moved = run.columns();
    run.table.setContent(costTable(run.session.project()));
    QCOMPARE(run.columns(), moved);
    QVERIFY(run.choose(u"fixed"_s, u"Reset all columns"_s));
    QVERIFY(run.columns() != moved);
}

QTEST_MAIN(TestTableColumns)
#include "tst_tablecolumns.moc"

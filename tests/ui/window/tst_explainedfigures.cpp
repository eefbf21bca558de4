#include "tests/ui/window/WindowTest.h"

#include "ui/figures/FigureView.h"
#include "ui/pages/ExplainPanel.h"
#include "ui/pages/Page.h"
#include "ui/pages/PartsTree.h"
#include "ui/tables/NumberTable.h"
#include "ui/widgets/Segments.h"

#include <QLabel>
#include <QSignalSpy>
#include <QToolButton>

#include <memory>

using namespace Qt::StringLiterals;
using support::Desk;
using support::press;

// F3 on every figure leads to an explanation that shows the same figure.
class TestExplainedFigures : public QObject {
    Q_OBJECT

private slots:
    void initTestCase();
    void statement_data();
    void statement();
    void costTable_data();
    void costTable();
    void sums_data();
    void sums();
    void figures_data();
    void figures();

private:
    ui::ExplainPanel& panel() const { return *m_desk->window.findChild<ui::ExplainPanel*>(); }
    QString text(const char* name) const
    {
        return m_desk->find<QLabel>(QString::fromLatin1(name))->text();
    }
    ui::NumberTable& tableOf(ui::PageId page) const
    {
        m_desk->window.goToPage(page);
        Desk::settle();
        return *m_desk->window.currentPage()->mainTable();
    }
    static bool select(ui::NumberTable& table, const QString& row, const QString& column)
    {
        if (!table.selectRow(row))
            return false;
        table.setCurrentIndex(
            table.currentIndex().siblingAtColumn(*table.content().columnOf(column)));
        return table.currentRow() == row && table.currentColumn() == column;
    }
    // By F3 on what has the focus. Empty when nothing is explained.
    QString explainedValue() const
    {
        panel().explain({core::ResultCase::project, "timeline"}); // which is no figure
        press(Qt::Key_F3);
        return panel().isVisible() ? text("explain.value") : QString();
    }
    // On what is in front: the columns that stay in place have a view of their own.
    void doubleClick(const ui::NumberTable& table, const QModelIndex& cell) const
    {
        const QPoint place =
            table.viewport()->mapTo(&m_desk->window, table.visualRect(cell).center());
        QWidget* const target = m_desk->window.childAt(place);
        QVERIFY(target && table.isAncestorOf(target));
        QTest::mouseDClick(target, Qt::LeftButton, {}, target->mapFrom(&m_desk->window, place));
        Desk::settle();
    }
    void setView(core::Terms terms, core::Currency currency) const
    {
        m_desk->session.setViewTerms(terms);
        m_desk->session.setViewCurrency(currency);
        Desk::settle();
    }

    std::unique_ptr<Desk> m_desk;
};

void TestExplainedFigures::initTestCase()
{
    QLocale::setDefault(QLocale(QLocale::English));
    m_desk = std::make_unique<Desk>();
}

void TestExplainedFigures::statement_data()
{
    QTest::addColumn<int>("resultCase");
    QTest::addColumn<core::Terms>("terms");
    QTest::newRow("project, real") << 0 << core::Terms::real;
    QTest::newRow("stand-alone") << 1 << core::Terms::nominal;
    QTest::newRow("savings, real") << 2 << core::Terms::real;
}

// Every line: a year of operation, the last one, and the total.
void TestExplainedFigures::statement()
{
    QFETCH(int, resultCase);
    QFETCH(core::Terms, terms);
    setView(terms, core::Currency::usd);
    ui::NumberTable& table = tableOf(ui::PageId::cashFlow);
    auto* const segments = m_desk->window.currentPage()->findChild<ui::Segments*>(u"case"_s);
    QTest::mouseClick(segments->button(resultCase), Qt::LeftButton);
    Desk::settle();
    const ui::TableContent content = table.content();
    for (const ui::TableRow& row : content.rows)
        table.setCollapsed(row.id, false);
    table.setFocus();
    for (const ui::TableRow& row : content.rows)
        for (const QString& column : {u"2030"_s, u"2046"_s, u"total"_s}) {
            const ui::TableCell& cell =
                row.cells[static_cast<std::size_t>(*content.columnOf(column))];
            if (!cell.number)
                continue;
            table.setFocus();
            QVERIFY(select(table, row.id, column));
            const QString value = explainedValue();
            const QString place = row.id + u' ' + column;
            QVERIFY2(!value.isEmpty(), qPrintable(place));
            if (cell.text != QChar(ui::enDash) && row.id != u"production"_s)
                QVERIFY2(value == cell.text,
                    qPrintable(place + u": "_s + value + u", shown "_s + cell.text));
            QVERIFY2(!text("explain.inWords").isEmpty(), qPrintable(place));
        }
}

void TestExplainedFigures::costTable_data()
{
    QTest::addColumn<core::Currency>("currency");
    QTest::newRow("dollars") << core::Currency::usd;
    QTest::newRow("tenge") << core::Currency::kzt;
}

void TestExplainedFigures::costTable()
{
    QFETCH(core::Currency, currency);
    setView(core::Terms::nominal, currency);
    ui::NumberTable& table = tableOf(ui::PageId::costs);
    const ui::TableContent content = table.content();
    int explained = 0;
    for (const ui::TableRow& row : content.rows)
        for (const QString& column :
            {u"standalone"_s, u"reuse_share"_s, u"host_charge"_s, u"project"_s, u"saving"_s}) {
            const ui::TableCell& cell =
                row.cells[static_cast<std::size_t>(*content.columnOf(column))];
            if (!cell.number)
                continue;
            table.setFocus();
            QVERIFY(select(table, row.id, column));
            const QString place = row.id + u' ' + column;
            QVERIFY2(!explainedValue().isEmpty(), qPrintable(place));
            QVERIFY2(!text("explain.inWords").isEmpty(), qPrintable(place));
            ++explained;
        }
    QVERIFY2(explained > 80, qPrintable(QString::number(explained)));
}

void TestExplainedFigures::sums_data()
{
    QTest::addColumn<ui::PageId>("page");
    QTest::addColumn<QString>("table");
    QTest::newRow("weighted prices") << ui::PageId::prices << u"table.prices"_s;
    QTest::newRow("shares of products") << ui::PageId::production << u"table.products"_s;
    QTest::newRow("capital") << ui::PageId::capital << u"table.capital"_s;
    QTest::newRow("asset classes") << ui::PageId::tax << u"table.asset_classes"_s;
    QTest::newRow("owners") << ui::PageId::tax << u"table.shareholders"_s;
    QTest::newRow("costs") << ui::PageId::costs << u"table.costs"_s;
}

// A double click leads from every number of a group or total, and from whatever is calculated.
void TestExplainedFigures::sums()
{
    QFETCH(ui::PageId, page);
    QFETCH(QString, table);
    setView(core::Terms::nominal, core::Currency::usd);
    m_desk->window.goToPage(page);
    Desk::settle();
    auto* const view = m_desk->window.currentPage()->findChild<ui::NumberTable*>(table);
    QVERIFY2(view, qPrintable(table));
    const ui::TableContent content = view->content();
    int explained = 0;
    for (std::size_t r = 0; r < content.rows.size(); ++r) {
        const ui::TableRow& row = content.rows[r];
        for (std::size_t c = 0; c < row.cells.size(); ++c) {
            const ui::TableCell& cell = row.cells[c];
            if (!cell.number || cell.editor != ui::TableCell::Editor::none ||
                cell.look == ui::TableCell::Look::splitBar ||
                (row.kind == ui::TableRow::Kind::normal && !cell.figure))
                continue;
            const QModelIndex index =
                view->model()->index(static_cast<int>(r), static_cast<int>(c));
            view->setFocus();
            view->setCurrentIndex(index);
            view->scrollTo(index);
            Desk::settle();
            panel().explain({core::ResultCase::project, "timeline"}); // which is no figure
            doubleClick(*view, index);
            const QString place = row.id + u' ' + content.columns[c].id;
            QVERIFY2(!text("explain.value").isEmpty(), qPrintable(place));
            QVERIFY2(!text("explain.inWords").isEmpty(), qPrintable(place));
            ++explained;
        }
    }
    QVERIFY2(explained > 0, qPrintable(table));
}

void TestExplainedFigures::figures_data()
{
    QTest::addColumn<ui::PageId>("page");
    QTest::addColumn<QString>("figure");
    QTest::newRow("bars of the bridge") << ui::PageId::overview << u"figure.reuse_bridge"_s;
    QTest::newRow("values by deck") << ui::PageId::overview << u"figure.deck_npv"_s;
    QTest::newRow("cost of a kilogram") << ui::PageId::costs << u"figure.cost_per_kg"_s;
    QTest::newRow("taxes") << ui::PageId::tax << u"figure.tax"_s;
    QTest::newRow("capital") << ui::PageId::capital << u"figure.capital"_s;
}

void TestExplainedFigures::figures()
{
    QFETCH(ui::PageId, page);
    QFETCH(QString, figure);
    setView(core::Terms::nominal, core::Currency::usd);
    m_desk->window.goToPage(page);
    Desk::settle();
    auto* const view = m_desk->find<ui::FigureView>(figure);
    QVERIFY2(view, qPrintable(figure));
    QSignalSpy visited(view, &ui::FigureView::pointVisited);
    QStringList points;
    for (int group = 0; group < 5; ++group)
        for (int step = 0; step < 12; ++step) {
            view->setFocus(Qt::TabFocusReason);
            press(Qt::Key_Escape);
            press(Qt::Key_Right);
            for (int i = 0; i < group; ++i)
                press(Qt::Key_Down);
            for (int i = 0; i < step; ++i)
                press(Qt::Key_Right);
            const QString point = visited.last().first().toString();
            if (points.contains(point))
                continue;
            points += point;
            QVERIFY2(!explainedValue().isEmpty(), qPrintable(point));
            QVERIFY2(!text("explain.inWords").isEmpty(), qPrintable(point));
        }
    QVERIFY2(points.size() >= 6, qPrintable(points.join(u'\n')));
}

QTEST_MAIN(TestExplainedFigures)
#include "tst_explainedfigures.moc"

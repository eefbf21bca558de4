#include "ui/pages/tax/ShareholderTable.h"

#include "core/project/DefaultProject.h"
#include "tests/support/PlainProject.h"

#include <QTest>

using namespace Qt::StringLiterals;
using core::Project;
using ui::CellTone;
using ui::TableCell;
using ui::TableContent;
using ui::TableRow;

Q_DECLARE_METATYPE(TableCell::Editor)
Q_DECLARE_METATYPE(CellTone)

namespace {

const ui::DisplayFormat format(QLocale(QLocale::English));
const QString state = u"shareholders.state"_s;
const QString owners = u"shareholders.private"_s;

TableContent tableOf(const Project& project, core::MoneyView view = {})
{
    const auto evaluation = core::Evaluation::of(project);
    return ui::shareholderTable(project, evaluation ? evaluation->get() : nullptr, view, format);
}

TableCell cellOf(const TableContent& content, const QString& row, const QString& column)
{
    return content.cell(content.rowOf(row).value(), content.columnOf(column).value());
}

}

class TestShareholderTable : public QObject {
    Q_OBJECT

private slots:
    void cellsShowTheShareholder_data();
    void cellsShowTheShareholder();
    void shareholdersAreRowsInTheirOrder();
    void sumShowsWhetherSharesAddUp_data();
    void sumShowsWhetherSharesAddUp();
    void netIsThatWorkedOutByHand();
    void netFollowsTheView();
    void hasNoResultsWithoutAnEvaluation();
};

void TestShareholderTable::cellsShowTheShareholder_data()
{
    QTest::addColumn<QString>("row");
    QTest::addColumn<QString>("column");
    QTest::addColumn<QString>("text");
    QTest::addColumn<TableCell::Editor>("editor");
    QTest::addColumn<QString>("input");
    using Editor = TableCell::Editor;
    const auto row = [](const char* name, const QString& id, const QString& column,
                         const QString& text, Editor editor, const QString& input) {
        QTest::newRow(name) << id << column << text << editor << input;
    };
    row("the name", state, u"shareholder"_s, u"Republic of Kazakhstan"_s, Editor::name, state);
    row("the share", state, u"share"_s, u"40 %"_s, Editor::number, state + u".share"_s);
    row("the state", state, u"state"_s, u"Yes"_s, Editor::flag, state + u".state"_s);
    row("another", owners, u"state"_s, u"No"_s, Editor::flag, owners + u".state"_s);
    row("what is withheld", owners, u"withholding_rate"_s, u"5 %"_s, Editor::number,
        owners + u".withholding_rate"_s);
}

void TestShareholderTable::cellsShowTheShareholder()
{
    QFETCH(QString, row);
    QFETCH(QString, column);
    QFETCH(QString, text);
    QFETCH(TableCell::Editor, editor);
    QFETCH(QString, input);
    const TableCell cell = cellOf(tableOf(core::defaultProject()), row, column);
    QString shown = cell.text;
    QCOMPARE(shown.replace(QChar(ui::noBreakSpace), u' '), text);
    QCOMPARE(cell.editor, editor);
    QCOMPARE(cell.cell.input, input);
}

void TestShareholderTable::shareholdersAreRowsInTheirOrder()
{
    const TableContent content = tableOf(core::defaultProject());
    QCOMPARE(content.rowCount(), 3);
    QVERIFY((content.rows[0].element == ui::ListElement {ui::ProjectList::shareholders, "state"}));
    QVERIFY(
        (content.rows[1].element == ui::ListElement {ui::ProjectList::shareholders, "private"}));
    QVERIFY(content.rows[2].kind == TableRow::Kind::total);
}

void TestShareholderTable::sumShowsWhetherSharesAddUp_data()
{
    QTest::addColumn<double>("share");
    QTest::addColumn<QString>("text");
    QTest::addColumn<CellTone>("tone");
    QTest::newRow("all of it") << 0.6 << u"100 %"_s << CellTone::result;
    QTest::newRow("too little") << 0.55 << u"95 %"_s << CellTone::error;
    QTest::newRow("too much") << 0.65 << u"105 %"_s << CellTone::error;
    QTest::newRow("a sum that binary fractions miss") << 0.05 << u"45 %"_s << CellTone::error;
    QTest::newRow("a little too little") << 0.599999 << u"99.9999 %"_s << CellTone::error;
}

void TestShareholderTable::sumShowsWhetherSharesAddUp()
{
    QFETCH(double, share);
    QFETCH(QString, text);
    Project project = core::defaultProject();
    project.shareholders.back().share = share;
    const TableCell cell = cellOf(tableOf(project), u"sum"_s, u"share"_s);
    QString shown = cell.text;
    QCOMPARE(shown.replace(QChar(ui::noBreakSpace), u' '), text);
    QTEST(cell.tone, "tone");
}

// A thousand kilograms a year at USD 10 000, free of costs: 10 million a year for three years, of
// which the second shareholder has a quarter, less a tenth.
void TestShareholderTable::netIsThatWorkedOutByHand()
{
    Project project = support::plainProject();
    project.priceDecks.front().prices["metal"] = core::Series(10'000.0);
    project.shareholders.front().share = 0.75;
    core::Shareholder other = project.shareholders.front();
    other.id = "other";
    other.share = 0.25;
    other.withholdingRate = 0.1;
    project.shareholders.push_back(other);
    const TableContent content = tableOf(project);
    QCOMPARE(cellOf(content, u"shareholders.owner"_s, u"net"_s).text, u"22.5"_s);
    QCOMPARE(cellOf(content, u"shareholders.other"_s, u"net"_s).text, u"6.8"_s); // 6.75
    QCOMPARE(cellOf(content, u"sum"_s, u"net"_s).text, u"29.3"_s);               // 29.25
}

void TestShareholderTable::netFollowsTheView()
{
    Project project = support::plainProject();
    project.priceDecks.front().prices["metal"] = core::Series(10'000.0);
    const TableContent content =
        tableOf(project, {core::Terms::nominal, core::Currency::kzt}); // at 500
    QCOMPARE(cellOf(content, u"sum"_s, u"net"_s).text, u"15.0"_s);
    QVERIFY(content.columns.back().head.endsWith(u"KZT\u00A0billion"_s));
}

void TestShareholderTable::hasNoResultsWithoutAnEvaluation()
{
    const TableContent content = ui::shareholderTable(core::defaultProject(), nullptr, {}, format);
    QVERIFY(!content.columnOf(u"net"_s));
    QVERIFY(cellOf(content, u"sum"_s, u"share"_s).number == 1.0);
}

QTEST_GUILESS_MAIN(TestShareholderTable)
#include "tst_shareholdertable.moc"

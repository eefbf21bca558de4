#include "ui/document/InvalidEntries.h"

#include <QSignalSpy>
#include <QTest>

using namespace Qt::StringLiterals;
using ui::CellAddress;
using ui::InvalidEntries;
using ui::InvalidEntry;

class TestInvalidEntries : public QObject {
    Q_OBJECT

private slots:
    void keepsWhatWasTyped();
    void laterTextReplacesTheEarlier();
    void cellsOfOneInputAreApart();
    void clears();
    void tellsOnlyOfChanges();
};

namespace {

const InvalidEntry share {{u"market.oecd_share"_s, {}}, u"142 %"_s, u"Too large."_s};
const InvalidEntry tax {{u"tax.income_tax_rate"_s, 2030}, u"abc"_s, u"Not a number."_s};

}

void TestInvalidEntries::keepsWhatWasTyped()
{
    InvalidEntries entries;
    entries.set(share);
    entries.set(tax);
    QVERIFY((entries.all() == std::vector<InvalidEntry> {share, tax}));
    QVERIFY(entries.find(share.cell));
    QCOMPARE(entries.find(share.cell)->text, u"142 %"_s);
    QVERIFY(!entries.find({u"levers.price"_s, {}}));
}

void TestInvalidEntries::laterTextReplacesTheEarlier()
{
    InvalidEntries entries;
    entries.set(share);
    entries.set(tax);
    entries.set({share.cell, u"150 %"_s, u"Too large."_s});
    QCOMPARE(entries.all().size(), std::size_t {2});
    QCOMPARE(entries.all().front().text, u"150 %"_s);
}

void TestInvalidEntries::cellsOfOneInputAreApart()
{
    InvalidEntries entries;
    entries.set(tax);
    QVERIFY(!entries.find({tax.cell.input, 2031}));
    QVERIFY(!entries.find({tax.cell.input, {}}));
    entries.clear({tax.cell.input, 2031});
    QVERIFY(entries.find(tax.cell));
}

void TestInvalidEntries::clears()
{
    InvalidEntries entries;
    entries.set(share);
    entries.set(tax);
    entries.clear(share.cell);
    QVERIFY(!entries.find(share.cell));
    QVERIFY(entries.find(tax.cell));
    entries.clearAll();
    QVERIFY(entries.all().empty());
}

void TestInvalidEntries::tellsOnlyOfChanges()
{
    InvalidEntries entries;
    QSignalSpy changed(&entries, &InvalidEntries::changed);
    entries.clear(share.cell);
    entries.clearAll();
    QCOMPARE(changed.count(), 0);
    entries.set(share);
    entries.set(share);
    QCOMPARE(changed.count(), 1);
    entries.clear(share.cell);
    entries.set(tax);
    entries.clearAll();
    QCOMPARE(changed.count(), 4);
}

QTEST_APPLESS_MAIN(TestInvalidEntries)
#include "tst_invalidentries.moc"

#include "ui/pages/history/RevisionList.h"

#include "ui/document/Preferences.h"
#include "ui/theme/Appearance.h"

#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

using namespace Qt::StringLiterals;

namespace {

std::vector<ui::RevisionLine> linesDownFrom(int latest)
{
    std::vector<ui::RevisionLine> lines;
    for (int number = latest; number > 0; --number) {
        ui::RevisionLine line;
        line.number = number;
        line.name = QString::number(number);
        lines.push_back(line);
    }
    return lines;
}

struct Stage {
    QTemporaryDir folder;
    ui::Preferences preferences {folder.filePath(u"preferences.ini"_s)};
    ui::Appearance appearance {preferences};
    ui::RevisionList list {appearance};

    Stage()
    {
        list.setLines(linesDownFrom(8));
        list.resize(320, 500);
        list.show();
    }

    void click(int number, Qt::KeyboardModifiers modifiers = Qt::NoModifier)
    {
        const int row = 8 - number;
        const QRect area = list.visualRect(list.model()->index(row, 0));
        QTest::mouseClick(list.viewport(), Qt::LeftButton, modifiers, area.center());
    }
};

}

class TestRevisionList : public QObject {
    Q_OBJECT

private slots:
    void selectsOneOrTwo();
    void keysExtendToTheEnds();
    void aThirdTakesThePlaceOfTheNearer_data();
    void aThirdTakesThePlaceOfTheNearer();
    void staysSelectedWhenRevisionsAreAdded();
};

void TestRevisionList::selectsOneOrTwo()
{
    Stage stage;
    const QSignalSpy moves(&stage.list, &ui::RevisionList::selectionMoved);
    stage.click(7);
    QCOMPARE(stage.list.selected(), std::vector {7});
    stage.click(4, Qt::ControlModifier);
    QCOMPARE(stage.list.selected(), (std::vector {7, 4}));
    stage.click(4, Qt::ControlModifier);
    QCOMPARE(stage.list.selected(), std::vector {7});
    QCOMPARE(moves.size(), 3);
}

void TestRevisionList::keysExtendToTheEnds()
{
    Stage stage;
    stage.click(8);
    for (int i = 0; i < 3; ++i)
        QTest::keyClick(&stage.list, Qt::Key_Down, Qt::ShiftModifier);
    QCOMPARE(stage.list.selected(), (std::vector {8, 5}));
    stage.click(2, Qt::ShiftModifier);
    QCOMPARE(stage.list.selected().size(), 2U);
    QCOMPARE(stage.list.selected().back(), 2);
}

void TestRevisionList::aThirdTakesThePlaceOfTheNearer_data()
{
    QTest::addColumn<int>("third");
    QTest::addColumn<int>("upper");
    QTest::addColumn<int>("lower");
    QTest::newRow("above both") << 8 << 8 << 2;
    QTest::newRow("near the upper one") << 6 << 6 << 2;
    QTest::newRow("near the lower one") << 3 << 7 << 3;
    QTest::newRow("below both") << 1 << 7 << 1;
}

void TestRevisionList::aThirdTakesThePlaceOfTheNearer()
{
    QFETCH(int, third);
    QFETCH(int, upper);
    QFETCH(int, lower);
    Stage stage;
    stage.click(7);
    stage.click(2, Qt::ControlModifier);
    stage.click(third, Qt::ControlModifier);
    QCOMPARE(stage.list.selected(), (std::vector {upper, lower}));
}

void TestRevisionList::staysSelectedWhenRevisionsAreAdded()
{
    Stage stage;
    stage.click(7);
    stage.click(4, Qt::ControlModifier);
    const QSignalSpy moves(&stage.list, &ui::RevisionList::selectionMoved);
    stage.list.setLines(linesDownFrom(9));
    QCOMPARE(stage.list.selected(), (std::vector {7, 4}));
    QCOMPARE(moves.size(), 0);
}

QTEST_MAIN(TestRevisionList)
#include "tst_revisionlist.moc"

#include "ui/tables/CellReading.h"

#include "core/project/DefaultProject.h"

#include <QTest>

using namespace Qt::StringLiterals;

class TestCellReading : public QObject {
    Q_OBJECT

private slots:
    void choicesAreReadByTheirWords_data();
    void choicesAreReadByTheirWords();
};

// The asset classes of the default project, such as "Group II: machinery and equipment".
void TestCellReading::choicesAreReadByTheirWords_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("word"); // empty: refused
    QTest::newRow("all words") << u"Group III: computers"_s << u"III"_s;
    QTest::newRow("in small letters") << u"group iii: COMPUTERS"_s << u"III"_s;
    QTest::newRow("the first words") << u"Group II"_s << u"II"_s;
    QTest::newRow("the first words of several") << u"Group"_s << QString();
    QTest::newRow("part of a word") << u"Group III: comp"_s << QString();
    QTest::newRow("words of none") << u"Group VI"_s << QString();
    QTest::newRow("nothing") << QString() << QString();
}

void TestCellReading::choicesAreReadByTheirWords()
{
    QFETCH(QString, text);
    QFETCH(QString, word);
    const core::Project project = core::defaultProject();
    ui::TableCell cell;
    cell.editor = ui::TableCell::Editor::choice;
    cell.cell.input = u"capital.sustaining_asset_class"_s;
    core::Input input;
    input.id = "capital.sustaining_asset_class";
    input.kind = core::InputKind::text;
    for (const core::AssetClass& assetClass : project.tax.assetClasses)
        input.choices.push_back(assetClass.id);
    ui::BlockCell pasted;
    pasted.text = text;
    const ui::CellReading reading =
        ui::readInto(cell, project, input, pasted, QLocale(QLocale::English));
    QCOMPARE(reading.value.has_value(), !word.isEmpty());
    QCOMPARE(reading.sentence.isEmpty(), !word.isEmpty());
    if (reading.value)
        QCOMPARE(std::get<std::string>(*reading.value), word.toStdString());
}

QTEST_MAIN(TestCellReading)
#include "tst_cellreading.moc"

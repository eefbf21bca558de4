#include "ui/document/ChoiceText.h"

#include "core/project/DefaultProject.h"

#include <QTest>

class TestChoiceText : public QObject {
    Q_OBJECT

private slots:
    void everyWordHasAText();
    void idsAreNames_data();
    void idsAreNames();
    void unknownWordsStay();
};

void TestChoiceText::everyWordHasAText()
{
    const core::Project project = core::defaultProject();
    int count = 0;
    for (const core::Input& input : core::inputsOf(project)) {
        for (const std::string& word : input.choices) {
            const QString text = ui::choiceText(project, input, word);
            const bool isCurrency = word == "USD" || word == "KZT";
            QVERIFY2(isCurrency || text != QString::fromStdString(word), word.c_str());
            ++count;
        }
    }
    QVERIFY(count > 100);
}

void TestChoiceText::idsAreNames_data()
{
    QTest::addColumn<QString>("input");
    QTest::addColumn<QString>("id");
    QTest::addColumn<QString>("name");
    const auto row = [](const char* name, const char* input, const char* id, const char* text) {
        QTest::newRow(name) << QString::fromLatin1(input) << QString::fromLatin1(id)
                            << QString::fromLatin1(text);
    };
    row("a deck", "active_deck", "floor", "Western floor price");
    row("a product", "price_decks.floor.prices.ga6n.premium_over", "ga4n", "Gallium 4N (99.99 %)");
    row("an asset class", "capital.items.intake.asset_class", "II",
        "Group II: machinery and equipment");
}

void TestChoiceText::idsAreNames()
{
    QFETCH(QString, input);
    QFETCH(QString, id);
    QFETCH(QString, name);
    const core::Project project = core::defaultProject();
    for (const core::Input& entry : core::inputsOf(project)) {
        if (entry.id != input.toStdString())
            continue;
        QCOMPARE(ui::choiceText(project, entry, id.toStdString()), name);
        return;
    }
    QFAIL("no such input");
}

void TestChoiceText::unknownWordsStay()
{
    core::Input input;
    input.kind = core::InputKind::choice;
    QCOMPARE(ui::choiceText(core::defaultProject(), input, "noon"), QStringLiteral("noon"));
}

QTEST_APPLESS_MAIN(TestChoiceText)
#include "tst_choicetext.moc"

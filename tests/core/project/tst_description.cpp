#include "core/project/Description.h"

#include "core/engine/Unit.h"
#include "core/project/DefaultProject.h"

#include <QTest>

#include <set>

namespace {

// Collects what is wrong with the table itself.
class TableReview final : public core::Visitor {
public:
    QStringList complaints;
    int fields = 0;

    void field(const core::Field& field, const core::Slot& slot) override
    {
        ++fields;
        review(field);
        const bool isNumeric = std::holds_alternative<core::Stated<double>>(slot) ||
                               std::holds_alternative<core::Stated<core::Series>>(slot) ||
                               std::holds_alternative<core::Stated<core::Profile>>(slot) ||
                               std::holds_alternative<core::Optional<double>>(slot);
        if (!core::Unit::parse(field.unit))
            complain(field, "has a unit that the engine does not know");
        if (isNumeric && field.isInput && field.unit.empty() && m_isInput)
            complain(field, "is a quantity without a unit");
        if (field.isInput && m_isInput && field.help.empty())
            complain(field, "has no help");
        if (const auto* choice = std::get_if<core::ChoiceSlot>(&slot)) {
            if (choice->choices->words.size() < 2)
                complain(field, "offers no choice");
            if (choice->value < 0 ||
                choice->value >= static_cast<int>(choice->choices->words.size()))
                complain(field, "has an enumerator without a word");
        }
        const auto* number = std::get_if<core::Stated<double>>(&slot);
        if (number && number->defaultValue &&
            (*number->defaultValue < field.range.minimum ||
                *number->defaultValue > field.range.maximum))
            complain(field, "has a default out of its range");
    }

    void object(const core::Field& field, core::ObjectAccess& object) override
    {
        review(field);
        descend(field, [&] { object.describe(*this); });
    }

    void list(const core::Field& field, core::ListAccess& list) override
    {
        review(field);
        for (std::size_t i = 0; i < list.size(); ++i)
            descend(field, [&] { list.describe(i, *this); });
    }

private:
    template <class Walk>
    void descend(const core::Field& field, const Walk& walk)
    {
        const auto outerKeys = std::exchange(m_keys, {});
        const bool outerIsInput = std::exchange(m_isInput, m_isInput && field.isInput);
        walk();
        m_isInput = outerIsInput;
        m_keys = outerKeys;
    }

    void review(const core::Field& field)
    {
        if (!m_keys.insert(std::string(field.key)).second)
            complain(field, "stands twice");
        if (field.label.empty())
            complain(field, "has no label");
        if (!(field.range.minimum < field.range.maximum) || !(field.range.step > 0.0))
            complain(field, "has no range");
    }

    void complain(const core::Field& field, const char* what)
    {
        complaints << QString::fromUtf8(
                          field.key.data(), static_cast<qsizetype>(field.key.size())) +
                          QLatin1Char(' ') + QLatin1String(what);
    }

    std::set<std::string> m_keys;
    bool m_isInput = true;
};

}

class TestDescription : public QObject {
    Q_OBJECT

private slots:
    void everyFieldIsDescribed();
    void pricesInDecksAreDescribed();
    void wordsAndTheirAliasesAreFound();
    void elementsStandByTheirIdInPaths();
};

void TestDescription::everyFieldIsDescribed()
{
    TableReview review;
    core::inspect(core::defaultProject(), review);
    QVERIFY(review.fields > 300);
    QVERIFY2(review.complaints.isEmpty(), qPrintable(review.complaints.join(QLatin1Char('\n'))));
}

void TestDescription::pricesInDecksAreDescribed()
{
    for (const core::Field* field :
        {&core::deckPriceField(), &core::premiumOverField(), &core::premiumAmountField()}) {
        QVERIFY(!field->label.empty());
        QVERIFY(core::Unit::parse(field->unit).has_value());
    }
    QCOMPARE(core::deckPriceField().range.minimum, 0.0);
    QVERIFY(core::premiumAmountField().range.minimum < 0.0);
}

void TestDescription::wordsAndTheirAliasesAreFound()
{
    const core::Choices choices {{"first", "second"}, {{"other", 1}}};
    QCOMPARE(choices.find("first"), std::optional(0));
    QCOMPARE(choices.find("other"), std::optional(1));
    QCOMPARE(choices.find("third"), std::optional<int>());
}

void TestDescription::elementsStandByTheirIdInPaths()
{
    QCOMPARE(core::elementPath("labour", 3), std::string(".labour"));
    QCOMPARE(core::elementPath("", 3), std::string("[3]"));
    QCOMPARE(core::elementPath("a.b", 3), std::string("[3]"));
    QCOMPARE(core::elementPath(std::string(65, 'a'), 3), std::string("[3]"));
}

QTEST_APPLESS_MAIN(TestDescription)
#include "tst_description.moc"

#include "core/engine/Explanation.h"
#include "core/model/Evaluation.h"
#include "core/project/DefaultProject.h"
#include "core/project/Registry.h"
#include "tests/support/FormulaParser.h"
#include "tests/support/ProjectGenerator.h"
#include "tests/support/ScalarTwin.h"

#include <QTest>

#include <algorithm>
#include <cmath>
#include <cstdint>
#include <map>
#include <optional>
#include <set>
#include <string>
#include <tuple>
#include <utility>
#include <vector>

using namespace core;

namespace {

using SharedEvaluation = std::shared_ptr<const Evaluation>;

constexpr int noYear = 0; // of a single figure

// A row in a year; noYear for a single figure.
using Place = std::pair<int, int>;

// An evaluation with all that is known of its rows.
class Explained {
public:
    explicit Explained(SharedEvaluation evaluation)
        : m_evaluation(std::move(evaluation))
        , sheet(m_evaluation->model().sheet())
        , computed {sheet, m_evaluation->model().program(), m_evaluation->values(),
              m_evaluation->inputCells()}
    {
        for (int row = 0; row < static_cast<int>(sheet.rows().size()); ++row) {
            const YearSpan span = contentOf(row).years.value_or(YearSpan {noYear, noYear});
            for (int year = span.first; year <= span.last; ++year)
                places.emplace_back(row, year);
        }
    }

    const Sheet::RowContent& contentOf(int row) const
    {
        return sheet.rows()[static_cast<std::size_t>(row)];
    }
    Explanation explain(Place place) const
    {
        return core::explain(computed, Row(nullptr, place.first), place.second);
    }
    double figure(Place place) const
    {
        return computed.program.figure(computed.values, place.first, place.second);
    }
    std::string nameOf(Place place) const
    {
        return contentOf(place.first).title.name + " in " + std::to_string(place.second);
    }

private:
    SharedEvaluation m_evaluation;

public:
    const Sheet& sheet;
    ComputedSheet computed;
    std::vector<Place> places;
};

Explained explainedProject(const Project& project)
{
    const Result<SharedEvaluation> evaluation = Evaluation::of(project);
    return Explained(*evaluation);
}

const Explained& defaultExplained()
{
    static const Explained explained = explainedProject(defaultProject());
    return explained;
}

// What a formula reads, found by following it from scratch.
struct Read {
    bool isInput = false;
    int index = -1;
    int year = noYear;
    bool isInEveryYear = false; // of a list over the timeline
    bool isFixed = false;       // whatever the year of the formula
    bool isShown = true;        // in figures, rather than deciding between branches only
};

class Walker {
public:
    Walker(const Explained& explained, bool followsAllBranches)
        : m_explained(explained)
        , m_twin(explained.sheet, explained.computed.inputCells)
        , m_followsAllBranches(followsAllBranches)
    {
    }

    std::vector<Read> readsOf(Place place)
    {
        m_reads.clear();
        const int formula = m_explained.contentOf(place.first).formula;
        if (formula >= 0)
            walk(formula, place.second, {});
        return m_reads;
    }

private:
    void walk(int index, int year, Read how)
    {
        const Sheet& sheet = m_explained.sheet;
        const Node& n = sheet.node(index);
        switch (n.operation) {
        case Operation::constant:
        case Operation::undefined:
            return;
        case Operation::input: {
            const Sheet::InputContent& input = sheet.inputs()[static_cast<std::size_t>(n.a)];
            if (!input.isNeutral)
                add(true, n.a, input.years, year, how);
            return;
        }
        case Operation::row:
            add(false, n.a, m_explained.contentOf(n.a).years, year - n.b, how);
            return;
        case Operation::rowInYear:
            how.isFixed = true;
            add(false, n.a, m_explained.contentOf(n.a).years, n.b, how);
            return;
        case Operation::windowTotal:
            for (int back = 0; back < n.b; ++back)
                if (m_followsAllBranches || m_twin.figure(n.a, year - back) != 0.0)
                    add(false, n.a, m_explained.contentOf(n.a).years, year - back, how);
            return;
        case Operation::where:
        case Operation::choose:
            walkBranches(n, year, how);
            return;
        case Operation::total:
        case Operation::smallest:
        case Operation::largest:
        case Operation::average:
        case Operation::rateOfReturn:
        case Operation::payback:
            how.isInEveryYear = true;
            for (int y = sheet.timeline().first; y <= sheet.timeline().last; ++y) {
                Read inYear = how;
                // Years that add nothing are left out of a sum.
                if (n.operation == Operation::total && m_twin.value(n.a, y) == 0.0)
                    inYear.isShown = false;
                walk(n.a, y, inYear);
            }
            return;
        default:
            walk(n.a, year, how);
            walk(n.b, year, how);
            return;
        }
    }

    void walkBranches(const Node& n, int year, Read how)
    {
        Read deciding = how;
        deciding.isShown = false;
        walk(n.a, year, deciding);
        std::vector<int> branches = {n.b, n.c};
        std::size_t taken = m_twin.value(n.a, year) != 0.0 ? 0 : 1;
        if (n.operation == Operation::choose) {
            const auto first = m_explained.sheet.operands().begin() + n.b;
            branches.assign(first, first + n.c);
            taken = static_cast<std::size_t>(m_twin.value(n.a, year)) - 1;
        }
        for (std::size_t branch = 0; branch < branches.size(); ++branch)
            if (m_followsAllBranches || branch == taken)
                walk(branches[branch], year, how);
    }

    // Outside its years a row or an input reads 0 and is no part.
    void add(bool isInput, int index, const std::optional<YearSpan>& years, int year, Read how)
    {
        if (years && !years->contains(year))
            return;
        how.isInput = isInput;
        how.index = index;
        how.year = years ? year : noYear;
        m_reads.push_back(how);
    }

    const Explained& m_explained;
    ScalarTwin m_twin;
    bool m_followsAllBranches;
    std::vector<Read> m_reads;
};

double inputValue(const Explained& explained, int index, int year)
{
    const Sheet::InputContent& input = explained.sheet.inputs()[static_cast<std::size_t>(index)];
    const int cell = input.years ? input.cells[static_cast<std::size_t>(year - input.years->first)]
                                 : input.firstCell;
    return cell < 0 ? 0.0 : explained.computed.inputCells[static_cast<std::size_t>(cell)];
}

bool isSameFigure(std::optional<double> a, double b)
{
    return a ? *a == b : std::isnan(b);
}

// Says what is wrong with the formula in figures.
std::string recompute(const Explained& explained, Place place)
{
    const Explanation explanation = explained.explain(place);
    std::string problem;
    const auto result = support::computeFormula(explanation.inFigures, problem);
    if (!result)
        return explained.nameOf(place) + ": " + problem;
    const double figure = explained.figure(place);
    if (!isSameFigure(explanation.value, figure))
        return explained.nameOf(place) + ": the explained value is another";
    if (std::isnan(figure) != !result->value)
        return explained.nameOf(place) + " exists or does not: " + explanation.inFigures;
    if (result->value &&
        std::abs(*result->value - figure) > std::max(1e-9 * std::abs(figure), 1e-12 * result->size))
        return explained.nameOf(place) + " is " + std::to_string(figure) + ", not " +
               std::to_string(*result->value) + " = " + explanation.inFigures;
    return {};
}

}

class TestExplanation : public QObject {
    Q_OBJECT

private slots:
    void everyFormulaGivesItsFigure();
    void formulasOfDrawnProjectsGiveTheirFigures();
    void partsAreWhatTheFormulaReads();
    void valuesOfPartsStandInTheFormula();
    void usesAreTheInverseOfParts();
    void everyPartIsNamedInWords();
    void inputsAreThoseOfTheProject();
    void sentences_data();
    void sentences();
};

void TestExplanation::everyFormulaGivesItsFigure()
{
    const Explained& explained = defaultExplained();
    QVERIFY(explained.sheet.rows().size() > 400);
    for (const Place& place : explained.places) {
        const std::string wrong = recompute(explained, place);
        QVERIFY2(wrong.empty(), wrong.c_str());
    }
}

// Which between them have every method, mode and form.
void TestExplanation::formulasOfDrawnProjectsGiveTheirFigures()
{
    for (std::uint32_t seed = 1; seed <= 8; ++seed) {
        const Explained explained = explainedProject(support::generateProject(seed));
        for (const Place& place : explained.places) {
            const std::string wrong = recompute(explained, place);
            QVERIFY2(wrong.empty(), ("seed " + std::to_string(seed) + ": " + wrong).c_str());
        }
    }
}

void TestExplanation::partsAreWhatTheFormulaReads()
{
    const Explained& explained = defaultExplained();
    Walker walker(explained, false);
    using Key = std::tuple<bool, int, int>; // input or row, index, year; -1: all years
    for (const Place& place : explained.places) {
        const Explanation explanation = explained.explain(place);
        std::set<Key> expected;
        for (const Read& read : walker.readsOf(place)) {
            const bool takesAllYears = read.isInEveryYear && read.year != noYear && !read.isFixed;
            expected.insert({read.isInput, read.index, takesAllYears ? -1 : read.year});
        }
        std::set<Key> actual;
        for (const ExplanationPart& part : explanation.parts) {
            const bool isInput = part.kind == ExplanationPart::Kind::input;
            QVERIFY2((actual.insert({isInput, part.index,
                                        part.byYear.empty() ? part.year.value_or(noYear) : -1})
                             .second),
                ("a part twice in " + explained.nameOf(place)).c_str());
            if (isInput) {
                const Sheet::InputContent& input =
                    explained.sheet.inputs().at(static_cast<std::size_t>(part.index));
                QCOMPARE(part.name, input.id);
                QCOMPARE(part.label, input.label);
            } else {
                const Sheet::RowContent& row =
                    explained.sheet.rows().at(static_cast<std::size_t>(part.index));
                QCOMPARE(part.name, row.title.name);
                QCOMPARE(part.label, row.title.label);
                QCOMPARE(part.isStructure, row.formula < 0);
            }
            const auto valueIn = [&](int year) {
                return isInput ? inputValue(explained, part.index, year)
                               : explained.figure({part.index, year});
            };
            if (part.byYear.empty()) {
                QVERIFY(isSameFigure(part.value, valueIn(part.year.value_or(noYear))));
                continue;
            }
            const YearSpan years = explained.sheet.timeline();
            QCOMPARE(static_cast<int>(part.byYear.size()), years.count());
            for (int year = years.first; year <= years.last; ++year) {
                const double value = part.byYear[static_cast<std::size_t>(year - years.first)];
                QVERIFY(isSameFigure(
                    std::isnan(value) ? std::nullopt : std::optional(value), valueIn(year)));
            }
        }
        QVERIFY2(actual == expected, explained.nameOf(place).c_str());
    }
}

void TestExplanation::valuesOfPartsStandInTheFormula()
{
    const Explained& explained = defaultExplained();
    Walker walker(explained, false);
    for (const Place& place : explained.places) {
        const std::string text = explained.explain(place).inFigures;
        for (const Read& read : walker.readsOf(place)) {
            if (!read.isShown)
                continue;
            const double value = read.isInput ? inputValue(explained, read.index, read.year)
                                              : explained.figure({read.index, read.year});
            const std::string digits = std::isnan(value) ? "none" : allDigits({value});
            QVERIFY2(text.find(digits) != std::string::npos,
                (explained.nameOf(place) + ": " + digits + " is not in " + text).c_str());
        }
    }
}

// Of every row in every year, all rows that read it are named, in every branch of their formulas.
// One that reads it in all of its own years is named once, with the first of them.
void TestExplanation::usesAreTheInverseOfParts()
{
    const Explained& explained = defaultExplained();
    Walker walker(explained, true);
    std::map<Place, std::set<Place>> expected;
    for (const Place& user : explained.places) {
        const auto& userYears = explained.contentOf(user.first).years;
        for (const Read& read : walker.readsOf(user)) {
            if (read.isInput)
                continue;
            const bool isAlways = read.year == noYear || read.isFixed || read.isInEveryYear;
            expected[{read.index, read.year}].insert(
                {user.first, userYears && isAlways ? userYears->first : user.second});
        }
    }
    std::size_t used = 0;
    for (const Place& place : explained.places) {
        std::set<Place> actual;
        for (const ExplanationUse& use : explained.explain(place).usedBy) {
            QVERIFY(actual.insert({use.row, use.year.value_or(noYear)}).second);
            QCOMPARE(use.name, explained.contentOf(use.row).title.name);
            QCOMPARE(use.label, explained.contentOf(use.row).title.label);
        }
        QVERIFY2(actual == expected[place], explained.nameOf(place).c_str());
        used += actual.size();
    }
    QVERIFY(used > explained.places.size());
}

void TestExplanation::everyPartIsNamedInWords()
{
    const Explained& explained = defaultExplained();
    for (const Place& place : explained.places) {
        const Explanation explanation = explained.explain(place);
        const std::string where = explained.nameOf(place) + ": " + explanation.inWords;
        QVERIFY2(!explanation.label.empty() && !explanation.chapter.empty(), where.c_str());
        QVERIFY2(!explanation.inWords.empty(), where.c_str());
        for (const char* gap : {"  ", "()", "( ", "(;", " )", ":;"})
            QVERIFY2(explanation.inWords.find(gap) == std::string::npos, where.c_str());
        for (const ExplanationPart& part : explanation.parts) {
            QVERIFY2(!part.label.empty(), where.c_str());
            QVERIFY2(explanation.inWords.find(part.label) != std::string::npos, where.c_str());
        }
    }
}

// Each input of the sheet is one of the project's, but for the three that the model adds.
void TestExplanation::inputsAreThoseOfTheProject()
{
    const Explained& explained = defaultExplained();
    const auto evaluation = *Evaluation::of(defaultProject());
    const std::vector<Input> inputs = inputsOf(evaluation->project());
    int added = 0;
    for (int i = 0; i < static_cast<int>(explained.sheet.inputs().size()); ++i) {
        const Sheet::InputContent& input = explained.sheet.inputs()[static_cast<std::size_t>(i)];
        const int field = evaluation->model().fieldOfInput(i);
        if (field < 0) {
            ++added;
            QVERIFY(input.id == "flat_price" || input.id == "active_deck" ||
                    input.id == "price_factor");
            continue;
        }
        QCOMPARE(input.id, inputs.at(static_cast<std::size_t>(field)).id);
    }
    QCOMPARE(added, 3);
}

void TestExplanation::sentences_data()
{
    QTest::addColumn<QString>("row");
    QTest::addColumn<int>("year");
    QTest::addColumn<QString>("inWords");
    QTest::addColumn<QString>("inFigures");

    QTest::newRow("the tax of a year that uses the last of its losses")
        << "project.income_tax" << 2028
        << "Income tax rate × (1 − Income tax relief) × (Profit before losses − Losses used)"
        << "0.2 × (1 − 0) × (4527157.3059 − 444795.27999999933)";
    // Nothing is left out, as every year of the project has a flow.
    QTest::newRow("the net present value")
        << "project.npv" << 0 << "sum over the years of (Present value of free cash flow)"
        << "(−7832919.858865336) + (−8310033.523722409) + 2569033.0735438317 + "
           "4343837.635051507 + 3411067.4615888316 + 2638653.1811297806 + 2050977.5213373078 + "
           "1671774.7681463254 + 1442746.3987009951 + 1262320.9180711873 + 1105107.5710804064 + "
           "980828.8750086989 + 873996.8455735062 + 789692.9098053825 + 706492.2153245576 + "
           "629734.2146248361 + 568995.0385866351 + 508774.5204257729 + 453085.42175936257 + "
           "409000.4228779128 + 412224.0498963434 + 72392.49040518005";
    QTest::newRow("declining balance")
        << "project.depreciation.II" << 2028
        << "if Last operating year: Depreciable balance of Group II: machinery and equipment; "
           "otherwise: Operating year × (Depreciation rate (Group II: machinery and equipment) × "
           "Depreciable balance of Group II: machinery and equipment)"
        << "1 × (0.25 × 9241875)";
    QTest::newRow("the write-off at the end")
        << "project.depreciation.II" << 2045
        << "if Last operating year: Depreciable balance of Group II: machinery and equipment; "
           "otherwise: Operating year × (Depreciation rate (Group II: machinery and equipment) × "
           "Depreciable balance of Group II: machinery and equipment)"
        << "2265496.347323678";
    QTest::newRow("a cost line with reuse")
        << "project.cost_lines.labour" << 2028
        << "Labour (120 people alone, 70 reusing), stand-alone − Labour (120 people alone, 70 "
           "reusing), avoided by reuse + Labour (120 people alone, 70 reusing), charged by the "
           "refinery"
        << "1987791.2999999996 − 834872.3459999998 + 0";
}

void TestExplanation::sentences()
{
    QFETCH(QString, row);
    QFETCH(int, year);
    QFETCH(QString, inWords);
    QFETCH(QString, inFigures);
    const Explained& explained = defaultExplained();
    const std::optional<int> index = explained.sheet.findRow(row.toStdString());
    QVERIFY(index);
    const Explanation explanation = explained.explain({*index, year});
    QCOMPARE(QString::fromStdString(explanation.inWords), inWords);
    QCOMPARE(QString::fromStdString(explanation.inFigures), inFigures);
}

QTEST_APPLESS_MAIN(TestExplanation)
#include "tst_explanation.moc"

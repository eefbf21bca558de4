#include "core/report/EvaluationTables.h"

#include "core/report/Bridge.h"
#include "core/report/MetricText.h"
#include "core/report/NumberFormat.h"
#include "core/report/TextTable.h"

#include <algorithm>
#include <array>
#include <numeric>
#include <utility>
#include <vector>

namespace core {

namespace {

constexpr int textWidth = 116;
constexpr int longestName = 60;
using Alignment = TextTable::Alignment;

std::string yearSpanText(int first, int last)
{
    const std::string from = std::to_string(first);
    return first == last ? from : from + std::string(dash) + std::to_string(last);
}

std::string timingText(DiscountTiming timing)
{
    switch (timing) {
    case DiscountTiming::startOfYear:
        return "flows at the start of the year";
    case DiscountTiming::midYear:
        return "flows in mid-year";
    case DiscountTiming::endOfYear:
        break;
    }
    return "flows at the end of the year";
}

const PriceDeck* activeDeckOf(const Project& project)
{
    const auto found = std::find_if(project.priceDecks.begin(), project.priceDecks.end(),
        [&](const PriceDeck& deck) { return deck.id == project.activeDeck; });
    return found == project.priceDecks.end() ? nullptr : &*found;
}

// A column of a yearly table: rows that add to it and rows that it is lowered by.
struct YearColumn {
    std::string head;
    std::vector<Row> plus;
    std::vector<Row> minus;
    double scale = 1e6;
    bool hasTotal = true;
};

std::vector<double> valuesOf(const Evaluation& evaluation, const YearColumn& column)
{
    std::vector<double> values(static_cast<std::size_t>(evaluation.years().count()), 0.0);
    for (const auto& [rows, sign] : {std::pair(&column.plus, 1.0), std::pair(&column.minus, -1.0)})
        for (const Row row : *rows) {
            const std::vector<double> figures = evaluation.byYear(row);
            for (std::size_t i = 0; i < values.size(); ++i)
                values[i] += sign * figures[i] / column.scale;
        }
    return values;
}

std::string cellText(double value)
{
    return value == 0.0 ? std::string(dash) : fixedText(value, 2);
}

std::string yearTable(const Evaluation& evaluation, const std::vector<YearColumn>& columns)
{
    std::vector<TextTable::Column> heads {{"Year", Alignment::left}};
    std::vector<std::vector<double>> values;
    for (const YearColumn& column : columns) {
        heads.push_back({column.head, Alignment::right});
        values.push_back(valuesOf(evaluation, column));
    }
    TextTable table(std::move(heads));
    for (int i = 0; i < evaluation.years().count(); ++i) {
        std::vector<std::string> cells {std::to_string(evaluation.years().first + i)};
        for (const std::vector<double>& column : values)
            cells.push_back(cellText(column[static_cast<std::size_t>(i)]));
        table.addRow(std::move(cells));
    }
    table.addRule();
    std::vector<std::string> totals {"Total"};
    for (std::size_t c = 0; c < columns.size(); ++c)
        totals.push_back(columns[c].hasTotal
                             ? cellText(std::accumulate(values[c].begin(), values[c].end(), 0.0))
                             : std::string());
    table.addRow(std::move(totals));
    return table.text();
}

// Notes under a table, told apart by raised figures.
class Notes {
public:
    // The mark of a note, one cell wide; a space where there is nothing to say.
    std::string mark(const std::string& remark)
    {
        if (remark.empty())
            return " ";
        const auto known = std::find(m_remarks.begin(), m_remarks.end(), remark);
        const auto index = static_cast<std::size_t>(known - m_remarks.begin());
        if (known == m_remarks.end())
            m_remarks.push_back(remark);
        return markOf(index);
    }

    std::string text() const
    {
        std::string text;
        for (std::size_t i = 0; i < m_remarks.size(); ++i)
            text += wrapped(markOf(i) + " " + m_remarks[i], textWidth);
        return text;
    }

private:
    static std::string markOf(std::size_t index)
    {
        constexpr std::array marks {"¹", "²", "³", "⁴", "⁵", "⁶", "⁷", "⁸", "⁹"};
        return index < marks.size() ? marks[index] : "*";
    }

    std::vector<std::string> m_remarks;
};

// The yearly flows of a deck, from their sums so far.
std::vector<double> flowsOf(const DeckResult& deck)
{
    std::vector<double> flows;
    double before = 0.0;
    for (const double sum : deck.cumulativeFreeCashFlow) {
        flows.push_back(sum - before);
        before = sum;
    }
    return flows;
}

std::string heading(const std::string& title, const std::string& subtitle = {})
{
    return "\n" + title + (subtitle.empty() ? "" : " (" + subtitle + ")") + "\n\n";
}

}

std::string evaluationHead(const Evaluation& evaluation)
{
    const Project& project = evaluation.project();
    const Timeline& timeline = project.timeline;
    const Discounting& discounting = project.discounting;
    std::string text = "Price deck: ";
    if (const PriceDeck* deck = activeDeckOf(project))
        text += printable(deck->name.empty() ? deck->id : deck->name) + ". ";
    text += "Operations " + yearSpanText(timeline.startOfOperations, timeline.lastOperatingYear());
    if (timeline.closureYears > 0)
        text += ", closure " + yearSpanText(timeline.lastOperatingYear() + 1, timeline.lastYear());
    text += ". Present values of 1 January " + std::to_string(timeline.valuationYear) + " at " +
            exactPercentText(discounting.rate) +
            (discounting.terms == Terms::real ? " real" : " nominal") + " (equity " +
            exactPercentText(discounting.equityRate) + "), " + timingText(discounting.timing) + ".";
    return wrapped(printable(project.name), textWidth) + wrapped(text, textWidth);
}

std::string keyFiguresTable(const Evaluation& evaluation)
{
    TextTable table({{"", Alignment::left}, {"", Alignment::left}, {"Project ", Alignment::right},
        {"Stand-alone ", Alignment::right}});
    Notes notes;
    const auto cell = [&](PlantCase plant, Metric metric) {
        return metricText(evaluation, plant, metric) +
               notes.mark(metricRemark(evaluation, plant, metric));
    };
    for (std::size_t i = 0; i < metricCount; ++i) {
        const auto metric = static_cast<Metric>(i);
        table.addRow({std::string(descriptionOf(metric).label), metricUnit(metric),
            cell(PlantCase::project, metric), cell(PlantCase::standalone, metric)});
    }
    table.addRule();
    table.addRow({"Value of reuse: project less stand-alone", metricUnit(Metric::npv),
        metricNumber(Metric::npv, evaluation.npvSavings()) + " "});
    return table.text() + notes.text();
}

std::string cashFlowTable(const Evaluation& evaluation)
{
    const RevenueRows& revenue = evaluation.rows().revenue;
    const CaseRows& rows = evaluation.rows().project;
    return yearTable(evaluation, {
                                     {"Output\nt", {revenue.production}, {}, 1000.0},
                                     {"Revenue", {revenue.revenue}, {}},
                                     {"Selling,\nroyalty,\nprop. tax", {},
                                         {revenue.sellingCosts, revenue.royalty, rows.propertyTax}},
                                     {"Operating\ncosts", {}, {rows.operatingCosts}},
                                     {"EBITDA", {rows.ebitda}, {}},
                                     {"Capital", {}, {rows.capex}},
                                     {"Sustain-\ning", {}, {rows.sustaining}},
                                     {"Closure,\nsalvage", {rows.salvage}, {rows.closure}},
                                     {"Working\ncapital", {}, {rows.changeInWorkingCapital}},
                                     {"Income\ntax", {}, {rows.tax.incomeTax}},
                                     {"Free cash\nflow", {rows.freeCashFlow}, {}},
                                     {"Sum\nso far", {rows.cumulativeFreeCashFlow}, {}, 1e6, false},
                                 });
}

std::string equityTable(const Evaluation& evaluation)
{
    const CaseRows& rows = evaluation.rows().project;
    return yearTable(evaluation, {
                                     {"Cash flow\nbefore tax", {rows.preTaxCashFlow}, {}},
                                     {"Income tax,\nlevered", {}, {rows.leveredTax.incomeTax}},
                                     {"Loan\ndrawn", {rows.draw}, {}},
                                     {"Upfront\nfee", {}, {rows.fees}},
                                     {"Interest\npaid", {}, {rows.interestPaid}},
                                     {"Principal\nrepaid", {}, {rows.principal}},
                                     {"Equity\ncash flow", {rows.equityCashFlow}, {}},
                                     {"Loan at the\nyear's end", {rows.debt}, {}, 1e6, false},
                                 });
}

std::string decksTable(const Evaluation& evaluation)
{
    const std::vector<PriceDeck>& decks = evaluation.project().priceDecks;
    TextTable table(
        {{"Price deck", Alignment::left, longestName}, {"Probability", Alignment::right},
            {"NPV\nUSD million", Alignment::right}, {"Weighted\nUSD million", Alignment::right},
            {"Rate of\nreturn", Alignment::right}, {"", Alignment::left}});
    for (std::size_t d = 0; d < decks.size(); ++d) {
        const PriceDeck& deck = decks[d];
        const DeckResult& result = evaluation.decks()[d];
        table.addRow({deck.name.empty() ? deck.id : deck.name, percentText(deck.probability, 0),
            fixedText(result.npv / 1e6, 2), fixedText(deck.probability * result.npv / 1e6, 2),
            result.irr ? percentText(*result.irr) : rateWord(rateOfReturn(flowsOf(result))),
            deck.id == evaluation.project().activeDeck ? "in use" : ""});
    }
    table.addRule();
    table.addRow({"Weighted by probability", percentText(1.0, 0), "",
        fixedText(evaluation.expectedNpv() / 1e6, 2)});
    return table.text();
}

std::string bridgeTable(const Evaluation& evaluation)
{
    const auto kindText = [](BridgeStep::Kind kind) {
        switch (kind) {
        case BridgeStep::Kind::operatingCosts:
            return "operating cost";
        case BridgeStep::Kind::capital:
            return "capital";
        case BridgeStep::Kind::remainder:
            break;
        }
        return "";
    };
    const Bridge bridge = bridgeOf(evaluation);
    TextTable table({{"", Alignment::left, longestName}, {"", Alignment::left},
        {"Step", Alignment::right}, {"Value", Alignment::right}});
    double value = bridge.standaloneNpv;
    table.addRow({"Stand-alone plant", "", "", fixedText(value / 1e6, 2)});
    for (const BridgeStep& step : bridge.steps) {
        value += step.value;
        table.addRow({step.label, kindText(step.kind), signedText(step.value / 1e6, 2),
            fixedText(value / 1e6, 2)});
    }
    table.addRule();
    table.addRow({"Project, reusing the refinery", "", signedText(evaluation.npvSavings() / 1e6, 2),
        fixedText(bridge.projectNpv / 1e6, 2)});
    return table.text();
}

std::string evaluationText(const Evaluation& evaluation)
{
    std::string text = evaluationHead(evaluation);
    text += heading("Key figures") + keyFiguresTable(evaluation);
    text += heading("Cash flow of the project", "USD million, nominal") + cashFlowTable(evaluation);
    text += heading("Loan and equity", "USD million, nominal") + equityTable(evaluation);
    text += heading("Value by price deck") + decksTable(evaluation);
    text += heading("Value of reuse", "net present value, USD million") + bridgeTable(evaluation);
    return text;
}

}

#include "core/report/ComposedFigure.h"

#include "core/report/LargestParts.h"
#include "core/report/Statement.h"

#include <algorithm>
#include <array>
#include <utility>

namespace core {

namespace {

using Kind = ComposedFigure::Kind;

constexpr std::string_view totalPrefix = "total.";
constexpr std::string_view perKgPrefix = "per_kg.";
constexpr std::string_view categoryMark = ".category.";

std::optional<std::string> after(std::string_view prefix, const std::string& name)
{
    if (!name.starts_with(prefix))
        return std::nullopt;
    return name.substr(prefix.size());
}

class Composer {
public:
    Composer(const Evaluation& evaluation, ResultCase resultCase)
        : m_evaluation(evaluation)
        , m_sheet(evaluation.model().sheet())
        , m_case(resultCase)
    {
    }

    std::optional<FigureValues> valuesOf(const std::string& name) const
    {
        const std::optional<NamedFigure> named = namedFigure(m_evaluation, m_case, name);
        if (named && !named->isBreakEvenPrice())
            return valuesOf(named->row);
        std::optional<ComposedFigure> composed = composedFigure(m_evaluation, m_case, name);
        if (!composed)
            return std::nullopt;
        return std::move(composed->result);
    }

    std::optional<ComposedFigure> compose(const std::string& name) const
    {
        if (const auto whole = after(totalPrefix, name))
            return total(name, *whole);
        if (const auto whole = after(perKgPrefix, name))
            return perKg(name, *whole);
        if (const auto lines = after("share_avoided", name))
            return shareAvoided(name, *lines);
        if (auto figure = sumOfList(name))
            return figure;
        if (auto figure = stepOfReuse(name))
            return figure;
        return lineOfStatement(name);
    }

private:
    struct Term {
        std::string name; // within the case
        double sign = 1.0;
    };

    std::string fullName(const std::string& name) const
    {
        return std::string(nameOf(m_case)) + "." + name;
    }

    FigureValues valuesOf(Row row) const
    {
        const Sheet::RowContent& content = m_sheet.row(row);
        FigureValues figure;
        figure.figure = {caseOf(content.title.name).value_or(m_case), content.title.name};
        figure.label = content.title.label;
        figure.quantity = quantityOf(m_evaluation, row);
        figure.years = content.years;
        const YearSpan years = content.years.value_or(YearSpan {0, 0});
        for (int year = years.first; year <= years.last; ++year)
            figure.values.push_back(m_evaluation.figure(row, year));
        return figure;
    }

    ComposedFigure figureOf(Kind kind, const std::string& name, std::string title) const
    {
        ComposedFigure figure;
        figure.kind = kind;
        figure.result.figure = {m_case, fullName(name)};
        figure.result.label = std::move(title);
        return figure;
    }

    // Nothing without terms, and when one of them does not exist.
    std::optional<ComposedFigure> sum(
        const std::string& name, std::string title, const std::vector<Term>& terms) const
    {
        ComposedFigure figure = figureOf(Kind::sum, name, std::move(title));
        FigureValues& result = figure.result;
        for (const Term& term : terms) {
            std::optional<FigureValues> part = valuesOf(term.name);
            if (!part)
                return std::nullopt;
            result.quantity = part->quantity;
            result.years = part->years;
            result.values.resize(part->values.size(), 0.0);
            for (std::size_t y = 0; y < part->values.size(); ++y)
                *result.values[y] += term.sign * part->values[y].value_or(0.0);
            figure.parts.push_back({*std::move(part), term.sign});
        }
        if (figure.parts.empty())
            return std::nullopt;
        return figure;
    }

    std::optional<ComposedFigure> quotient(const std::string& name, std::string title,
        std::optional<FigureValues> dividend, std::optional<FigureValues> divisor,
        Quantity quantity) const
    {
        if (!dividend || !divisor)
            return std::nullopt;
        ComposedFigure figure = figureOf(Kind::quotient, name, std::move(title));
        figure.result.quantity = std::move(quantity);
        figure.result.years = dividend->years;
        for (std::size_t y = 0; y < dividend->values.size(); ++y) {
            const double below = divisor->values[y].value_or(0.0);
            figure.result.values.push_back(
                below == 0.0 ? std::nullopt
                             : std::optional(dividend->values[y].value_or(0.0) / below));
        }
        figure.parts = {{*std::move(dividend)}, {*std::move(divisor)}};
        return figure;
    }

    std::optional<ComposedFigure> total(const std::string& name, const std::string& whole) const
    {
        std::optional<FigureValues> part = valuesOf(whole);
        if (!part || !part->years)
            return std::nullopt;
        ComposedFigure figure = figureOf(Kind::total, name, part->label + ", all years");
        figure.result.quantity = part->quantity;
        double sum = 0.0;
        for (const std::optional<double>& value : part->values)
            sum += value.value_or(0.0);
        figure.result.values = {sum};
        figure.parts.push_back({*std::move(part)});
        return figure;
    }

    std::optional<ComposedFigure> perKg(const std::string& name, const std::string& whole) const
    {
        std::optional<FigureValues> amount = valuesOf(whole);
        if (!amount || !amount->years)
            return std::nullopt;
        std::string title = amount->label + " per kilogram";
        // The plants produce the same, so that the savings have no production of their own.
        const ResultCase plant = m_case == ResultCase::savings ? ResultCase::project : m_case;
        return quotient(name, std::move(title), std::move(amount),
            Composer(m_evaluation, plant).valuesOf("production"),
            {Quantity::Kind::moneyPerKg, "USD/kg"});
    }

    // `lines` are none or ".category.NAME".
    std::optional<ComposedFigure> shareAvoided(
        const std::string& name, const std::string& lines) const
    {
        const auto category = after(categoryMark, lines);
        return quotient(name,
            category ? "Share avoided, " + categoryLabel(*category) : "Share avoided",
            valuesOf("avoided_costs" + lines), valuesOf("standalone_costs" + lines),
            {Quantity::Kind::share, "%"});
    }

    // Rows that there is one of for each element of a list.
    std::optional<ComposedFigure> sumOfList(const std::string& name) const
    {
        const Project& project = m_evaluation.project();
        constexpr std::array<std::pair<std::string_view, const char*>, 4> ofCostLines {{
            {"standalone_costs", "Stand-alone costs"},
            {"avoided_costs", "Costs avoided by reuse"},
            {"host_charges", "Charges of the refinery"},
            {"savings_of", "Saving on operating costs"},
        }};
        for (const auto& [row, title] : ofCostLines) {
            const auto category = after(std::string(row) + std::string(categoryMark), name);
            if (name != row && !category)
                continue;
            std::vector<Term> terms;
            for (const CostLine& line : project.costLines)
                if (!category || line.category == *category)
                    terms.push_back({std::string(row) + "." + line.id});
            return sum(name, category ? title + (", " + categoryLabel(*category)) : title, terms);
        }
        std::vector<Term> terms;
        const auto add = [&](const auto& elements) {
            for (const auto& element : elements)
                terms.push_back({name + "." + element.id});
        };
        if (name == "additions" || name == "book_value") {
            add(project.tax.assetClasses);
            return sum(name,
                name == "additions" ? "Additions, all classes" : "Book value, all classes", terms);
        }
        if (name == "shareholder_net") {
            add(project.shareholders);
            return sum(name, "Net to all shareholders", terms);
        }
        if (name == otherCapitalItems) {
            const std::vector<std::size_t> items = capitalItemsBySize(m_evaluation);
            for (std::size_t i = shownCapitalItems; i < items.size(); ++i)
                terms.push_back({"capital.items." + project.capital.items[items[i]].id});
            return sum(name, "Other capital items", terms);
        }
        return std::nullopt;
    }

    std::optional<ComposedFigure> stepOfReuse(const std::string& name) const
    {
        if (!name.starts_with("pv_savings."))
            return std::nullopt;
        for (const ReuseStep& step : reuseSteps(m_evaluation)) {
            if (step.figure() != name)
                continue;
            std::vector<Term> terms;
            for (const Row row : step.rows)
                terms.push_back({m_sheet.row(row).title.name});
            return sum(name, step.title, terms);
        }
        return std::nullopt;
    }

    std::optional<ComposedFigure> lineOfStatement(const std::string& name) const
    {
        const std::vector<StatementLine> lines = statementOf(m_evaluation, m_case);
        const auto line = std::find_if(lines.begin(), lines.end(),
            [&](const StatementLine& known) { return known.id == name; });
        if (line == lines.end() || line->row.isValid())
            return std::nullopt;
        if (line->kind != StatementLine::Kind::group)
            return difference(*line);
        std::vector<Term> terms;
        for (auto part = line + 1; part != lines.end() && part->level > line->level; ++part)
            if (part->level == line->level + 1)
                terms.push_back({part->figure, part->sign * line->sign});
        std::string title = line->label;
        const auto above = std::find_if(std::make_reverse_iterator(line), lines.rend(),
            [&](const StatementLine& known) { return known.level < line->level; });
        if (above != lines.rend())
            title = above->label + ", " + title;
        return sum(name, std::move(title), terms);
    }

    // Of the project and the stand-alone plant.
    std::optional<ComposedFigure> difference(const StatementLine& line) const
    {
        const auto ofPlant = [&](ResultCase plant) {
            return Composer(m_evaluation, plant).valuesOf(line.id);
        };
        std::optional<FigureValues> project = ofPlant(ResultCase::project);
        std::optional<FigureValues> standalone = ofPlant(ResultCase::standalone);
        if (!project || !standalone)
            return std::nullopt;
        project->label += ", project";
        standalone->label += ", stand-alone";
        ComposedFigure figure =
            figureOf(Kind::sum, line.id, line.label + ", project less stand-alone");
        figure.result.quantity = project->quantity;
        figure.result.years = project->years;
        for (std::size_t y = 0; y < project->values.size(); ++y)
            figure.result.values.push_back(
                project->values[y].value_or(0.0) - standalone->values[y].value_or(0.0));
        figure.parts = {{*std::move(project)}, {*std::move(standalone), -1.0}};
        return figure;
    }

    const Evaluation& m_evaluation;
    const Sheet& m_sheet;
    ResultCase m_case;
};

}

std::optional<double> FigureValues::valueIn(std::optional<int> year) const
{
    return values[years ? static_cast<std::size_t>(*year - years->first) : 0];
}

std::vector<YearValue> FigureValues::overYears() const
{
    std::vector<YearValue> all;
    for (int year = years->first; year <= years->last; ++year)
        all.push_back({year, valueIn(year)});
    return all;
}

std::optional<ComposedFigure> composedFigure(
    const Evaluation& evaluation, ResultCase resultCase, std::string_view name)
{
    return Composer(evaluation, caseOf(name).value_or(resultCase))
        .compose(std::string(withoutCase(name)));
}

std::string totalOf(std::string_view figure)
{
    return std::string(totalPrefix) + std::string(figure);
}

std::string_view withoutTotal(std::string_view figure)
{
    const std::string_view name = withoutCase(figure);
    return name.starts_with(totalPrefix) ? name.substr(totalPrefix.size()) : figure;
}

std::string perKgOf(std::string_view figure)
{
    return std::string(perKgPrefix) + std::string(figure);
}

}

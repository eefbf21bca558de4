#include "core/report/ExplainedSum.h"

#include "core/report/MoneyView.h"
#include "core/report/NumberFormat.h"

#include <algorithm>
#include <utility>

namespace core {

namespace {

using Kind = InputSum::Kind;

const Quantity share {Quantity::Kind::share, "%"};

std::string nameOf(const InputSum& sum, const Project& project)
{
    switch (sum.kind) {
    case Kind::weightedPrice:
        return weightedPriceOf(project.products[sum.element].id);
    case Kind::deckProbabilities:
        return std::string(sumOfDeckProbabilities);
    case Kind::scenarioProbabilities:
        return std::string(sumOfScenarioProbabilities);
    case Kind::productShares:
        return std::string(sumOfProductShares);
    case Kind::ownerShares:
        return std::string(sumOfOwnerShares);
    case Kind::phasingLeft:
        break;
    }
    return phasingLeftOf(project.capital.items[sum.element].id);
}

class Explainer {
public:
    Explainer(const Evaluation& evaluation, const InputSum& sum, std::optional<int> year)
        : m_evaluation(evaluation)
        , m_project(evaluation.project())
        , m_sum(sum)
        , m_year(year)
    {
    }

    ExplainedFigure explain()
    {
        m_figure.figure = {ResultCase::project, nameOf(m_sum, m_project), m_year};
        m_figure.chapter = "Inputs";
        m_figure.quantity = share;
        m_figure.value = 0.0;
        describe();
        m_figure.inFigures += " = " + text(m_figure.quantity, *m_figure.value);
        if (m_sum.years)
            for (int year = m_sum.years->first; year <= m_sum.years->last; ++year)
                m_figure.years.push_back({year, valueIn(year)});
        return std::move(m_figure);
    }

private:
    static std::string text(const Quantity& quantity, double number)
    {
        return quantityText(quantity, number, MoneyUnit::understood);
    }

    void describe()
    {
        switch (m_sum.kind) {
        case Kind::weightedPrice:
            return weightedPrice();
        case Kind::deckProbabilities:
            return addAll("Probabilities of the price decks", "Probability, ", "price_decks.",
                ".probability", m_project.priceDecks,
                [](const PriceDeck& deck) { return deck.probability; });
        case Kind::scenarioProbabilities:
            return addAll("Probabilities of the scenarios", "Probability, ", "scenarios.",
                ".probability", m_project.scenarios,
                [](const Scenario& scenario) { return scenario.probability; });
        case Kind::productShares:
            return addAll("Shares of the products", "Share of production, ", "products.", ".share",
                m_project.products,
                [this](const Product& product) { return product.share.at(*m_year); });
        case Kind::ownerShares:
            return addAll("Shares of the owners", "Share, ", "shareholders.", ".share",
                m_project.shareholders, [](const Shareholder& owner) { return owner.share; });
        case Kind::phasingLeft:
            return phasingLeft();
        }
    }

    template <class Element, class Value>
    void addAll(const char* title, const std::string& label, const std::string& list,
        const std::string& field, const std::vector<Element>& elements, const Value& value)
    {
        m_figure.title = std::string(title) + " together";
        m_figure.inWords =
            std::string("sum of the ") + static_cast<char>(title[0] - 'A' + 'a') + (title + 1);
        for (const Element& element : elements)
            add(label + element.name, list + element.id + field, value(element), m_year, " + ");
    }

    void phasingLeft()
    {
        const CapitalItem& item = m_project.capital.items[m_sum.element];
        m_figure.title = "Phasing left, " + item.name;
        m_figure.inWords = "100 % less the shares of all years";
        m_figure.value = 1.0;
        m_figure.inFigures = text(share, 1.0);
        for (const auto& [year, part] : item.phasing)
            add("Phasing", "capital.items." + item.id + ".phasing", -part, year, " − ");
    }

    // Shares that are taken away are shown without their sign.
    void add(const std::string& label, const std::string& input, double value,
        std::optional<int> year, const char* sign)
    {
        const double shown = value < 0.0 ? -value : value;
        ExplainedPart part;
        part.label =
            m_sum.kind == Kind::phasingLeft ? label + " in " + std::to_string(*year) : label;
        part.quantity = share;
        part.year = year;
        part.value = shown;
        part.inputId = input;
        m_figure.parts.push_back(std::move(part));
        m_figure.inFigures += (m_figure.inFigures.empty() ? "" : sign) + text(share, shown);
        *m_figure.value += value;
    }

    Terms termsInUse() const
    {
        const auto active = std::find_if(m_project.priceDecks.begin(), m_project.priceDecks.end(),
            [this](const PriceDeck& deck) { return deck.id == m_project.activeDeck; });
        return active == m_project.priceDecks.end() ? Terms::nominal : active->terms;
    }

    // From the terms of a deck to those of the one in use.
    double level(const PriceDeck& deck, int year) const
    {
        if (deck.terms == termsInUse())
            return 1.0;
        const double ofYear = usdPriceLevel(m_project, year);
        return deck.terms == Terms::real ? ofYear : 1.0 / ofYear;
    }

    std::string priceRow(const PriceDeck& deck) const
    {
        return "deck_prices." + deck.id + "." + m_project.products[m_sum.element].id;
    }

    double priceIn(const PriceDeck& deck, int year) const
    {
        const Row row(nullptr, *m_evaluation.model().sheet().findRow(priceRow(deck)));
        return m_evaluation.figure(row, year).value_or(0.0);
    }

    void weightedPrice()
    {
        m_figure.title =
            "Price of " + m_project.products[m_sum.element].name + " weighted over the price decks";
        m_figure.quantity = {Quantity::Kind::pricePerKg, "USD/kg"};
        m_figure.value = valueIn(*m_year);
        m_figure.inWords = "sum over the price decks of probability × price";
        for (const PriceDeck& deck : m_project.priceDecks) {
            const double price = priceIn(deck, *m_year);
            const double factor = level(deck, *m_year);
            m_figure.inFigures += m_figure.inFigures.empty() ? "" : " + ";
            m_figure.inFigures +=
                percentText(deck.probability) + " × " + text(m_figure.quantity, price);
            if (deck.terms != termsInUse()) {
                m_figure.inFigures += " × " + text(Quantity(), factor);
                m_figure.remark = "Prices in other terms than those of the price deck in use are "
                                  "brought to these by the price level.";
            }
            ExplainedPart part;
            part.label = "Price on " + deck.name;
            part.quantity = m_figure.quantity;
            part.year = m_year;
            part.value = price;
            part.figure = {ResultCase::project, priceRow(deck), m_year};
            m_figure.parts.push_back(std::move(part));
            ExplainedPart probability;
            probability.label = "Probability, " + deck.name;
            probability.inputId = "price_decks." + deck.id + ".probability";
            probability.quantity = share;
            probability.value = deck.probability;
            m_figure.parts.push_back(std::move(probability));
        }
    }

    double valueIn(int year) const
    {
        double sum = 0.0;
        if (m_sum.kind == Kind::productShares) {
            for (const Product& product : m_project.products)
                sum += product.share.at(year);
            return sum;
        }
        for (const PriceDeck& deck : m_project.priceDecks)
            sum += deck.probability * priceIn(deck, year) * level(deck, year);
        return sum;
    }

    const Evaluation& m_evaluation;
    const Project& m_project;
    InputSum m_sum;
    std::optional<int> m_year;
    ExplainedFigure m_figure;
};

}

std::optional<InputSum> findInputSum(const Evaluation& evaluation, std::string_view name)
{
    const Project& project = evaluation.project();
    std::vector<InputSum> sums {{Kind::deckProbabilities}, {Kind::scenarioProbabilities},
        {Kind::productShares, 0, evaluation.years()}, {Kind::ownerShares}};
    for (std::size_t p = 0; p < project.products.size(); ++p)
        sums.push_back({Kind::weightedPrice, p, evaluation.years()});
    for (std::size_t i = 0; i < project.capital.items.size(); ++i)
        sums.push_back({Kind::phasingLeft, i});
    for (const InputSum& sum : sums)
        if (nameOf(sum, project) == name)
            return sum;
    return std::nullopt;
}

ExplainedFigure explainInputSum(
    const Evaluation& evaluation, const InputSum& sum, std::optional<int> year)
{
    return Explainer(evaluation, sum, year).explain();
}

std::string weightedPriceOf(const std::string& product)
{
    return "weighted_price." + product;
}

std::string phasingLeftOf(const std::string& item)
{
    return "left_of.capital.items." + item + ".phasing";
}

}

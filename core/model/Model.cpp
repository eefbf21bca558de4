#include "core/model/Model.h"

#include "core/project/Registry.h"

#include <algorithm>
#include <type_traits>

namespace core {

namespace {

void append(std::string& text, std::string_view part)
{
    text += part;
    text += '\n';
}

template <class Element>
void appendNames(std::string& text, const std::vector<Element>& elements)
{
    for (const Element& element : elements) {
        append(text, element.id);
        append(text, element.name);
    }
    append(text, "");
}

// All that the sheet is made from except amounts, as a text that two projects share or not.
std::string structureOf(const Project& project)
{
    std::string text;
    appendNames(text, project.products);
    appendNames(text, project.priceDecks);
    appendNames(text, project.costLines);
    appendNames(text, project.capital.items);
    appendNames(text, project.tax.assetClasses);
    appendNames(text, project.shareholders);
    for (const PriceDeck& deck : project.priceDecks)
        for (const auto& [product, price] : deck.prices)
            if (const auto* premium = std::get_if<PremiumPrice>(&price))
                append(text, product + " over " + premium->premiumOver);
    for (const InputField& field : fieldsOf(project)) {
        std::visit(
            [&](auto value) {
                using Value = decltype(value);
                if constexpr (std::is_same_v<Value, const int*> ||
                              std::is_same_v<Value, const bool*>)
                    append(text, std::to_string(*value));
                else if constexpr (std::is_same_v<Value, const std::string*>)
                    append(text, value == &project.activeDeck ? "" : std::string_view(*value));
                else if constexpr (std::is_same_v<Value, const Phasing*>)
                    for (const auto& [year, share] : *value)
                        append(text, std::to_string(year));
            },
            field);
        append(text, std::to_string(field.index()));
    }
    return text;
}

// The values of one input by the sheet's cells.
class CellWriter {
public:
    CellWriter(
        const Sheet::InputContent& input, const Timeline& timeline, std::vector<double>& cells)
        : m_input(input)
        , m_timeline(timeline)
        , m_cells(cells)
    {
    }

    void operator()(const double* value)
    {
        m_cells[static_cast<std::size_t>(m_input.firstCell)] = *value;
    }
    void operator()(const Series* series)
    {
        byYear([&](int year) { return series->at(year); });
    }
    void operator()(const Profile* profile)
    {
        byYear([&](int year) { return profileAt(*profile, m_timeline.operatingYear(year)); });
    }
    void operator()(const Phasing* phasing)
    {
        byYear([&](int year) { return phasing->at(year); });
    }
    template <class Other>
    void operator()(Other) // words, flags and counts are structure, not cells
    {
    }

private:
    template <class ByYear>
    void byYear(ByYear value)
    {
        for (int column = 0; column < m_input.years->count(); ++column)
            if (const int cell = m_input.cells[static_cast<std::size_t>(column)]; cell >= 0)
                m_cells[static_cast<std::size_t>(cell)] = value(m_input.years->first + column);
    }

    const Sheet::InputContent& m_input;
    const Timeline& m_timeline;
    std::vector<double>& m_cells;
};

}

Result<std::shared_ptr<const Model>> Model::make(const Project& project)
{
    std::shared_ptr<Model> model(new Model);
    const YearSpan years {project.timeline.firstYear, project.timeline.lastYear()};
    model->m_sheet = std::make_unique<Sheet>(years);
    Sheet& sheet = *model->m_sheet;
    ModelBuilder builder(project, sheet);
    builder.build();
    model->m_rows = builder.rows();
    model->m_bindings = builder.bindings();
    model->m_activeDeckCell =
        sheet.inputs()[static_cast<std::size_t>(builder.activeDeckInput())].firstCell;
    model->m_flatPriceCell =
        sheet.inputs()[static_cast<std::size_t>(builder.flatPriceInput())].firstCell;
    model->m_priceFactorCells =
        sheet.inputs()[static_cast<std::size_t>(builder.priceFactorInput())].cells;
    model->m_structure = structureOf(project);

    Result<Program> program = Program::make(sheet, {});
    if (!program)
        return program.error();
    model->m_program = std::make_unique<const Program>(std::move(*program));

    const CaseRows& plant = model->m_rows.project;
    Program::Options decks;
    decks.wanted = {
        {plant.npv.index(), 0}, {plant.metrics[static_cast<std::size_t>(Metric::irr)].index(), 0}};
    for (int year = years.first; year <= years.last; ++year)
        decks.wanted.push_back({plant.cumulativeFreeCashFlow.index(), year});
    decks.varyingCells = {model->m_activeDeckCell};
    model->m_deckProgram = std::make_unique<const Program>(model->m_program->derive(decks));

    const auto atFlatPrice = [&](const CaseRows& rows) {
        Program::Options flat;
        flat.wanted = {{rows.npv.index(), 0}};
        flat.varyingCells = {model->m_activeDeckCell, model->m_flatPriceCell};
        return std::make_unique<const Program>(model->m_program->derive(flat));
    };
    model->m_flatPriceProject = atFlatPrice(model->m_rows.project);
    model->m_flatPriceStandalone = atFlatPrice(model->m_rows.standalone);
    return std::shared_ptr<const Model>(std::move(model));
}

bool Model::fits(const Project& project) const
{
    return structureOf(project) == m_structure;
}

std::vector<double> Model::inputCells(const Project& project) const
{
    std::vector<double> cells(static_cast<std::size_t>(m_sheet->inputCellCount()), 0.0);
    const std::vector<InputField> fields = fieldsOf(project);
    for (const InputBinding& binding : m_bindings) {
        const Sheet::InputContent& input =
            m_sheet->inputs()[static_cast<std::size_t>(binding.sheetInput)];
        std::visit(CellWriter(input, project.timeline, cells),
            fields[static_cast<std::size_t>(binding.field)]);
    }
    for (const int cell : m_priceFactorCells)
        cells[static_cast<std::size_t>(cell)] = 1.0;
    cells[static_cast<std::size_t>(m_activeDeckCell)] = deckNumber(project, project.activeDeck);
    return cells;
}

int Model::fieldOfInput(int sheetInput) const
{
    for (const InputBinding& binding : m_bindings)
        if (binding.sheetInput == sheetInput)
            return binding.field;
    return -1;
}

double deckNumber(const Project& project, const std::string& deck)
{
    const auto found = std::find_if(project.priceDecks.begin(), project.priceDecks.end(),
        [&](const PriceDeck& candidate) { return candidate.id == deck; });
    return static_cast<double>(found - project.priceDecks.begin() + 1);
}

}

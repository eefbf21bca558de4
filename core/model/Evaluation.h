#pragma once

#include "core/engine/RateOfReturn.h"
#include "core/model/Metrics.h"
#include "core/model/Model.h"

#include <array>
#include <memory>
#include <optional>
#include <vector>

namespace core {

// The metrics of one case; nothing where there is no such figure.
struct CaseMetrics {
    std::array<std::optional<double>, metricCount> values;
    RateOfReturn irr; // of free cash flow: all roots, and why there is no rate when there is none

    std::optional<double> operator[](Metric metric) const
    {
        return values[static_cast<std::size_t>(metric)];
    }
};

// The project on one of its price decks.
struct DeckResult {
    double npv = 0.0;
    std::optional<double> irr;
    std::vector<double> cumulativeFreeCashFlow; // by year from the first
};

// All figures of a project: an immutable snapshot that windows, documents and threads share.
class Evaluation {
public:
    // Computes a valid project. `model` is used when it fits the project's structure; otherwise,
    // and when it is null, a new one is made. Fails when a figure overflows or has no meaning,
    // naming the first row and year.
    static Result<std::shared_ptr<const Evaluation>> of(
        Project project, std::shared_ptr<const Model> model = nullptr);

    const Project& project() const { return m_project; }
    const Model& model() const { return *m_model; }
    const std::shared_ptr<const Model>& sharedModel() const { return m_model; }
    const ModelRows& rows() const { return m_model->rows(); }
    YearSpan years() const { return m_model->sheet().timeline(); }

    // Of a row in a year, any year for a single figure; nothing where there is no such figure.
    std::optional<double> figure(Row row, int year) const;
    std::optional<double> figure(Row row) const { return figure(row, 0); }
    std::vector<double> byYear(Row row) const; // for rows that have a figure in every year
    const std::vector<double>& inputCells() const { return m_inputCells; }
    const Program::Values& values() const { return m_values; }

    const CaseMetrics& metrics(PlantCase plant) const
    {
        return plant == PlantCase::project ? m_projectMetrics : m_standaloneMetrics;
    }
    double npvSavings() const { return *figure(rows().savings.npv); }
    const std::vector<DeckResult>& decks() const { return m_decks; } // in the project's order
    double expectedNpv() const { return m_expectedNpv; }             // weighted by probability

private:
    Evaluation(Project project, std::shared_ptr<const Model> model);

    Problems problems() const;
    CaseMetrics metricsOf(const CaseRows& rows) const;
    void evaluateDecks();
    void findBreakEvenPrices();

    Project m_project;
    std::shared_ptr<const Model> m_model;
    std::vector<double> m_inputCells;
    Program::Values m_values;
    CaseMetrics m_projectMetrics;
    CaseMetrics m_standaloneMetrics;
    std::vector<DeckResult> m_decks;
    double m_expectedNpv = 0.0;
};

}

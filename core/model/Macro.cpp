#include "core/model/ModelBuilder.h"

// Chapter 2: price indices, the exchange rate and the discount factors.
namespace core {

void ModelBuilder::buildMacro()
{
    m_sheet.beginChapter("Indices, exchange rate and discounting");
    const int baseYear = m_project.timeline.baseYear;
    const int valuationYear = m_project.timeline.valuationYear;
    const Row isBaseYear =
        data("is_base_year", "Base year", m_priceYears, [&](int year) { return year == baseYear; });
    const Row isAfterBaseYear = data("is_after_base_year", "After the base year", m_priceYears,
        [&](int year) { return year > baseYear; });

    const auto index = [&](const char* name, const char* label, const Series& inflation) {
        const Row row = m_sheet.declareRow({name, label, Unit()}, m_priceYears);
        const Row growth = m_sheet.addRow(
            {std::string(name) + "_growth", std::string(label) + ": growth in the year", Unit()},
            m_priceYears, 1.0 + in(inflation));
        m_sheet.define(
            row, where(isBaseYear, 1.0,
                     where(isAfterBaseYear, previous(row) * growth, next(row) / next(growth))));
        return row;
    };
    MacroRows& rows = m_rows.macro;
    rows.usdIndex = index("usd_index", "USD price index", m_project.macro.usdInflation);
    rows.kztIndex = index("kzt_index", "KZT price index", m_project.macro.kztInflation);

    const ExchangeRate& fx = m_project.macro.exchangeRate;
    const Expression stated = in(fx.kztPerUsd);
    const Expression lever = in(m_project.levers.fx);
    const auto exchangeRate = [&] {
        switch (fx.mode) {
        case ExchangeRateMode::purchasingPowerParity:
            return stated * rows.kztIndex / rows.usdIndex * lever;
        case ExchangeRateMode::path:
            return in(*fx.path) * lever;
        case ExchangeRateMode::constant:
            break;
        }
        return stated * lever;
    };
    rows.exchangeRate =
        m_sheet.addRow({"exchange_rate", "Exchange rate", Unit(Unit::kzt) / Unit(Unit::usd)},
            m_priceYears, exchangeRate());

    const Discounting& discounting = m_project.discounting;
    const double inYearPart = discounting.timing == DiscountTiming::startOfYear ? 0.0
                              : discounting.timing == DiscountTiming::midYear   ? 0.5
                                                                                : 1.0;
    const Row isValued = data("is_valued", "From the valuation year on", m_years,
        [&](int year) { return year >= valuationYear; });
    const Row minusYears = data("discounted_years", "Years discounted, negative", m_years,
        [&](int year) { return -(year - valuationYear + inYearPart); });
    rows.indexFromValuation =
        row("index_from_valuation", "USD price level against the valuation year", Unit(),
            rows.usdIndex / inYear(rows.usdIndex, valuationYear));
    const auto factor = [&](const double& rate) {
        const Expression nominal = power(1.0 + in(rate), minusYears);
        const bool isReal = discounting.terms == Terms::real;
        return where(isValued, isReal ? nominal / rows.indexFromValuation : nominal, 0.0);
    };
    rows.discountFactor =
        row("discount_factor", "Discount factor", Unit(), factor(discounting.rate));
    rows.equityDiscountFactor = row("equity_discount_factor", "Discount factor for equity", Unit(),
        factor(discounting.equityRate));
}

}

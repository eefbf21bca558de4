#include "core/project/DescribeFields.h"

namespace core {

namespace {

const Choices timingWords {{"start_of_year", "mid_year", "end_of_year"},
    {{"start", 0}, {"start_year", 0}, {"mid", 1}, {"end", 2}, {"end_year", 2}}};
const Choices exchangeRateWords {{"constant", "ppp", "path"}, {}};

constexpr auto required = Presence::required;
constexpr auto optional = Presence::optional;

}

void describe(Timeline& timeline, Visitor& visitor)
{
    Fields fields(timeline, visitor);
    fields.add({"base_year", "Base year of prices", "", range::calendarYear, required,
                   "Amounts in real terms are in prices of this year."},
        &Timeline::baseYear);
    fields.add({"valuation_year", "Valuation year", "", range::calendarYear, required,
                   "Present values are of 1 January of this year; earlier years are sunk."},
        &Timeline::valuationYear);
    fields.add({"first_year", "First year", "", range::calendarYear, required,
                   "The first year of the model."},
        &Timeline::firstYear);
    fields.add({"start_of_operations", "Start of operations", "", range::calendarYear, required,
                   "The first operating year."},
        &Timeline::startOfOperations);
    fields.add({"years_of_operation", "Years of operation", "years", {1.0, 300.0, 1.0}, required,
                   "How long the plant runs."},
        &Timeline::yearsOfOperation);
    fields.add({"closure_years", "Closure years", "years", {0.0, 100.0, 1.0}, optional,
                   "Years of closure after the last operating year."},
        &Timeline::closureYears);
}

void describe(Discounting& discounting, Visitor& visitor)
{
    Fields fields(discounting, visitor);
    fields.add({"rate", "Discount rate", "%", range::rate, required,
                   "Rate at which the project's cash flows are discounted."},
        &Discounting::rate);
    fields.add({"terms", "Terms of the discount rates", "", {}, optional,
                   "Whether the discount rates contain inflation (nominal) or not (real)."},
        &Discounting::terms, termsWords);
    fields.add({"timing", "Timing of cash flows", "", {}, optional,
                   "When within a year its cash flow is taken to fall."},
        &Discounting::timing, timingWords);
    fields.add({"equity_rate", "Discount rate of equity", "%", range::rate, required,
                   "Rate at which the shareholders' cash flows are discounted."},
        &Discounting::equityRate);
    fields.add({"finance_rate", "Finance rate of the MIRR", "%", range::rate, required,
                   "Rate at which outlays are financed in the modified rate of return."},
        &Discounting::financeRate);
    fields.add({"reinvestment_rate", "Reinvestment rate of the MIRR", "%", range::rate, required,
                   "Rate at which receipts are reinvested in the modified rate of return."},
        &Discounting::reinvestmentRate);
}

void describe(ExchangeRate& exchangeRate, Visitor& visitor)
{
    Fields fields(exchangeRate, visitor);
    fields.add({"mode", "Exchange rate over time", "", {}, required,
                   "Constant, following the two inflations (ppp), or a path of its own."},
        &ExchangeRate::mode, exchangeRateWords);
    fields.add({"kzt_per_usd", "Exchange rate", "KZT/USD", range::kztPerUsd, required,
                   "Tenge per dollar in the base year."},
        &ExchangeRate::kztPerUsd);
    fields.add({"path", "Exchange rate by year", "KZT/USD", range::kztPerUsd, optional,
                   "Tenge per dollar by year; for the mode path."},
        &ExchangeRate::path);
}

void describe(Macro& macro, Visitor& visitor)
{
    Fields fields(macro, visitor);
    fields.add({"usd_inflation", "Inflation of the dollar", "%", range::inflation, required,
                   "Rise of dollar prices over the year before."},
        &Macro::usdInflation);
    fields.add({"kzt_inflation", "Inflation of the tenge", "%", range::inflation, required,
                   "Rise of tenge prices over the year before."},
        &Macro::kztInflation);
    fields.object({"fx", "Exchange rate", "", {}, required, {}}, &Macro::exchangeRate);
}

void describe(Levers& levers, Visitor& visitor)
{
    Fields fields(levers, visitor);
    fields.add({"price", "Lever on prices", "factor", range::lever, optional,
                   "Multiplies every product price."},
        &Levers::price);
    fields.add({"production", "Lever on production", "factor", range::lever, optional,
                   "Multiplies production."},
        &Levers::production);
    fields.add({"opex", "Lever on operating costs", "factor", range::lever, optional,
                   "Multiplies operating costs."},
        &Levers::opex);
    fields.add({"capex", "Lever on capital", "factor", range::lever, optional,
                   "Multiplies capital expenditure."},
        &Levers::capex);
    fields.add({"reuse", "Lever on reuse", "factor", range::lever, optional,
                   "Multiplies the reuse shares, up to full reuse."},
        &Levers::reuse);
    fields.add({"fx", "Lever on the exchange rate", "factor", range::lever, optional,
                   "Multiplies tenge per dollar."},
        &Levers::fx);
}

}

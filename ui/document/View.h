#pragma once

#include "core/model/Evaluation.h"

#include <optional>

// How money is looked at: settings of the window, not of the project, that change no figure.
namespace ui {

enum class ViewTerms { nominal, real }; // real: in money of the base year
enum class ViewCurrency { usd, kzt };

struct View {
    ViewTerms terms = ViewTerms::nominal;
    ViewCurrency currency = ViewCurrency::usd;

    bool operator==(const View&) const = default;
};

// A nominal amount in USD of a year, as the view shows it: tenge at the exchange rate of the year;
// real amounts divided by the price index of the currency shown, which is 1 in the base year.
// Nothing when the model has no rate or index for the year.
std::optional<double> shownAmount(
    const core::Evaluation&, const View&, double nominalUsd, int year);

}

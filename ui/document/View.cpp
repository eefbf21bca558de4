#include "ui/document/View.h"

namespace ui {

std::optional<double> shownAmount(
    const core::Evaluation& evaluation, const View& view, double nominalUsd, int year)
{
    const core::MacroRows& macro = evaluation.rows().macro;
    const bool isTenge = view.currency == ViewCurrency::kzt;
    double amount = nominalUsd;
    if (isTenge) {
        const std::optional<double> rate = evaluation.figure(macro.exchangeRate, year);
        if (!rate || !evaluation.years().contains(year)) // elsewhere rows read 0
            return std::nullopt;
        amount *= *rate;
    }
    if (view.terms == ViewTerms::real) {
        const std::optional<double> index =
            evaluation.figure(isTenge ? macro.kztIndex : macro.usdIndex, year);
        if (!index || *index <= 0.0)
            return std::nullopt;
        amount /= *index;
    }
    return amount;
}

}

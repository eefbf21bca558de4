#include "ui/pages/prices/PriceText.h"

#include "core/report/figure/DeckChoice.h"
#include "core/report/figure/Figure.h"
#include "core/report/figure/FigureText.h"
#include "ui/document/CellEdit.h"
#include "ui/figures/FigureLayout.h"
#include "ui/pages/Shares.h"
#include "ui/pages/prices/DeckPrices.h"
#include "ui/pages/prices/PriceTable.h"
#include "ui/pages/production/ProductWords.h"

#include <QCoreApplication>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace ui {

namespace {

struct Texts {
    Q_DECLARE_TR_FUNCTIONS(PriceText)
};

// "Six", in the language of the window.
QString countWord(std::size_t count)
{
    return textOf(core::verbatim(core::capitalised(core::numberWord(static_cast<int>(count)))));
}

// How a product is priced, when it is a premium over another on every deck: "6N is 4N plus a
// premium of 160".
QString premiumText(const core::Project& project, std::size_t product, const DisplayFormat& format)
{
    const core::PremiumPrice* common = nullptr;
    bool isOneAmount = true;
    for (const core::PriceDeck& deck : project.priceDecks) {
        const auto price = deck.prices.find(project.products[product].id);
        const auto* premium =
            price == deck.prices.end() ? nullptr : std::get_if<core::PremiumPrice>(&price->second);
        if (!premium || (common && premium->premiumOver != common->premiumOver))
            return {};
        isOneAmount = isOneAmount && premium->amount.isConstant() &&
                      (!common || premium->amount == common->amount);
        common = premium;
    }
    const QStringList grades = gradesOf(project);
    const auto base = std::find_if(project.products.begin(), project.products.end(),
        [&](const core::Product& other) { return common && other.id == common->premiumOver; });
    if (base == project.products.end())
        return {};
    const QString& over = grades[base - project.products.begin()];
    const QString& grade = grades[static_cast<qsizetype>(product)];
    return isOneAmount ? Texts::tr("%1 is %2 plus a premium of %3")
                             .arg(grade, over, format.perKg(common->amount.constant()))
                       : Texts::tr("%1 is %2 plus a premium").arg(grade, over);
}

}

QString priceMessage(
    const core::Project& project, std::size_t product, int year, const DisplayFormat& format)
{
    const std::size_t count = project.priceDecks.size();
    if (count == 0)
        return Texts::tr("There is no price deck yet.");
    if (product >= project.products.size())
        return Texts::tr("There is no product to price yet.");
    const std::string& id = project.products[product].id;
    const QString grade = gradesOf(project)[static_cast<qsizetype>(product)];
    const QString yearText = QString::number(year);
    const std::optional<core::Series> active = priceIn(core::activeDeckOf(project), id);
    const QString activePrice = active ? format.perKg(active->at(year)) : QString(enDash);
    if (count == 1)
        return Texts::tr("One deck, with a %1 price of %2 in %3.")
            .arg(grade, activePrice, yearText);

    QStringList sentences {
        Texts::tr("%1 decks, weights add to %2.", nullptr, static_cast<int>(count))
            .arg(countWord(count), weightText(sumOfWeights(project), format))};
    if (count > core::shownDecks(project).size())
        sentences += Texts::tr("The chart shows the active deck and the most probable others.");
    const std::vector<double> weighted = weightedPrices(project, id, {year});
    if (!weighted.empty())
        sentences += Texts::tr("Weighted %1 price of %2 in %3, against %4 on the active deck.")
                         .arg(grade, format.perKg(weighted.front()), yearText, activePrice);
    return sentences.join(u' ');
}

QString priceUnitText(const core::Project& project)
{
    if (haveMixedTerms(project))
        return Texts::tr("USD/kg, each deck in its own terms");
    return termsOfPrices(project) == core::Terms::nominal
               ? Texts::tr("USD/kg, nominal")
               : Texts::tr("USD/kg, real %1").arg(QString::number(project.timeline.baseYear));
}

QString priceCaption(const core::Project& project, const DisplayFormat& format)
{
    QStringList premiums;
    for (std::size_t p = 0; p < project.products.size(); ++p)
        if (const QString text = premiumText(project, p, format); !text.isEmpty())
            premiums += text;
    const QString unit = priceUnitText(project);
    if (premiums.isEmpty())
        return Texts::tr("%1. Blue is entered; grey follows from the years around it").arg(unit);
    return Texts::tr("%1. Blue is entered; grey is calculated: %2")
        .arg(unit, premiums.join(u", "_s));
}

}

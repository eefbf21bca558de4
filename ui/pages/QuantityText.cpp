#include "ui/pages/QuantityText.h"

#include <QCoreApplication>

#include <cmath>

using namespace Qt::StringLiterals;

namespace ui {

namespace {

struct Texts {
    Q_DECLARE_TR_FUNCTIONS(QuantityText)
};

using Kind = core::Quantity::Kind;

}

QuantityWriter::QuantityWriter(
    const core::Evaluation& evaluation, core::MoneyView view, DisplayFormat format)
    : m_conversion(evaluation, view)
    , m_view(view)
    , m_format(std::move(format))
{
}

// A cumulative figure without its years stays in dollars: each of its years has a rate of its own.
double QuantityWriter::converted(
    const core::Quantity& quantity, double value, std::optional<int> year) const
{
    if (quantity.kind == Kind::presentValue)
        return value * m_conversion.presentValue();
    const bool isOfYear = quantity.kind == Kind::money || quantity.kind == Kind::moneyPerKg;
    if (isOfYear && year && m_conversion.years().contains(*year))
        return value * m_conversion.inYear(*year);
    return value;
}

std::vector<std::optional<double>> QuantityWriter::overYears(
    const core::ExplainedFigure& explained) const
{
    std::vector<std::optional<double>> values;
    double before = 0.0;
    double sum = 0.0;
    for (const core::YearValue& point : explained.years) {
        if (!point.value) {
            values.push_back(std::nullopt);
        } else if (explained.quantity.kind == Kind::cumulative) {
            sum += converted({Kind::money, {}}, *point.value - before, point.year);
            before = *point.value;
            values.push_back(sum);
        } else {
            values.push_back(converted(explained.quantity, *point.value, point.year));
        }
    }
    return values;
}

QString QuantityWriter::terms() const
{
    return m_view.terms == core::Terms::nominal ? Texts::tr("nominal")
                                                : QString::fromStdString(m_conversion.terms());
}

QString QuantityWriter::moneyUnit(const core::Quantity& quantity) const
{
    const bool isViewed = quantity.kind != Kind::fixedMoney && quantity.kind != Kind::cumulative;
    const QString name = isViewed && m_view.currency == core::Currency::kzt
                             ? Texts::tr("KZT million")
                             : Texts::tr("USD million");
    return quantity.kind == Kind::money ? name + u", "_s + terms() : name;
}

ShownQuantity QuantityWriter::shown(
    const core::Quantity& quantity, double value, std::optional<int> year) const
{
    return written(quantity, converted(quantity, value, year));
}

double QuantityWriter::converted(const core::ExplainedFigure& explained) const
{
    if (explained.years.empty())
        return converted(explained.quantity, *explained.value, std::nullopt);
    double value = 0.0;
    const std::vector<std::optional<double>> values = overYears(explained);
    for (std::size_t y = 0; y < values.size(); ++y)
        if (!explained.figure.year || explained.figure.year == explained.years[y].year)
            value += values[y].value_or(0.0);
    return value;
}

ShownQuantity QuantityWriter::shown(const core::ExplainedFigure& explained, double sign) const
{
    core::Quantity quantity = explained.quantity;
    if (quantity.kind == Kind::cumulative)
        quantity.kind = Kind::money;
    return written(quantity, sign * converted(explained));
}

ShownQuantity QuantityWriter::written(const core::Quantity& quantity, double value) const
{
    const QString unit = QString::fromStdString(quantity.unit);
    switch (quantity.kind) {
    case Kind::money:
    case Kind::cumulative:
    case Kind::presentValue:
    case Kind::fixedMoney:
        return {m_format.fixed(value, 2, -6), moneyUnit(quantity)};
    case Kind::pricePerKg:
        return {m_format.perKg(value), unit};
    case Kind::moneyPerKg:
        return {m_format.perKg(value),
            (m_view.currency == core::Currency::kzt ? u"KZT/kg, "_s : u"USD/kg, "_s) + terms()};
    case Kind::mass:
        return std::abs(value) < 1e5 ? ShownQuantity {m_format.kilograms(value), u"kg"_s}
                                     : ShownQuantity {m_format.tonnes(value), u"t"_s};
    case Kind::share:
        return {m_format.percent(value), {}};
    case Kind::years:
        return {m_format.fixed(value, 1), Texts::tr("years")};
    case Kind::factor:
        return {m_format.factor(value), {}};
    case Kind::other:
        break;
    }
    return {m_format.fixed(value, std::abs(value) < 100.0 ? 2 : 0), unit};
}

}

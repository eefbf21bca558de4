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

QString QuantityWriter::moneyUnit(const core::Quantity& quantity) const
{
    const bool isViewed = quantity.kind != Kind::fixedMoney;
    const QString name = isViewed && m_view.currency == core::Currency::kzt
                             ? Texts::tr("KZT million")
                             : Texts::tr("USD million");
    if (quantity.kind != Kind::money)
        return name;
    return name + u", "_s +
           (m_view.terms == core::Terms::nominal ? Texts::tr("nominal")
                                                 : QString::fromStdString(m_conversion.terms()));
}

ShownQuantity QuantityWriter::shown(
    const core::Quantity& quantity, double value, std::optional<int> year) const
{
    const QString unit = QString::fromStdString(quantity.unit);
    switch (quantity.kind) {
    case Kind::money:
    case Kind::presentValue:
    case Kind::fixedMoney:
        return {m_format.fixed(converted(quantity, value, year), 2, -6), moneyUnit(quantity)};
    case Kind::pricePerKg:
        return {m_format.perKg(value), unit};
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

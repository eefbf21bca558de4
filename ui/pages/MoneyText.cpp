#include "ui/pages/MoneyText.h"

#include "core/report/MoneyView.h"
#include "ui/document/Session.h"

#include <QCoreApplication>

namespace ui {

namespace {

struct Texts {
    Q_DECLARE_TR_FUNCTIONS(MoneyText)
};

}

QString activeDeckName(const core::Project& project)
{
    for (const core::PriceDeck& deck : project.priceDecks)
        if (deck.id == project.activeDeck)
            return QString::fromStdString(deck.name);
    return QString::fromStdString(project.activeDeck);
}

QString termsText(const core::Project& project, core::MoneyView view)
{
    if (view.terms == core::Terms::nominal)
        return Texts::tr("nominal");
    return Texts::tr("real %1").arg(project.timeline.baseYear);
}

QString termsText(const Session& session)
{
    return termsText(session.project(), session.view());
}

int moneyDecimals(const core::MoneyScale& scale, core::Currency currency)
{
    if (currency == core::Currency::usd)
        return 1;
    return scale.divisor >= 1e9 ? 2 : 0;
}

QString magnitudeText(double amount, core::Currency currency, const DisplayFormat& format)
{
    const core::MoneyScale scale = core::moneyScale(amount, currency);
    const double divisor = scale.divisor;
    const QString number = format.fixed(amount / divisor, moneyDecimals(scale, currency));
    if (divisor >= 1e9)
        return Texts::tr("%1 billion").arg(number);
    if (divisor >= 1e6)
        return Texts::tr("%1 million").arg(number);
    return divisor >= 1e3 ? Texts::tr("%1 thousand").arg(number) : number;
}

QString amountText(double amount, core::Currency currency, const DisplayFormat& format)
{
    const QString magnitude = magnitudeText(amount, currency, format);
    return currency == core::Currency::usd ? Texts::tr("USD %1").arg(magnitude)
                                           : Texts::tr("KZT %1").arg(magnitude);
}

QString moneyUnitText(const Session& session)
{
    return session.view().currency == core::Currency::usd
               ? Texts::tr("USD million, %1").arg(termsText(session))
               : Texts::tr("KZT million, %1").arg(termsText(session));
}

}

#include "ui/pages/MoneyText.h"

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

QString moneyUnitText(const Session& session)
{
    return session.view().currency == core::Currency::usd
               ? Texts::tr("USD million, %1").arg(termsText(session))
               : Texts::tr("KZT million, %1").arg(termsText(session));
}

}

#include "ui/pages/PageList.h"

#include <QCoreApplication>

using namespace Qt::StringLiterals;

namespace ui {

namespace {

struct Texts {
    Q_DECLARE_TR_FUNCTIONS(PageList)
};

}

const std::vector<PageId>& allPages()
{
    static const std::vector<PageId> pages {PageId::overview, PageId::production, PageId::prices,
        PageId::costs, PageId::capital, PageId::tax, PageId::cashFlow, PageId::sensitivity,
        PageId::risk, PageId::scenarios, PageId::history};
    return pages;
}

PageDescription descriptionOf(PageId page)
{
    const auto described = [page](const QString& name, const QString& title, const QString& icon) {
        return PageDescription {page, u"page."_s + name, title, icon};
    };
    switch (page) {
    case PageId::overview:
        return described(u"overview"_s, Texts::tr("Overview"), u"overview"_s);
    case PageId::production:
        return described(u"production"_s, Texts::tr("Production"), u"production"_s);
    case PageId::prices:
        return described(u"prices"_s, Texts::tr("Prices"), u"prices"_s);
    case PageId::costs:
        return described(u"costs"_s, Texts::tr("Costs & reuse"), u"costs"_s);
    case PageId::capital:
        return described(u"capital"_s, Texts::tr("Capital & timing"), u"capital"_s);
    case PageId::tax:
        return described(u"tax"_s, Texts::tr("Tax & finance"), u"tax"_s);
    case PageId::cashFlow:
        return described(u"cashFlow"_s, Texts::tr("Cash flow"), u"cash-flow"_s);
    case PageId::sensitivity:
        return described(u"sensitivity"_s, Texts::tr("Sensitivity"), u"sensitivity"_s);
    case PageId::risk:
        return described(u"risk"_s, Texts::tr("Risk"), u"risk"_s);
    case PageId::scenarios:
        return described(u"scenarios"_s, Texts::tr("Scenarios"), u"scenarios"_s);
    case PageId::history:
        break;
    }
    return described(u"history"_s, Texts::tr("History"), u"history"_s);
}

}

#include "ui/window/PageFactory.h"

#include "ui/pages/capital/CapitalPage.h"
#include "ui/pages/cashflow/CashFlowPage.h"
#include "ui/pages/costs/CostsPage.h"
#include "ui/pages/history/HistoryPage.h"
#include "ui/pages/overview/OverviewPage.h"
#include "ui/pages/prices/PricesPage.h"
#include "ui/pages/production/ProductionPage.h"
#include "ui/pages/risk/RiskPage.h"
#include "ui/pages/scenarios/ScenariosPage.h"
#include "ui/pages/sensitivity/SensitivityPage.h"
#include "ui/pages/tax/TaxPage.h"

namespace ui {

Page* makePage(PageId id, Workspace& workspace)
{
    switch (id) {
    case PageId::overview:
        return new OverviewPage(workspace);
    case PageId::production:
        return new ProductionPage(workspace);
    case PageId::prices:
        return new PricesPage(workspace);
    case PageId::costs:
        return new CostsPage(workspace);
    case PageId::capital:
        return new CapitalPage(workspace);
    case PageId::tax:
        return new TaxPage(workspace);
    case PageId::cashFlow:
        return new CashFlowPage(workspace);
    case PageId::sensitivity:
        return new SensitivityPage(workspace);
    case PageId::risk:
        return new RiskPage(workspace);
    case PageId::scenarios:
        return new ScenariosPage(workspace);
    case PageId::history:
        break;
    }
    return new HistoryPage(workspace);
}

}

#include "ui/window/PageFactory.h"

#include "ui/pages/CapitalPage.h"
#include "ui/pages/CashFlowPage.h"
#include "ui/pages/CostsPage.h"
#include "ui/pages/OverviewPage.h"
#include "ui/pages/PricesPage.h"
#include "ui/pages/ProductionPage.h"
#include "ui/pages/RiskPage.h"
#include "ui/pages/ScenariosPage.h"
#include "ui/pages/SensitivityPage.h"
#include "ui/pages/TaxPage.h"
#include "ui/pages/history/HistoryPage.h"

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

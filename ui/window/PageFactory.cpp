#include "ui/window/PageFactory.h"
#include "ui/pages/OverviewPage.h"
namespace ui {
class EmptyPage : public Page {
public:
    EmptyPage(Workspace& w, PageId id)
        : Page(w, id, QStringLiteral("x"))
    {
        body();
    }
    void refresh() override {}
};
Page* makePage(PageId id, Workspace& workspace)
{
    if (id == PageId::overview)
        return new OverviewPage(workspace);
    return new EmptyPage(workspace, id);
}
}

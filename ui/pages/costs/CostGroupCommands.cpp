#include "ui/pages/costs/CostGroupCommands.h"

#include "ui/document/Session.h"
#include "ui/pages/Workspace.h"
#include "ui/pages/costs/CostGroups.h"
#include "ui/pages/costs/CostTable.h"
#include "ui/widgets/NameDialog.h"

#include <QCoreApplication>
#include <QMenu>

#include <optional>

using namespace Qt::StringLiterals;

namespace ui {

namespace {

struct Texts {
    Q_DECLARE_TR_FUNCTIONS(CostGroupCommands)
};

std::optional<QString> askGroup(
    Workspace& workspace, QWidget& page, const QString& title, const QString& before = {})
{
    return askName(workspace.appearance(),
        {title, Texts::tr("Name of the group"), before, u"groupName"_s}, &page);
}

void move(Session& session, const core::CostLine& line, const std::string& category)
{
    session.edit(Texts::tr("Move “%1” to “%2”")
                     .arg(QString::fromStdString(line.name), categoryText(category)),
        withCategory(session.project(), line.id, category));
}

void addMenuOfGroups(QMenu& menu, Workspace& workspace, const core::CostLine& line, QWidget& page)
{
    Session& session = workspace.session();
    QMenu* const groups = menu.addMenu(Texts::tr("Move to group"));
    for (const std::string& category : costCategories(session.project())) {
        QAction* const choice = groups->addAction(categoryText(category), &session,
            [&session, line, category] { move(session, line, category); });
        choice->setCheckable(true);
        choice->setChecked(category == line.category);
    }
    groups->addSeparator();
    groups->addAction(Texts::tr("New group…"), &page, [&workspace, line, &page] {
        if (const auto name = askGroup(workspace, page, Texts::tr("New group")))
            move(workspace.session(), line, name->toStdString());
    });
}

void rename(Workspace& workspace, const std::string& category, QWidget& page)
{
    Session& session = workspace.session();
    const QString before = categoryText(category);
    if (const auto name = askGroup(workspace, page, Texts::tr("Rename group"), before);
        name && *name != before)
        session.edit(Texts::tr("Rename group “%1” to “%2”").arg(before, *name),
            withCategoryRenamed(session.project(), category, name->toStdString()));
}

}

void addGroupCommands(QMenu& menu, Workspace& workspace, const QString& rowId, QWidget& page)
{
    const core::Project& project = workspace.session().project();
    for (const core::CostLine& line : project.costLines)
        if (rowId == costRowId(line.id)) {
            menu.addSeparator();
            addMenuOfGroups(menu, workspace, line, page);
        }
    for (const std::string& category : costCategories(project))
        if (rowId == groupRowId(category)) {
            menu.addSeparator();
            menu.addAction(Texts::tr("Rename group…"), &page,
                [&workspace, category, &page] { rename(workspace, category, page); });
        }
}

}

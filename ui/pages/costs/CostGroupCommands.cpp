#include "ui/pages/costs/CostGroupCommands.h"

#include "ui/document/Session.h"
#include "ui/pages/costs/CostGroups.h"
#include "ui/pages/costs/CostTable.h"

#include <QCoreApplication>
#include <QInputDialog>
#include <QMenu>

#include <optional>

namespace ui {

namespace {

struct Texts {
    Q_DECLARE_TR_FUNCTIONS(CostGroupCommands)
};

// Nothing when the user thinks better of it.
std::optional<QString> askedName(QWidget& page, const QString& title, const QString& before = {})
{
    const QString name = QInputDialog::getText(
        &page, title, Texts::tr("Name of the group"), QLineEdit::Normal, before)
                             .trimmed();
    if (name.isEmpty() || name == before)
        return std::nullopt;
    return name;
}

void move(Session& session, const core::CostLine& line, const std::string& category)
{
    session.edit(Texts::tr("Move “%1” to “%2”")
                     .arg(QString::fromStdString(line.name), categoryText(category)),
        withCategory(session.project(), line.id, category));
}

void addMenuOfGroups(QMenu& menu, Session& session, const core::CostLine& line, QWidget& page)
{
    QMenu* const groups = menu.addMenu(Texts::tr("Move to group"));
    for (const std::string& category : costCategories(session.project())) {
        QAction* const choice = groups->addAction(categoryText(category), &session,
            [&session, line, category] { move(session, line, category); });
        choice->setCheckable(true);
        choice->setChecked(category == line.category);
    }
    groups->addSeparator();
    groups->addAction(Texts::tr("New group…"), &page, [&session, line, &page] {
        if (const auto name = askedName(page, Texts::tr("New group")))
            move(session, line, name->toStdString());
    });
}

void rename(Session& session, const std::string& category, QWidget& page)
{
    const QString before = categoryText(category);
    if (const auto name = askedName(page, Texts::tr("Rename group"), before))
        session.edit(Texts::tr("Rename group “%1” to “%2”").arg(before, *name),
            withCategoryRenamed(session.project(), category, name->toStdString()));
}

}

void addGroupCommands(QMenu& menu, Session& session, const QString& rowId, QWidget& page)
{
    for (const core::CostLine& line : session.project().costLines)
        if (rowId == costRowId(line.id)) {
            menu.addSeparator();
            addMenuOfGroups(menu, session, line, page);
        }
    for (const std::string& category : costCategories(session.project()))
        if (rowId == groupRowId(category)) {
            menu.addSeparator();
            menu.addAction(Texts::tr("Rename group…"), &page,
                [&session, category, &page] { rename(session, category, page); });
        }
}

}

#include "ui/window/ProjectName.h"

#include "ui/document/Session.h"
#include "ui/widgets/NameDialog.h"

#include <QCoreApplication>

using namespace Qt::StringLiterals;

namespace ui {

namespace {

struct Texts {
    Q_DECLARE_TR_FUNCTIONS(ProjectName)
};

}

void nameProject(Session& session, Appearance& appearance, QWidget* window)
{
    const auto name = askName(appearance,
        {Texts::tr("Project name"), Texts::tr("Name of the project"),
            QString::fromStdString(session.project().name), u"projectName"_s},
        window);
    if (!name)
        return;
    core::Project after = session.project();
    after.name = name->toStdString();
    session.edit(Texts::tr("Name the project “%1”").arg(*name), std::move(after));
}

}

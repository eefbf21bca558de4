#include "ui/window/ProjectName.h"

#include "ui/document/Session.h"

#include <QCoreApplication>
#include <QInputDialog>

using namespace Qt::StringLiterals;

namespace ui {

namespace {

struct Texts {
    Q_DECLARE_TR_FUNCTIONS(ProjectName)
};

}

void nameProject(Session& session, QWidget* window)
{
    QInputDialog dialog(window);
    dialog.setObjectName(u"projectName"_s);
    dialog.setWindowTitle(Texts::tr("Project name"));
    dialog.setLabelText(Texts::tr("Name of the project"));
    dialog.setTextValue(QString::fromStdString(session.project().name));
    if (dialog.exec() != QDialog::Accepted)
        return;
    const QString name = dialog.textValue().simplified();
    core::Project after = session.project();
    after.name = name.toStdString();
    if (name.isEmpty() || after == session.project())
        return; // a project without a name has none to show
    session.edit(Texts::tr("Name the project “%1”").arg(name), std::move(after));
}

}

#include "ui/window/ProjectName.h"

#include "ui/document/Session.h"
#include "ui/theme/Appearance.h"
#include "ui/widgets/ProblemLine.h"

#include <QCoreApplication>
#include <QDialog>
#include <QDialogButtonBox>
#include <QLabel>
#include <QLineEdit>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace ui {

namespace {

constexpr int fieldWidth = 380;

struct Texts {
    Q_DECLARE_TR_FUNCTIONS(ProjectName)
};

class NameDialog : public QDialog {
public:
    NameDialog(Appearance& appearance, const QString& before, QWidget* window)
        : QDialog(window)
        , m_name(new QLineEdit(before, this))
        , m_problem(new ProblemLine(appearance, this))
    {
        setObjectName(u"projectName"_s);
        setWindowTitle(Texts::tr("Project name"));
        auto* const label = new QLabel(Texts::tr("Name of the project"), this);
        label->setBuddy(m_name);
        m_name->setMinimumWidth(appearance.px(fieldWidth));
        m_name->selectAll();
        m_problem->setObjectName(u"projectName.problem"_s);
        auto* const buttons =
            new QDialogButtonBox(QDialogButtonBox::Ok | QDialogButtonBox::Cancel, this);
        connect(buttons, &QDialogButtonBox::accepted, this, &NameDialog::accept);
        connect(buttons, &QDialogButtonBox::rejected, this, &NameDialog::reject);
        connect(m_name, &QLineEdit::textEdited, m_problem, [this] { m_problem->setProblem({}); });
        auto* const column = new QVBoxLayout(this);
        column->setContentsMargins(20, 16, 20, 14);
        column->addWidget(label);
        column->addWidget(m_name);
        column->addWidget(m_problem);
        column->addSpacing(6);
        column->addWidget(buttons);
    }

    QString name() const { return m_name->text().simplified(); }

    // A project without a name has none to show.
    void accept() override
    {
        if (!name().isEmpty())
            return QDialog::accept();
        m_problem->setProblem(Texts::tr("Project name: a name was expected."));
        adjustSize();
        m_name->setFocus();
    }

private:
    QLineEdit* m_name = nullptr;
    ProblemLine* m_problem = nullptr;
};

}

void nameProject(Session& session, Appearance& appearance, QWidget* window)
{
    NameDialog dialog(appearance, QString::fromStdString(session.project().name), window);
    if (dialog.exec() != QDialog::Accepted)
        return;
    core::Project after = session.project();
    after.name = dialog.name().toStdString();
    session.edit(Texts::tr("Name the project “%1”").arg(dialog.name()), std::move(after));
}

}

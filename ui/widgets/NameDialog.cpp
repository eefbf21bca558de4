#include "ui/widgets/NameDialog.h"

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
    Q_DECLARE_TR_FUNCTIONS(NameDialog)
};

class NameDialog : public QDialog {
public:
    NameDialog(Appearance& appearance, const NameQuestion& question, QWidget* window)
        : QDialog(window)
        , m_name(new QLineEdit(question.before, this))
        , m_problem(new ProblemLine(appearance, this))
    {
        setObjectName(question.objectName);
        setWindowTitle(question.title);
        auto* const label = new QLabel(question.label, this);
        label->setBuddy(m_name);
        m_name->setMinimumWidth(appearance.px(fieldWidth));
        m_name->selectAll();
        m_problem->setObjectName(u"name.problem"_s);
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

    void accept() override
    {
        if (!name().isEmpty())
            return QDialog::accept();
        m_problem->setProblem(Texts::tr("%1: a name was expected.").arg(windowTitle()));
        adjustSize();
        m_name->setFocus();
    }

private:
    QLineEdit* m_name = nullptr;
    ProblemLine* m_problem = nullptr;
};

}

std::optional<QString> askName(
    Appearance& appearance, const NameQuestion& question, QWidget* window)
{
    NameDialog dialog(appearance, question, window);
    if (dialog.exec() != QDialog::Accepted)
        return std::nullopt;
    return dialog.name();
}

}

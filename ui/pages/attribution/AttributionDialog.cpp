#include "ui/pages/attribution/AttributionDialog.h"

#include "ui/pages/Workspace.h"
#include "ui/theme/Appearance.h"

#include <QDialogButtonBox>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace ui {

namespace {

constexpr QSize usualSize(900, 620);

}

AttributionDialog::AttributionDialog(
    Workspace& workspace, const Comparison& comparison, QWidget* parent)
    : QDialog(parent)
    , m_view(new AttributionView(workspace, this))
{
    setObjectName(u"attribution"_s);
    setWindowTitle(tr("Why “%1” differs from “%2”").arg(comparison.toName, comparison.fromName));
    auto* const buttons = new QDialogButtonBox(QDialogButtonBox::Close, this);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    auto* const column = new QVBoxLayout(this);
    column->setContentsMargins(20, 16, 20, 14);
    column->addWidget(m_view, 1);
    column->addWidget(buttons);
    resize(usualSize);
    m_view->compare(comparison);
}

}

#include "ui/window/FailureBox.h"

#include <QCoreApplication>
#include <QMessageBox>

namespace ui {

namespace {

struct Texts {
    Q_DECLARE_TR_FUNCTIONS(FailureBox)
};

}

void tellFailure(
    QWidget* window, const QString& name, const QString& failure, const QString& details)
{
    QMessageBox box(QMessageBox::NoIcon, Texts::tr("Galval"), failure, QMessageBox::Close, window);
    box.setObjectName(name);
    box.setInformativeText(details);
    box.setTextInteractionFlags(Qt::TextSelectableByMouse);
    box.exec();
}

}

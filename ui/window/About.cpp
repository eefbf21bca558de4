#include "ui/window/About.h"

#include <QCoreApplication>
#include <QMessageBox>

using namespace Qt::StringLiterals;

namespace ui {

namespace {

struct Texts {
    Q_DECLARE_TR_FUNCTIONS(About)
};

}

void showAbout(QWidget* window)
{
    QMessageBox box(QMessageBox::NoIcon, Texts::tr("About Galval"),
        u"Galval %1"_s.arg(QCoreApplication::applicationVersion()), QMessageBox::Close, window);
    box.setInformativeText(Texts::tr(
        "Techno-economic evaluation of by-product metal recovery.\n\n"
        "Free software under the GNU General Public License, version 3 or later, without "
        "any warranty.\n\n"
        "Built with Qt, Qt Charts, SQLite, Boost, nlohmann-json and OpenSSL. The typeface "
        "is Inter (SIL Open Font License 1.1) with digits of one width."));
    box.exec();
}

}

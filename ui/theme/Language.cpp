#include "ui/theme/Language.h"

#include "ui/theme/Resources.h"

#include <QCoreApplication>
#include <QTranslator>

using namespace Qt::StringLiterals;

namespace ui {

void installLanguage(QCoreApplication& application)
{
    initialiseResources();
    auto* const translator = new QTranslator(&application);
    if (translator->load(u":/galval/translations/galval_en.qm"_s))
        QCoreApplication::installTranslator(translator);
}

}

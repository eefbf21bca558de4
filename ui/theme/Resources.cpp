#include "ui/theme/Resources.h"

#include <QDir>

// The macro declares a function of the global namespace.
static void initialiseGalvalResources()
{
    Q_INIT_RESOURCE(galval);
}

void ui::initialiseResources()
{
    initialiseGalvalResources();
}

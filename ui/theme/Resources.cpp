#include "ui/theme/Resources.h"

#include <QDir>

// The macro declares functions of the global namespace.
static void initialiseGalvalResources()
{
    Q_INIT_RESOURCE(galval);
    Q_INIT_RESOURCE(texts);
}

void ui::initialiseResources()
{
    initialiseGalvalResources();
}

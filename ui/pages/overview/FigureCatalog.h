#pragma once

#include "core/report/figure/Figure.h"
#include "ui/pages/Workspace.h"

#include <QStringList>

namespace ui {

// The figures that the Overview can show, by id.
QStringList overviewFigureIds();
QStringList usualOverviewFigureIds(); // the four that it shows before the user chooses others
QString overviewFigureLabel(const QString& id);
PageId pageOfOverviewFigure(const QString& id); // that the figure sums up

// From the last good figures of the session, which must have some.
core::Figure overviewFigure(const Workspace& workspace, const QString& id);

}

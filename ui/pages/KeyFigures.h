#pragma once

#include "core/report/FigureReference.h"
#include "ui/widgets/KpiTile.h"

#include <QStringList>

namespace ui {

class Workspace;

// The key figures that a tile can show, by id: the metrics of the project, the value of reuse
// ("npv_savings") and the value weighted over the price decks ("expected_npv").
struct KeyFigure {
    QString id;
    KeyFigureText text;
    core::FigureReference reference;
};

QStringList keyFigureIds();
QStringList usualKeyFigureIds(); // of the tiles, before the user chooses others
QString keyFigureLabel(const QString& id);

// With the last good figures of the session, in its view of money. A figure that does not exist is
// a word, with the reason as context.
KeyFigure keyFigureOf(const Workspace& workspace, const QString& id);

}

#pragma once

#include "core/report/FigureReference.h"
#include "ui/pages/Workspace.h"
#include "ui/widgets/KpiTile.h"

#include <QStringList>

#include <optional>

namespace ui {

// The key figures that a tile can show, by id: the metrics of the project, the value of reuse
// ("npv_savings"), the value weighted over the price decks ("expected_npv") and the probability of
// a positive value ("probability_of_gain"), which a small simulation gives.
struct KeyFigure {
    QString id;
    KeyFigureText text;
    std::optional<PageId> page = {}; // that tells more of it than an explanation does
    core::FigureReference reference;
};

QStringList keyFigureIds();
QStringList usualKeyFigureIds(); // of the tiles, before the user chooses others
QString keyFigureLabel(const QString& id);

// With the last good figures of the session, in its view of money. A figure that does not exist is
// a word, with the reason as context.
KeyFigure keyFigureOf(const Workspace& workspace, const QString& id);

}

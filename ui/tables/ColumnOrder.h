#pragma once

#include "ui/tables/TableContent.h"

#include <QStringList>

// The order of a table's columns, by their ids. Columns that stay when others scroll, and years,
// which are in order by themselves, keep their places.
namespace ui {

QStringList columnIds(const TableContent&);

bool isMovable(const TableContent&, int column);

// As far as `order` knows the columns; the others stand behind those that they stood behind.
TableContent inOrder(TableContent, const QStringList& order);

// The ids after a column has changed places with the next movable one to the left (-1) or to the
// right (1); as they are when there is none.
QStringList idsAfterMove(const TableContent&, int column, int direction);

}

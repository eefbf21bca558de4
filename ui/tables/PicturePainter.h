#pragma once

#include <QRectF>

class QPainter;

namespace ui {

struct CellPicture;
struct Theme;

// Paints the drawing of a cell into an area.
void paintPicture(QPainter&, const QRectF& area, const CellPicture&, const Theme&);

}

#pragma once

#include "ui/theme/Theme.h"

#include <QIcon>

#include <memory>

namespace ui {

// An icon of the resources, drawn in one colour. It follows the theme that it is given: grey, paler
// when disabled, in the accent colour when selected or switched on.
QIcon tintedIcon(const QString& name, std::shared_ptr<const Theme>);

// The same in one of the theme's colours, paler when disabled.
QIcon tintedIcon(const QString& name, std::shared_ptr<const Theme>, QColor Theme::*ink);

// The same in a colour that stays.
QIcon tintedIcon(const QString& name, const QColor&);

}

#pragma once

#include "core/project/Project.h"

#include <QStringList>

// Products by short names: “Gallium 4N (99.99 %)” and “Gallium 6N (99.9999 %)” are gallium, 4N and
// 6N.
namespace ui {

// The first words that all products share; empty when they have none in common.
QString metalOf(const core::Project& project);

// What tells each product from the others, never empty.
QStringList gradesOf(const core::Project& project);

}

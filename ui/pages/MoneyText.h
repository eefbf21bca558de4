#pragma once

#include "core/project/Project.h"

#include <QString>

// Words about how money is shown, for heads and the status bar.
namespace ui {

class Session;

QString activeDeckName(const core::Project& project);

// "nominal" or "real 2026", as the session's view is.
QString termsText(const Session& session);

// "USD million, nominal".
QString moneyUnitText(const Session& session);

}

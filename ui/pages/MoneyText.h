#pragma once

#include "core/report/MoneyView.h"

#include <QString>

// Words about how money is shown, for heads and the status bar.
namespace ui {

class Session;

QString activeDeckName(const core::Project& project);

// "nominal" or "real 2026".
QString termsText(const core::Project& project, core::MoneyView view);
QString termsText(const Session& session);

// "USD million, nominal".
QString moneyUnitText(const Session& session);

}

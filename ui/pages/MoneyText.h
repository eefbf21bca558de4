#pragma once

#include "core/report/MoneyView.h"
#include "ui/models/DisplayFormat.h"

#include <QString>

// Words about how money is shown, for heads and the status bar.
namespace ui {

class Session;

QString activeDeckName(const core::Project& project);

// "nominal" or "real 2026".
QString termsText(const core::Project& project, core::MoneyView view);
QString termsText(const Session& session);

// Digits after the point of USD in any magnitude, of KZT up to million, and of KZT billion.
int moneyDecimals(const core::MoneyScale&, core::Currency currency);

// "7.6 million", and with its currency "USD 7.6 million".
QString magnitudeText(double amount, core::Currency currency, const DisplayFormat& format);
QString amountText(double amount, core::Currency currency, const DisplayFormat& format);

// "USD million, nominal".
QString moneyUnitText(const Session& session);

}

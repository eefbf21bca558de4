#pragma once

#include "core/project/Project.h"
#include "ui/models/DisplayFormat.h"

#include <QString>

#include <optional>

// The shares of the shareholders, which have to add to 1.
namespace ui {

double sumOfOwnership(const core::Project& project);

// With as many digits as it takes to see that the sum is not 100 %.
QString ownershipSumText(const core::Project& project, const DisplayFormat& format);

// What is wrong with the sum, and what that means; empty when nothing is.
QString ownershipProblem(const core::Project& project, const DisplayFormat& format);

// The first shareholder whose share can make up for what is missing or too much, and that share;
// the one that is being worked on comes last. Nothing when all is well, or when nobody has as much
// as is too much.
struct OwnershipRemedy {
    std::string shareholder;
    double share = 0.0;
    QString text; // "Give the rest to Republic of Kazakhstan"
};
std::optional<OwnershipRemedy> ownershipRemedy(
    const core::Project& project, const std::string& workedOn);

}

#include "ui/pages/tax/Ownership.h"

#include "core/project/Rules.h"
#include "ui/pages/Shares.h"

#include <QCoreApplication>

#include <algorithm>
#include <cmath>
#include <vector>

using namespace Qt::StringLiterals;

namespace ui {

namespace {

struct Texts {
    Q_DECLARE_TR_FUNCTIONS(Ownership)
};

}

double sumOfOwnership(const core::Project& project)
{
    double sum = 0.0;
    for (const core::Shareholder& holder : project.shareholders)
        sum += holder.share;
    return sum;
}

QString ownershipSumText(const core::Project& project, const DisplayFormat& format)
{
    const double sum = sumOfOwnership(project);
    if (core::isOne(sum))
        return weightText(1.0, format);
    const double shown = restOf(restOf(sum)); // without the noise of binary fractions
    return format.exactWithUnit(shown, u"%"_s);
}

QString ownershipProblem(const core::Project& project, const DisplayFormat& format)
{
    const double sum = sumOfOwnership(project);
    if (core::isOne(sum))
        return {};
    const double rest = restOf(sum);
    const QString difference = format.exactWithUnit(std::abs(rest), u"%"_s);
    return rest > 0.0 ? Texts::tr("Shares must add to %1; %2 is not given out. Figures stay as "
                                  "they were until they do.")
                            .arg(weightText(1.0, format), difference)
                      : Texts::tr("Shares must add to %1; %2 too much is given out. Figures stay "
                                  "as they were until they do.")
                            .arg(weightText(1.0, format), difference);
}

std::optional<OwnershipRemedy> ownershipRemedy(
    const core::Project& project, const std::string& workedOn)
{
    const double sum = sumOfOwnership(project);
    if (core::isOne(sum))
        return std::nullopt;
    std::vector<core::Shareholder> holders = project.shareholders;
    std::stable_partition(holders.begin(), holders.end(),
        [&](const core::Shareholder& holder) { return holder.id != workedOn; });
    for (const core::Shareholder& holder : holders) {
        const double share = restOf(sum - holder.share);
        if (share < 0.0)
            continue;
        const QString name = QString::fromStdString(holder.name);
        return OwnershipRemedy {holder.id, share,
            sum < 1.0 ? Texts::tr("Give the rest to %1").arg(name)
                      : Texts::tr("Take the excess from %1").arg(name)};
    }
    return std::nullopt;
}

}

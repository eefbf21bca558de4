#include "core/analysis/Target.h"

#include "core/project/NearestName.h"

namespace core {

namespace {

constexpr std::string_view savingsName = "npv_savings";
constexpr std::string_view expectedName = "expected_npv";

}

Result<Target> findTarget(std::string_view name)
{
    if (name == savingsName)
        return Target {Target::Kind::npvSavings};
    if (name == expectedName)
        return Target {Target::Kind::expectedNpv};
    if (const std::optional<Metric> metric = findMetric(name))
        return Target {Target::Kind::metric, *metric};
    std::vector<std::string> names;
    for (const Target& target : allTargets())
        names.emplace_back(nameOf(target));
    return Error(ErrorCode::InvalidInput, std::string(name.substr(0, 64)),
        "is no metric; expected one such as npv, irr or break_even_price_per_kg" +
            suggestion(name, names));
}

std::string_view nameOf(Target target)
{
    switch (target.kind) {
    case Target::Kind::npvSavings:
        return savingsName;
    case Target::Kind::expectedNpv:
        return expectedName;
    case Target::Kind::metric:
        break;
    }
    return descriptionOf(target.metric).name;
}

std::string_view labelOf(Target target)
{
    switch (target.kind) {
    case Target::Kind::npvSavings:
        return "NPV of reuse";
    case Target::Kind::expectedNpv:
        return "Weighted NPV";
    case Target::Kind::metric:
        break;
    }
    return descriptionOf(target.metric).label;
}

MetricDescription::Kind kindOf(Target target)
{
    return target.kind == Target::Kind::metric ? descriptionOf(target.metric).kind
                                               : MetricDescription::Kind::money;
}

std::vector<Target> allTargets()
{
    std::vector<Target> targets;
    for (std::size_t i = 0; i < metricCount; ++i)
        targets.push_back({Target::Kind::metric, static_cast<Metric>(i)});
    targets.push_back({Target::Kind::npvSavings});
    targets.push_back({Target::Kind::expectedNpv});
    return targets;
}

std::optional<double> figureOf(const Evaluation& evaluation, Target target)
{
    switch (target.kind) {
    case Target::Kind::npvSavings:
        return evaluation.npvSavings();
    case Target::Kind::expectedNpv:
        return evaluation.expectedNpv();
    case Target::Kind::metric:
        break;
    }
    return evaluation.metrics(PlantCase::project)[target.metric];
}

}

#pragma once

#include "core/analysis/Simulation.h"

#include <QtGlobal>

#include <map>
#include <string>
#include <utility>

// What the tests of simulations share.
namespace support {

inline std::shared_ptr<const core::SimulationResult> simulated(
    const core::Project& project, const core::SimulationOptions& options)
{
    const auto base = core::Evaluation::of(project);
    Q_ASSERT(base);
    const auto result = core::simulate(*base, options);
    if (!result)
        qFatal("%s", core::sentence(result.error().problems.front()).c_str());
    return *result;
}

inline core::SimulationOptions options(
    std::int64_t trials, core::Sampling sampling = core::Sampling::random)
{
    core::SimulationOptions options;
    options.simulation = {trials, 17, sampling};
    return options;
}

inline core::Uncertainty uncertain(const char* input, const char* type,
    std::map<std::string, double> parameters,
    core::UncertaintyMode mode = core::UncertaintyMode::set)
{
    return {input, mode, {type, std::move(parameters), {}, {}}};
}

}

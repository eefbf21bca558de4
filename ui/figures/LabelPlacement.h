#pragma once

#include <vector>

namespace ui {

// Where labels that want to stand at `wanted` are drawn so that no two are nearer than `distance`
// and all lie between `first` and `last`: crowded ones are spread evenly about their mean. The
// result is in the order given; labels keep their order along the line.
std::vector<double> pushedApart(
    const std::vector<double>& wanted, double distance, double first, double last);

}

#include "ui/figures/LabelPlacement.h"

#include <algorithm>
#include <numeric>

namespace ui {

namespace {

struct Cluster {
    double centre = 0.0;
    std::size_t count = 0;

    double half(double distance) const { return (static_cast<double>(count) - 1.0) / 2 * distance; }
};

}

std::vector<double> pushedApart(
    const std::vector<double>& wanted, double distance, double first, double last)
{
    std::vector<std::size_t> order(wanted.size());
    std::iota(order.begin(), order.end(), std::size_t {0});
    std::stable_sort(order.begin(), order.end(),
        [&](std::size_t a, std::size_t b) { return wanted[a] < wanted[b]; });

    const auto inside = [&](Cluster cluster) {
        const double half = cluster.half(distance);
        cluster.centre = std::max(std::min(cluster.centre, last - half), first + half);
        return cluster;
    };
    std::vector<Cluster> clusters;
    for (const std::size_t i : order) {
        Cluster next = inside({wanted[i], 1});
        while (!clusters.empty()) {
            const Cluster& before = clusters.back();
            const double gap =
                next.centre - next.half(distance) - before.centre - before.half(distance);
            if (gap >= distance)
                break;
            const auto weight = static_cast<double>(before.count);
            const auto added = static_cast<double>(next.count);
            next.centre = (before.centre * weight + next.centre * added) / (weight + added);
            next.count += before.count;
            next = inside(next);
            clusters.pop_back();
        }
        clusters.push_back(next);
    }
    std::vector<double> placed(wanted.size());
    std::size_t position = 0;
    for (const Cluster& cluster : clusters) {
        double at = cluster.centre - cluster.half(distance);
        for (std::size_t k = 0; k < cluster.count; ++k, at += distance)
            placed[order[position++]] = at;
    }
    return placed;
}

}

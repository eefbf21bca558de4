#include "core/analysis/Spider.h"

#include "core/analysis/TwoWayTable.h"
#include "core/engine/TapeArithmetic.h"

namespace core {

Result<Spider> spiderOf(Study& study, const std::vector<std::string>& inputs,
    const std::vector<double>& factors, Target target)
{
    Spider spider {target, factors, {}};
    std::vector<VariedInput> scaled;
    const auto width = static_cast<Eigen::Index>(factors.size());
    const auto count = static_cast<Eigen::Index>(inputs.size());
    Study::Table positions = Study::Table::Ones(count * width, count);
    std::vector<char> isTaken; // by variant: whether the field takes the value
    for (Eigen::Index i = 0; i < count; ++i) {
        scaled.push_back({inputs[static_cast<std::size_t>(i)], UncertaintyMode::scale});
        const Result<InputPosition> field = positionOf(study.project(), scaled.back());
        if (!field)
            return field.error();
        for (Eigen::Index f = 0; f < width; ++f) {
            const double factor = factors[static_cast<std::size_t>(f)];
            isTaken.push_back(factor >= field->minimum && factor <= field->maximum);
            if (isTaken.back())
                positions(i * width + f, i) = factor;
        }
    }
    const Result<Study::Table> figures = study.evaluate(scaled, positions, {target});
    if (!figures)
        return figures.error();
    for (Eigen::Index i = 0; i < count; ++i) {
        SpiderLine line {inputs[static_cast<std::size_t>(i)], {}};
        for (Eigen::Index variant = i * width; variant < (i + 1) * width; ++variant)
            line.values.push_back(isTaken[static_cast<std::size_t>(variant)]
                                      ? definedOrNone((*figures)(variant, 0))
                                      : std::nullopt);
        spider.lines.push_back(std::move(line));
    }
    return spider;
}

std::vector<double> spiderFactors(double reach, int count)
{
    return evenPositions(1.0 - reach, 1.0 + reach, count);
}

}

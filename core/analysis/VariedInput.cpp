#include "core/analysis/VariedInput.h"

#include "core/project/FieldCheck.h"
#include "core/project/Registry.h"

#include <algorithm>
#include <cmath>
#include <limits>
#include <vector>

namespace core {

namespace {

bool isAbsent(const InputPlace& place)
{
    return std::holds_alternative<std::monostate>(place.field);
}

Result<InputPlace> movablePlace(const Project& project, const std::string& id)
{
    Result<InputPlace> place = placeOf(project, id);
    if (!place)
        return place;
    const bool isMovable = place->kind == InputKind::number || place->kind == InputKind::integer ||
                           place->kind == InputKind::series || place->kind == InputKind::profile;
    if (!isMovable || isAbsent(*place))
        return Error(ErrorCode::InvalidInput, id,
            isMovable ? "has no value; expected an input that has one"
                      : "cannot be moved; expected a number, a series or a profile");
    return place;
}

std::vector<double> numbersIn(const InputField& field)
{
    if (const auto* number = std::get_if<const double*>(&field))
        return {**number};
    if (const auto* whole = std::get_if<const int*>(&field))
        return {static_cast<double>(**whole)};
    if (const auto* profile = std::get_if<const Profile*>(&field))
        return **profile;
    const Series& series = *std::get<const Series*>(field);
    if (series.isConstant())
        return {series.constant()};
    std::vector<double> numbers;
    for (const auto& [year, amount] : series.points())
        numbers.push_back(amount);
    return numbers;
}

double valueWhenFlat(const Project& project, const InputField& field)
{
    if (const auto* series = std::get_if<const Series*>(&field))
        return (*series)->at(project.timeline.startOfOperations);
    return numbersIn(field).front();
}

// The factor nearest to limit / number with which the number does not pass the limit by rounding.
double factorAt(double limit, double number, const InputPlace& place)
{
    constexpr double plan = 1.0;
    constexpr double largest = std::numeric_limits<double>::max();
    double factor = std::clamp(limit / number, -largest, largest);
    while (factor != plan && (factor * number < place.minimum || factor * number > place.maximum))
        factor = std::nextafter(factor, plan);
    return factor;
}

// The factors with which every number stays within the limits of the field.
void limitFactors(const InputPlace& place, InputPosition& position)
{
    constexpr double largest = std::numeric_limits<double>::max();
    position.minimum = -largest;
    position.maximum = largest;
    for (const double number : numbersIn(place.field)) {
        if (number == 0.0)
            continue;
        const double lower = number > 0.0 ? place.minimum : place.maximum;
        const double upper = number > 0.0 ? place.maximum : place.minimum;
        position.minimum = std::max(position.minimum, factorAt(lower, number, place));
        position.maximum = std::min(position.maximum, factorAt(upper, number, place));
    }
}

}

Result<InputPosition> positionOf(const Project& project, const VariedInput& input)
{
    const Result<InputPlace> place = movablePlace(project, input.id);
    if (!place)
        return place.error();
    InputPosition position;
    position.isInteger = place->kind == InputKind::integer;
    if (input.mode == UncertaintyMode::scale) {
        limitFactors(*place, position);
        return position;
    }
    position.base = valueWhenFlat(project, place->field);
    position.minimum = place->minimum;
    position.maximum = place->maximum;
    return position;
}

std::optional<Error> refusePosition(
    const VariedInput& input, const InputPosition& field, double position)
{
    if (position >= field.minimum && position <= field.maximum)
        return std::nullopt;
    const bool isFactor = input.mode == UncertaintyMode::scale;
    return Error(ErrorCode::InvalidInput, input.id,
        std::string("expected ") + (isFactor ? "a factor" : "a number") + " from " +
            numberText(field.minimum) + " to " + numberText(field.maximum) + ", found " +
            numberText(position));
}

Result<VariedInput> variedInput(const Project& project, const std::string& id)
{
    const Result<InputPlace> place = movablePlace(project, id);
    if (!place)
        return place.error();
    const bool isSet = place->kind == InputKind::number || place->kind == InputKind::integer;
    return VariedInput {id, isSet ? UncertaintyMode::set : UncertaintyMode::scale};
}

Result<Project> withPosition(Project project, const VariedInput& input, double position)
{
    const Result<InputPlace> place = movablePlace(project, input.id);
    if (!place)
        return place.error();
    if (place->kind == InputKind::integer) {
        const double factor = **std::get_if<const int*>(&place->field);
        const bool isSet = input.mode == UncertaintyMode::set;
        return withValue(
            std::move(project), input.id, std::round(isSet ? position : factor * position));
    }
    if (input.mode == UncertaintyMode::set)
        return withValue(std::move(project), input.id, position);
    return withScaled(std::move(project), input.id, position);
}

}

#include "core/project/InputAssignment.h"

#include "core/project/FieldCheck.h"

#include <algorithm>
#include <utility>
#include <vector>

namespace core {

namespace {

using Refusal = std::optional<std::string>; // why a value cannot be given

std::string found(const InputValue& value)
{
    return std::visit(Overloaded {
                          [](std::monostate) { return std::string("null"); },
                          [](double number) { return numberText(number); },
                          [](bool flag) { return std::string(flag ? "true" : "false"); },
                          [](const std::string& text) { return '"' + text.substr(0, 64) + '"'; },
                          [](const Series::Points&) { return std::string("an object of years"); },
                          [](const Profile&) { return std::string("an array"); },
                      },
        value);
}

// Puts a value into a slot when it is of the right kind and in range.
class Assignment {
public:
    Assignment(
        const Project& project, const Field& field, const Slot& slot, const InputValue& value)
        : m_project(project)
        , m_field(field)
        , m_slot(slot)
        , m_value(value)
    {
    }

    Refusal operator()(const Stated<double>& s) const { return setNumber(*s.value); }
    Refusal operator()(const Optional<double>& s) const
    {
        return isNull() ? reset(*s.value) : setOptional(*s.value, &Assignment::setNumber);
    }
    Refusal operator()(const Stated<int>& s) const { return setWhole(*s.value); }
    Refusal operator()(const Optional<int>& s) const
    {
        return isNull() ? reset(*s.value) : setOptional(*s.value, &Assignment::setWhole);
    }
    Refusal operator()(const Stated<Series>& s) const { return setSeries(*s.value); }
    Refusal operator()(const Optional<Series>& s) const
    {
        return isNull() ? reset(*s.value) : setOptional(*s.value, &Assignment::setSeries);
    }

    Refusal operator()(const Stated<bool>& s) const
    {
        const auto* flag = std::get_if<bool>(&m_value);
        if (!flag)
            return wrongKind();
        *s.value = *flag;
        return {};
    }

    Refusal operator()(const Stated<Profile>& s) const
    {
        if (const auto* number = std::get_if<double>(&m_value))
            return setChecked(*s.value, Profile {*number});
        const auto* profile = std::get_if<Profile>(&m_value);
        return profile ? setChecked(*s.value, *profile) : wrongKind();
    }

    Refusal operator()(const Stated<Phasing>& s) const
    {
        const auto* years = std::get_if<Series::Points>(&m_value);
        if (!years)
            return wrongKind();
        if (years->empty())
            return "expected at least one year";
        return setChecked(*s.value, *years);
    }

    Refusal operator()(const ChoiceSlot& s) const
    {
        const auto* word = std::get_if<std::string>(&m_value);
        const std::optional<int> choice = word ? s.choices->find(*word) : std::nullopt;
        if (!choice)
            return wrongKind();
        s.assign(s.enumerator, *choice);
        return {};
    }

    Refusal operator()(const ReferenceSlot& s) const
    {
        const auto* id = std::get_if<std::string>(&m_value);
        const std::vector<std::string> ids = idsOf(m_project, s.target);
        if (!id || std::find(ids.begin(), ids.end(), *id) == ids.end())
            return "expected " + expectedWord(ids) + ", found " + found(m_value);
        *s.value = *id;
        return {};
    }

    // No input has a slot of another kind.
    template <class T>
    Refusal operator()(const T&) const
    {
        return "is no input";
    }

    Refusal setSeries(Series& series) const
    {
        if (const auto* number = std::get_if<double>(&m_value))
            return setChecked(series, Series(*number));
        const auto* points = std::get_if<Series::Points>(&m_value);
        return points ? setChecked(series, Series(*points)) : wrongKind();
    }

private:
    bool isNull() const { return std::holds_alternative<std::monostate>(m_value); }

    Refusal wrongKind() const
    {
        return "expected " + expectationOf(m_field, m_slot) + ", found " + found(m_value);
    }

    template <class T>
    static Refusal reset(std::optional<T>& value)
    {
        value.reset();
        return {};
    }

    template <class T>
    Refusal setOptional(std::optional<T>& place, Refusal (Assignment::*set)(T&) const) const
    {
        T value {};
        Refusal refusal = (this->*set)(value);
        if (!refusal)
            place = std::move(value);
        return refusal;
    }

    template <class T>
    Refusal setChecked(T& place, T value) const
    {
        Refusal refusal = problemWith(m_field, value);
        if (!refusal)
            place = std::move(value);
        return refusal;
    }

    Refusal setNumber(double& place) const
    {
        const auto* number = std::get_if<double>(&m_value);
        return number ? setChecked(place, *number) : wrongKind();
    }

    Refusal setWhole(int& place) const
    {
        const auto* number = std::get_if<double>(&m_value);
        if (!number)
            return wrongKind();
        Refusal refusal = problemWithWhole(m_field, *number);
        if (!refusal)
            place = static_cast<int>(*number);
        return refusal;
    }

    const Project& m_project;
    const Field& m_field;
    const Slot& m_slot;
    const InputValue& m_value;
};

}

std::optional<std::string> assignInput(
    const Project& project, const Field& field, const Slot& slot, const InputValue& value)
{
    return std::visit(Assignment(project, field, slot, value), slot);
}

}

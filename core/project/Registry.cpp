#include "core/project/Registry.h"

#include "core/project/InputVisitor.h"

namespace core {

namespace {

template <class T>
std::optional<InputValue> valueIfAny(const T* value)
{
    return value ? std::optional<InputValue>(*value) : std::nullopt;
}

std::optional<InputValue> defaultOf(const Slot& slot)
{
    return std::visit(
        Overloaded {
            [](const Stated<double>& s) { return valueIfAny(s.defaultValue); },
            [](const Stated<bool>& s) { return valueIfAny(s.defaultValue); },
            [](const Stated<Profile>& s) { return valueIfAny(s.defaultValue); },
            [](const Stated<Phasing>& s) { return valueIfAny(s.defaultValue); },
            [](const Stated<int>& s) {
                return s.defaultValue
                           ? std::optional<InputValue>(static_cast<double>(*s.defaultValue))
                           : std::nullopt;
            },
            [](const Stated<Series>& s) {
                if (!s.defaultValue)
                    return std::optional<InputValue>();
                return s.defaultValue->isConstant()
                           ? std::optional<InputValue>(s.defaultValue->constant())
                           : std::optional<InputValue>(s.defaultValue->points());
            },
            [](const ChoiceSlot& s) {
                return s.defaultValue >= 0
                           ? valueIfAny(&s.choices->words[static_cast<std::size_t>(s.defaultValue)])
                           : std::nullopt;
            },
            [](const auto&) { return std::optional<InputValue>(); },
        },
        slot);
}

class InputLister final : public InputVisitor {
public:
    explicit InputLister(const Project& project)
        : m_project(project)
    {
    }

    std::vector<Input> inputs;

protected:
    void input(const Field& field, const Slot& slot, std::string_view product) override
    {
        Input& entry = inputs.emplace_back();
        entry.id = m_path + std::string(field.key);
        entry.kind = kindOf(slot);
        entry.label = field.label;
        entry.element = m_element;
        if (!product.empty())
            entry.element += ", " + productName(product);
        entry.unit = field.unit;
        entry.minimum = field.range.minimum;
        entry.maximum = field.range.maximum;
        entry.step = field.range.step;
        entry.defaultValue = defaultOf(slot);
        entry.required = field.presence != Presence::optional;
        entry.mayBeAbsent = std::holds_alternative<Optional<double>>(slot) ||
                            std::holds_alternative<Optional<int>>(slot) ||
                            std::holds_alternative<Optional<Series>>(slot);
        entry.help = field.help;
        if (const auto* choice = std::get_if<ChoiceSlot>(&slot))
            entry.choices = choice->choices->words;
        else if (const auto* reference = std::get_if<ReferenceSlot>(&slot))
            entry.choices = idsOf(m_project, reference->target);
    }

    void enter(std::string_view key, std::string_view elementName) override
    {
        m_outer.push_back({m_path.size(), m_element});
        m_path += key;
        m_path += '.';
        if (!elementName.empty())
            m_element = elementName;
    }

    void leave() override
    {
        m_path.resize(m_outer.back().pathLength);
        m_element = std::move(m_outer.back().element);
        m_outer.pop_back();
    }

private:
    std::string productName(std::string_view id) const
    {
        for (const Product& product : m_project.products)
            if (product.id == id)
                return product.name;
        return std::string(id);
    }

    const Project& m_project;
    struct Level {
        std::size_t pathLength;
        std::string element;
    };
    std::string m_path;    // ends in a dot, or is empty
    std::string m_element; // the list element that the visitor is in
    std::vector<Level> m_outer;
};

class FieldLister final : public InputVisitor {
public:
    std::vector<InputField> fields;

protected:
    void input(const Field&, const Slot& slot, std::string_view) override
    {
        fields.push_back(fieldOf(slot));
    }
};

}

std::vector<Input> inputsOf(const Project& project)
{
    InputLister lister(project);
    inspect(project, lister);
    return std::move(lister.inputs);
}

std::vector<InputField> fieldsOf(const Project& project)
{
    FieldLister lister;
    lister.fields.reserve(512);
    inspect(project, lister);
    return std::move(lister.fields);
}

}

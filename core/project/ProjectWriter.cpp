#include "core/project/ProjectJson.h"

#include "core/project/Description.h"
#include "core/project/JsonWriter.h"

namespace core {

namespace {

class ProjectWriter final : public Visitor {
public:
    explicit ProjectWriter(const Project& project)
        : m_project(project)
    {
    }

    std::string write()
    {
        m_json.beginObject();
        m_json.key("format");
        m_json.text(projectFormat);
        m_json.key("version");
        m_json.number(projectFormatVersion);
        inspect(m_project, *this);
        m_json.endObject();
        return std::move(m_json).take();
    }

    void field(const Field& field, const Slot& slot) override
    {
        const std::size_t outer = enter(field.key);
        if (!isLeftOut(field, slot)) {
            m_json.key(field.key);
            std::visit([&](const auto& s) { writeSlot(field, s); }, slot);
        }
        m_path.resize(outer);
    }

    void object(const Field& field, ObjectAccess& object) override
    {
        const std::size_t outer = enter(field.key);
        if (object.isPresent() && !(object.isDefault() && m_project.unstated.contains(m_path))) {
            m_json.key(field.key);
            m_json.beginObject();
            object.describe(*this);
            m_json.endObject();
        }
        m_path.resize(outer);
    }

    void list(const Field& field, ListAccess& list) override
    {
        const std::size_t outer = enter(field.key);
        if (list.size() > 0 || !m_project.unstated.contains(m_path)) {
            m_json.key(field.key);
            m_json.beginArray();
            for (std::size_t i = 0; i < list.size(); ++i)
                writeElement(i, list);
            m_json.endArray();
        }
        m_path.resize(outer);
    }

private:
    void writeElement(std::size_t index, ListAccess& list)
    {
        const std::size_t outer = m_path.size();
        m_path += elementPath(list.id(index), index);
        m_json.beginObject();
        list.describe(index, *this);
        m_json.endObject();
        m_path.resize(outer);
    }

    std::size_t enter(std::string_view key)
    {
        const std::size_t outer = m_path.size();
        if (!m_path.empty())
            m_path += '.';
        m_path += key;
        return outer;
    }

    bool isLeftOut(const Field& field, const Slot& slot) const
    {
        return std::visit(
            Overloaded {
                [&]<class T>(const Stated<T>& s) {
                    return s.defaultValue && *s.value == *s.defaultValue &&
                           (field.isLeftOutByDefault || isUnstated());
                },
                [&]<class T>(const Optional<T>& s) {
                    return !s.value->has_value() && field.presence == Presence::optional;
                },
                [&](const ChoiceSlot& s) { return s.value == s.defaultValue && isUnstated(); },
                [](const ReferenceSlot&) { return false; },
                [](const OptionalReferenceSlot& s) { return !s.value->has_value(); },
                [&](const ParameterSlot& s) {
                    return !s.parameters->contains(std::string(field.key));
                },
                [](const DeckPricesSlot&) { return false; },
                [&](const OverridesSlot& s) { return s.overrides->empty() && isUnstated(); },
            },
            slot);
    }

    bool isUnstated() const { return m_project.unstated.contains(m_path); }

    void writeSlot(const Field&, const Stated<double>& s) { m_json.number(*s.value); }
    void writeSlot(const Field&, const Stated<int>& s) { m_json.integer(std::int64_t {*s.value}); }
    void writeSlot(const Field&, const Stated<std::int64_t>& s) { m_json.integer(*s.value); }
    void writeSlot(const Field&, const Stated<std::uint64_t>& s) { m_json.integer(*s.value); }
    void writeSlot(const Field&, const Stated<bool>& s) { m_json.flag(*s.value); }
    void writeSlot(const Field&, const Stated<std::string>& s) { m_json.text(*s.value); }
    void writeSlot(const Field&, const Stated<Series>& s) { write(*s.value); }
    void writeSlot(const Field&, const Stated<Profile>& s) { write(*s.value); }
    void writeSlot(const Field&, const Stated<Phasing>& s) { write(*s.value); }
    void writeSlot(const Field&, const Optional<Series>& s) { write(**s.value); }
    void writeSlot(const Field&, const ReferenceSlot& s) { m_json.text(*s.value); }
    void writeSlot(const Field&, const OptionalReferenceSlot& s) { m_json.text(**s.value); }

    void writeSlot(const Field&, const Optional<double>& s)
    {
        if (*s.value)
            m_json.number(**s.value);
        else
            m_json.null();
    }

    void writeSlot(const Field&, const Optional<int>& s)
    {
        if (*s.value)
            m_json.integer(std::int64_t {**s.value});
        else
            m_json.null();
    }

    void writeSlot(const Field&, const ChoiceSlot& s)
    {
        m_json.text(s.choices->words[static_cast<std::size_t>(s.value)]);
    }

    void writeSlot(const Field& field, const ParameterSlot& s)
    {
        m_json.number(s.parameters->at(std::string(field.key)));
    }

    void writeSlot(const Field&, const Stated<std::map<std::string, std::string>>& s)
    {
        m_json.beginObject();
        for (const auto& [key, text] : *s.value) {
            m_json.key(key);
            m_json.text(text);
        }
        m_json.endObject();
    }

    void writeSlot(const Field&, const DeckPricesSlot& s)
    {
        m_json.beginObject();
        for (const auto& [product, price] : *s.prices) {
            m_json.key(product);
            if (const auto* series = std::get_if<Series>(&price)) {
                write(*series);
                continue;
            }
            const auto& premium = std::get<PremiumPrice>(price);
            m_json.beginObject();
            m_json.key(premiumOverField().key);
            m_json.text(premium.premiumOver);
            m_json.key(premiumAmountField().key);
            write(premium.amount);
            m_json.endObject();
        }
        m_json.endObject();
    }

    void writeSlot(const Field&, const OverridesSlot& s)
    {
        m_json.beginObject();
        for (const auto& [input, value] : *s.overrides) {
            m_json.key(input);
            std::visit(Overloaded {
                           [this](std::monostate) { m_json.null(); },
                           [this](double number) { m_json.number(number); },
                           [this](bool flag) { m_json.flag(flag); },
                           [this](const std::string& text) { m_json.text(text); },
                           [this](const auto& numbers) { write(numbers); },
                       },
                value);
        }
        m_json.endObject();
    }

    void write(const Series& series)
    {
        if (series.isConstant())
            m_json.number(series.constant());
        else
            write(series.points());
    }

    void write(const std::map<int, double>& byYear)
    {
        m_json.beginObject();
        for (const auto& [year, value] : byYear) {
            m_json.key(std::to_string(year));
            m_json.number(value);
        }
        m_json.endObject();
    }

    void write(const Profile& profile)
    {
        m_json.beginArray();
        for (const double value : profile)
            m_json.number(value);
        m_json.endArray();
    }

    const Project& m_project;
    JsonWriter m_json;
    std::string m_path;
};

}

std::string writeProject(const Project& project)
{
    return ProjectWriter(project).write();
}

}

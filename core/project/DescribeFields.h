#pragma once

#include "core/project/Description.h"

// How the files Describe*.cpp state their lines of the table. Not for use elsewhere.
namespace core {

void describe(Timeline&, Visitor&);
void describe(Discounting&, Visitor&);
void describe(ExchangeRate&, Visitor&);
void describe(Macro&, Visitor&);
void describe(Levers&, Visitor&);
void describe(Resource&, Visitor&);
void describe(Production&, Visitor&);
void describe(Product&, Visitor&);
void describe(Market&, Visitor&);
void describe(PriceDeck&, Visitor&);
void describe(CostLine&, Visitor&);
void describe(CapitalItem&, Visitor&);
void describe(Capital&, Visitor&);
void describe(WorkingCapital&, Visitor&);
void describe(Royalty&, Visitor&);
void describe(AssetClass&, Visitor&);
void describe(Tax&, Visitor&);
void describe(Financing&, Visitor&);
void describe(Shareholder&, Visitor&);
void describe(Scenario&, Visitor&);
void describe(TornadoRange&, Visitor&);
void describe(Distribution&, Visitor&);
void describe(Uncertainty&, Visitor&);
void describe(Correlation&, Visitor&);
void describe(PriceProcess&, Visitor&);
void describe(Simulation&, Visitor&);
void describe(Analysis&, Visitor&);
void describe(PriceHistory&, Visitor&);

// Ranges that several fields share.
namespace range {
inline constexpr Range share {0.0, 1.0, 0.01};
inline constexpr Range rate {-0.99, 10.0, 0.005};
inline constexpr Range inflation {-0.9, 10.0, 0.005};
inline constexpr Range lever {0.0, 100.0, 0.05};
inline constexpr Range amount {0.0, 1e15, 10000.0};
inline constexpr Range perKg {0.0, 1e9, 1.0};
inline constexpr Range kztPerUsd {0.01, 1e6, 5.0};
inline constexpr Range utilisation {0.0, 2.0, 0.05};
inline constexpr Range days {0.0, 10000.0, 5.0};
inline constexpr Range calendarYear {1800.0, 3000.0, 1.0};
inline constexpr Range listLength {0.0, 1000.0, 1.0};
inline constexpr Range oneOrMore {1.0, 1000.0, 1.0};
inline constexpr Range any {};
}

template <class T>
const T& defaultOf()
{
    static const T value {};
    return value;
}

template <class T>
class PlainObject final : public ObjectAccess {
public:
    explicit PlainObject(T& object)
        : m_object(object)
    {
    }

    bool isPresent() const override { return true; }
    bool isDefault() const override { return m_object == defaultOf<T>(); }
    void create() override {}
    void describe(Visitor& visitor) override { core::describe(m_object, visitor); }

private:
    T& m_object;
};

template <class T>
class OptionalObject final : public ObjectAccess {
public:
    explicit OptionalObject(std::optional<T>& object)
        : m_object(object)
    {
    }

    bool isPresent() const override { return m_object.has_value(); }
    bool isDefault() const override { return !m_object.has_value(); }
    void create() override { m_object.emplace(); }
    void describe(Visitor& visitor) override
    {
        T unused;
        core::describe(m_object ? *m_object : unused, visitor);
    }

private:
    std::optional<T>& m_object;
};

template <class T>
class ListOf final : public ListAccess {
public:
    explicit ListOf(std::vector<T>& elements)
        : m_elements(elements)
    {
    }

    std::size_t size() const override { return m_elements.size(); }
    std::string_view id(std::size_t index) const override
    {
        if constexpr (requires(T element) { element.id; })
            return m_elements[index].id;
        else
            return {};
    }
    std::string_view name(std::size_t index) const override
    {
        if constexpr (requires(T element) { element.name; })
            return m_elements[index].name;
        else
            return {};
    }
    void append() override { m_elements.emplace_back(); }
    void describe(std::size_t index, Visitor& visitor) override
    {
        core::describe(m_elements[index], visitor);
    }

private:
    std::vector<T>& m_elements;
};

// Shows the members of one struct to a visitor; their defaults are those of a fresh struct.
template <class S>
class Fields {
public:
    Fields(S& object, Visitor& visitor)
        : m_object(object)
        , m_visitor(visitor)
    {
    }

    template <class T>
    void add(const Field& field, T S::*member)
    {
        if constexpr (std::is_enum_v<T>)
            static_assert(!std::is_enum_v<T>, "an enumeration needs its words");
        else
            m_visitor.field(field, Stated<T> {&(m_object.*member), defaultFor(field, member)});
    }

    template <class T>
    void add(const Field& field, std::optional<T> S::*member)
    {
        m_visitor.field(field, Optional<T> {&(m_object.*member)});
    }

    template <class E>
    void add(const Field& field, E S::*member, const Choices& choices)
    {
        const E* defaultValue = defaultFor(field, member);
        m_visitor.field(field, ChoiceSlot {&choices, static_cast<int>(m_object.*member),
                                   defaultValue ? static_cast<int>(*defaultValue) : -1,
                                   &(m_object.*member), [](void* enumerator, int value) {
                                       *static_cast<E*>(enumerator) = static_cast<E>(value);
                                   }});
    }

    void add(const Field& field, std::string S::*member, ReferenceTarget target)
    {
        m_visitor.field(field, ReferenceSlot {&(m_object.*member), target});
    }

    void add(const Field& field, std::optional<std::string> S::*member, ReferenceTarget target)
    {
        m_visitor.field(field, OptionalReferenceSlot {&(m_object.*member), target});
    }

    template <class T>
    void object(const Field& field, T S::*member)
    {
        PlainObject<T> access(m_object.*member);
        m_visitor.object(field, access);
    }

    template <class T>
    void object(const Field& field, std::optional<T> S::*member)
    {
        OptionalObject<T> access(m_object.*member);
        m_visitor.object(field, access);
    }

    template <class T>
    void list(const Field& field, std::vector<T> S::*member)
    {
        ListOf<T> access(m_object.*member);
        m_visitor.list(field, access);
    }

    // The id, the name and the note that list elements have; they do not enter the calculation.
    void identity()
    {
        add({"id", "Id", "", range::any, Presence::required,
                "Short name in ids of inputs: letters, digits, _ and -.", false},
            &S::id);
        add({"name", "Name", "", range::any, Presence::required, "As it stands in tables.", false},
            &S::name);
    }

    void note()
    {
        add({"note", "Note", "", range::any, Presence::optional, "Source or remark.", false},
            &S::note);
    }

private:
    template <class T>
    static const T* defaultFor(const Field& field, T S::*member)
    {
        return field.presence == Presence::optional ? &(defaultOf<S>().*member) : nullptr;
    }

    S& m_object;
    Visitor& m_visitor;
};

extern const Choices currencyWords;
extern const Choices termsWords;

}

#include "core/project/RangeRules.h"

#include "core/project/FieldCheck.h"

#include <map>
#include <optional>
#include <set>
#include <utility>

namespace core {

namespace {

// Ids are parts of input ids, and of names in spreadsheets.
bool isGoodId(std::string_view id)
{
    constexpr std::string_view letters =
        "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789_-";
    return !id.empty() && id.size() <= 64 &&
           id.find_first_not_of(letters) == std::string_view::npos;
}

class RangeChecker final : public Visitor {
public:
    RangeChecker(const Project& project, const BrokenSections& broken, ProblemList& problems)
        : m_project(project)
        , m_broken(broken)
        , m_problems(problems)
        , m_known(problems.size())
    {
    }

    void field(const Field& field, const Slot& slot) override
    {
        const std::size_t outer = enter(field.key);
        std::visit([&](const auto& s) { check(field, s); }, slot);
        m_path.resize(outer);
    }

    void object(const Field& field, ObjectAccess& object) override
    {
        if (!object.isPresent())
            return;
        const std::size_t outer = enter(field.key);
        object.describe(*this);
        m_path.resize(outer);
    }

    void list(const Field& field, ListAccess& list) override
    {
        const std::size_t outer = enter(field.key);
        if (static_cast<double>(list.size()) < field.range.minimum)
            add("expected at least one entry");
        else if (static_cast<double>(list.size()) > field.range.maximum)
            add("expected at most 1000 entries");
        std::set<std::string_view> ids;
        for (std::size_t i = 0; i < list.size(); ++i) {
            const std::size_t listPath = m_path.size();
            m_path += elementPath(list.id(i), i);
            if (!list.id(i).empty() && !ids.insert(list.id(i)).second)
                add("the id is used twice; expected one of its own for each");
            list.describe(i, *this);
            m_path.resize(listPath);
        }
        m_path.resize(outer);
    }

private:
    std::size_t enter(std::string_view key)
    {
        const std::size_t outer = m_path.size();
        if (!m_path.empty())
            m_path += '.';
        m_path += key;
        return outer;
    }

    void add(std::optional<std::string> problem)
    {
        if (problem && !m_problems.covers(m_path, m_known))
            m_problems.add(m_path, std::move(*problem));
    }

    template <class T>
    void check(const Field& field, const Stated<T>& s)
    {
        add(problemWith(field, *s.value));
    }

    void check(const Field& field, const Stated<int>& s) { add(problemWithWhole(field, *s.value)); }
    void check(const Field& field, const Stated<std::int64_t>& s)
    {
        add(problemWithWhole(field, static_cast<double>(*s.value)));
    }
    void check(const Field&, const Stated<std::uint64_t>&) {}
    void check(const Field&, const Stated<bool>&) {}
    void check(const Field&, const ChoiceSlot&) {}

    void check(const Field& field, const Stated<Profile>& s)
    {
        if (!s.value->empty() || !mayBeEmpty(s))
            add(problemWith(field, *s.value));
    }

    void check(const Field& field, const Stated<std::string>& s)
    {
        if (field.key == "id" && !isGoodId(*s.value))
            add("expected 1 to 64 letters, digits, _ or -");
        else if (field.presence == Presence::required && s.value->empty())
            add("expected a text that is not empty");
    }

    void check(const Field&, const Stated<std::map<std::string, std::string>>&) {}

    void check(const Field& field, const Optional<double>& s)
    {
        if (*s.value)
            add(problemWith(field, **s.value));
    }

    void check(const Field& field, const Optional<int>& s)
    {
        if (*s.value)
            add(problemWithWhole(field, **s.value));
    }

    void check(const Field& field, const Optional<Series>& s)
    {
        if (*s.value)
            add(problemWith(field, **s.value));
    }

    void check(const Field& field, const ParameterSlot& s)
    {
        const auto parameter = s.parameters->find(std::string(field.key));
        if (parameter != s.parameters->end())
            add(problemWith(field, parameter->second));
    }

    void check(const Field&, const ReferenceSlot& s) { checkReference(*s.value, s.target); }
    void check(const Field&, const OptionalReferenceSlot& s)
    {
        if (*s.value)
            checkReference(**s.value, s.target);
    }

    void checkReference(const std::string& id, ReferenceTarget target)
    {
        if (m_broken.contains(sectionOf(target)))
            return;
        auto& ids = m_ids[target];
        if (!ids) {
            const std::vector<std::string> list = idsOf(m_project, target);
            ids.emplace(Ids {{list.begin(), list.end()}, expectedWord(list)});
        }
        if (!ids->all.contains(id))
            add("expected " + ids->expected + ", found \"" + id.substr(0, 64) + "\"");
    }

    void check(const Field&, const DeckPricesSlot& s)
    {
        for (const auto& [product, price] : *s.prices) {
            const std::size_t outer = enter(product);
            if (const auto* series = std::get_if<Series>(&price)) {
                add(problemWith(deckPriceField(), *series));
            } else {
                const auto& premium = std::get<PremiumPrice>(price);
                const std::size_t inner = enter(premiumOverField().key);
                checkReference(premium.premiumOver, ReferenceTarget::product);
                m_path.resize(inner);
                enter(premiumAmountField().key);
                add(problemWith(premiumAmountField(), premium.amount));
            }
            m_path.resize(outer);
        }
    }

    // Overrides are checked as changes of the inputs they name.
    void check(const Field&, const OverridesSlot&) {}

    static std::string_view sectionOf(ReferenceTarget target)
    {
        switch (target) {
        case ReferenceTarget::product:
            return "products";
        case ReferenceTarget::priceDeck:
            return "price_decks";
        case ReferenceTarget::assetClass:
            return "tax";
        }
        return {};
    }

    struct Ids {
        std::set<std::string> all;
        std::string expected; // in words
    };

    const Project& m_project;
    const BrokenSections& m_broken;
    std::map<ReferenceTarget, std::optional<Ids>> m_ids; // as far as they were asked for
    ProblemList& m_problems;
    const std::size_t m_known; // problems that there were before
    std::string m_path;
};

}

void checkRanges(const Project& project, const BrokenSections& broken, ProblemList& problems)
{
    RangeChecker checker(project, broken, problems);
    inspect(project, checker);
}

}

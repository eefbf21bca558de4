#include "core/project/ProjectReader.h"

#include "core/project/FieldCheck.h"
#include "core/project/JsonValues.h"
#include "core/project/NearestName.h"

#include <algorithm>
#include <utility>

namespace core {

namespace {

// Whether leaving the field out is something to remember, because writing would state it.
bool hasDefault(const Slot& slot)
{
    return std::visit(Overloaded {
                          []<class T>(const Optional<T>&) { return false; },
                          [](const OptionalReferenceSlot&) { return false; },
                          [](const ParameterSlot&) { return false; },
                          [](const auto&) { return true; },
                      },
        slot);
}

}

ProjectReader::ProjectReader(const Json& document)
    : m_node(&document)
    , m_seen {"format", "version"}
{
}

Project ProjectReader::read()
{
    describe(m_project, *this);
    refuseUnknownFields(*m_node);
    return std::move(m_project);
}

void ProjectReader::field(const Field& field, const Slot& slot)
{
    const std::size_t outer = enter(field.key);
    if (const Json* json = member(field.key))
        readMember(*json, field, slot);
    else if (field.presence != Presence::optional)
        refuse("is missing; expected " + expectationOf(field, slot));
    else if (hasDefault(slot) && !field.isLeftOutByDefault)
        m_project.unstated.insert(m_path);
    m_path.resize(outer);
}

void ProjectReader::object(const Field& field, ObjectAccess& object)
{
    const std::size_t outer = enter(field.key);
    const Json* json = member(field.key);
    if (!json) {
        if (field.presence != Presence::optional)
            refuse("is missing; expected an object");
        else if (object.isPresent())
            m_project.unstated.insert(m_path);
    } else if (!json->is_object()) {
        refuse("expected an object, found " + found(*json));
    } else {
        object.create();
        readFields(*json, [&] { object.describe(*this); });
    }
    m_path.resize(outer);
}

void ProjectReader::list(const Field& field, ListAccess& list)
{
    const std::size_t outer = enter(field.key);
    const Json* json = member(field.key);
    if (!json) {
        if (field.presence != Presence::optional)
            refuse("is missing; expected an array");
        else
            m_project.unstated.insert(m_path);
    } else if (!json->is_array()) {
        refuse("expected an array, found " + found(*json));
    } else {
        for (std::size_t i = 0; i < json->size(); ++i)
            readElement((*json)[i], i, list);
    }
    m_path.resize(outer);
}

void ProjectReader::readElement(const Json& json, std::size_t index, ListAccess& list)
{
    const std::size_t outer = m_path.size();
    std::string id;
    if (json.is_object() && json.contains("id") && json["id"].is_string())
        id = json["id"].get<std::string>();
    m_path += elementPath(id, index);
    if (!json.is_object()) {
        refuse("expected an object, found " + found(json));
    } else {
        list.append();
        readFields(json, [&] { list.describe(list.size() - 1, *this); });
    }
    m_path.resize(outer);
}

void ProjectReader::readMember(const Json& json, const Field& field, const Slot& slot)
{
    using Texts = Stated<std::map<std::string, std::string>>;
    if (const auto* texts = std::get_if<Texts>(&slot); texts && json.is_object())
        readTexts(json, *texts->value);
    else if (const auto* decks = std::get_if<DeckPricesSlot>(&slot); decks && json.is_object())
        readPrices(json, *decks->prices);
    else if (const auto* changes = std::get_if<OverridesSlot>(&slot); changes && json.is_object())
        readOverrides(json, *changes->overrides);
    else if (auto problem = readSlot(json, field, slot))
        refuse(std::move(*problem));
}

void ProjectReader::readTexts(const Json& json, std::map<std::string, std::string>& texts)
{
    for (const auto& [key, text] : json.items()) {
        const std::size_t outer = enter(key);
        if (text.is_string())
            texts.insert_or_assign(key, text.get<std::string>());
        else
            refuse("expected text, found " + found(text));
        m_path.resize(outer);
    }
}

void ProjectReader::readPrices(const Json& json, std::map<std::string, DeckPrice>& prices)
{
    for (const auto& [product, price] : json.items()) {
        const std::size_t outer = enter(product);
        if (price.is_object() &&
            (price.contains(premiumOverField().key) || price.contains(premiumAmountField().key))) {
            PremiumPrice premium;
            readFields(price, [&] {
                field(premiumOverField(),
                    ReferenceSlot {&premium.premiumOver, ReferenceTarget::product});
                field(premiumAmountField(), Stated<Series> {&premium.amount, nullptr});
            });
            prices.insert_or_assign(product, std::move(premium));
        } else {
            Series series;
            auto problem = readSlot(price, deckPriceField(), Stated<Series> {&series, nullptr});
            if (problem)
                refuse(*problem + (price.is_object() ? "" : ", or a premium over another product"));
            prices.insert_or_assign(product, std::move(series));
        }
        m_path.resize(outer);
    }
}

// Of which kind a value must be is known only once the whole project is.
void ProjectReader::readOverrides(const Json& json, std::map<std::string, InputValue>& overrides)
{
    for (const auto& [input, value] : json.items()) {
        const std::size_t outer = enter(input);
        std::string problem;
        if (auto read = readInputValue(value, problem))
            overrides.insert_or_assign(input, std::move(*read));
        else
            refuse(std::move(problem));
        m_path.resize(outer);
    }
}

template <class Read>
void ProjectReader::readFields(const Json& json, const Read& read)
{
    const Json* outerNode = std::exchange(m_node, &json);
    std::vector<std::string> outerSeen = std::exchange(m_seen, {});
    read();
    refuseUnknownFields(json);
    m_node = outerNode;
    m_seen = std::move(outerSeen);
}

void ProjectReader::refuseUnknownFields(const Json& json)
{
    for (const auto& [key, value] : json.items())
        if (std::find(m_seen.begin(), m_seen.end(), key) == m_seen.end())
            problems.add(m_path.empty() ? key : m_path + '.' + key,
                "is not a known field" + suggestion(key, m_seen));
}

const Json* ProjectReader::member(std::string_view key)
{
    m_seen.emplace_back(key);
    const auto found = m_node->find(key);
    return found == m_node->end() ? nullptr : &*found;
}

std::size_t ProjectReader::enter(std::string_view key)
{
    const std::size_t outer = m_path.size();
    if (!m_path.empty())
        m_path += '.';
    m_path += key;
    return outer;
}

void ProjectReader::refuse(std::string message)
{
    broken.insert(m_path.substr(0, m_path.find_first_of(".[")));
    problems.add(m_path, std::move(message));
}

}

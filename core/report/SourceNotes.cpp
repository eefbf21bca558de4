#include "core/report/SourceNotes.h"

#include "core/project/Registry.h"

namespace core {

namespace {

// The note of the element that `id` begins with, after the path of its list.
template <class Element>
std::string_view noteOfElement(
    const std::vector<Element>& elements, std::string_view path, std::string_view id)
{
    if (!id.starts_with(path))
        return {};
    id.remove_prefix(path.size());
    for (const Element& element : elements)
        if (id.starts_with(element.id) && id.substr(element.id.size()).starts_with('.'))
            return element.note;
    return {};
}

}

std::string_view elementNote(const Project& project, std::string_view inputId)
{
    for (const std::string_view note : {
             noteOfElement(project.products, "products.", inputId),
             noteOfElement(project.priceDecks, "price_decks.", inputId),
             noteOfElement(project.costLines, "cost_lines.", inputId),
             noteOfElement(project.capital.items, "capital.items.", inputId),
             noteOfElement(project.tax.assetClasses, "tax.asset_classes.", inputId),
             noteOfElement(project.shareholders, "shareholders.", inputId),
         })
        if (!note.empty())
            return note;
    return {};
}

std::vector<std::string> sourceNotes(const Project& project, std::string_view inputId)
{
    std::vector<std::string> notes;
    for (const std::string_view note : {noteFor(project, inputId), elementNote(project, inputId)})
        if (!note.empty())
            notes.emplace_back(note);
    return notes;
}

}

#include "ui/document/ChoiceText.h"

#include "ui/document/ProjectLists.h"

#include <QCoreApplication>

namespace ui {

namespace {

struct Word {
    const char* word;
    const char* text;
};

constexpr Word words[] = {
    {"nominal", QT_TRANSLATE_NOOP("ChoiceText", "Nominal")},
    {"real", QT_TRANSLATE_NOOP("ChoiceText", "Real")},
    {"start_of_year", QT_TRANSLATE_NOOP("ChoiceText", "Start of year")},
    {"mid_year", QT_TRANSLATE_NOOP("ChoiceText", "Middle of year")},
    {"end_of_year", QT_TRANSLATE_NOOP("ChoiceText", "End of year")},
    {"constant", QT_TRANSLATE_NOOP("ChoiceText", "Constant")},
    {"ppp", QT_TRANSLATE_NOOP("ChoiceText", "Follows inflation")},
    {"path", QT_TRANSLATE_NOOP("ChoiceText", "By year")},
    {"gross", QT_TRANSLATE_NOOP("ChoiceText", "Revenue")},
    {"net", QT_TRANSLATE_NOOP("ChoiceText", "Revenue less selling costs")},
    {"straight_line", QT_TRANSLATE_NOOP("ChoiceText", "Straight line")},
    {"declining_balance", QT_TRANSLATE_NOOP("ChoiceText", "Declining balance")},
    {"units_of_production", QT_TRANSLATE_NOOP("ChoiceText", "Units of production")},
    {"sum_of_years", QT_TRANSLATE_NOOP("ChoiceText", "Sum of the years")},
    {"immediate", QT_TRANSLATE_NOOP("ChoiceText", "Immediate")},
    {"carry_forward", QT_TRANSLATE_NOOP("ChoiceText", "Carried forward")},
    {"group_relief", QT_TRANSLATE_NOOP("ChoiceText", "Group relief")},
    {"equal_principal", QT_TRANSLATE_NOOP("ChoiceText", "Equal principal")},
    {"annuity", QT_TRANSLATE_NOOP("ChoiceText", "Annuity")},
    {"bullet", QT_TRANSLATE_NOOP("ChoiceText", "All at the end")},
};

ProjectList listBehind(const std::string& input)
{
    if (input.ends_with("asset_class"))
        return ProjectList::assetClasses;
    return input == "active_deck" ? ProjectList::priceDecks : ProjectList::products;
}

}

QString choiceText(const core::Project& project, const core::Input& input, const std::string& word)
{
    if (input.kind == core::InputKind::text) {
        for (const ListEntry& entry : entriesOf(project, listBehind(input.id)))
            if (entry.id == word)
                return entry.name;
    }
    for (const Word& known : words)
        if (word == known.word)
            return QCoreApplication::translate("ChoiceText", known.text);
    return QString::fromStdString(word);
}

}

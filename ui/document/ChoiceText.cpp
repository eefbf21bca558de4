#include "ui/document/ChoiceText.h"

#include "ui/document/ProjectLists.h"

#include <QCoreApplication>

namespace ui {

namespace {

struct Word {
    const char* word;
    const char* text;
};

constexpr Word knownWords[] = {
    {"nominal", QT_TRANSLATE_NOOP("Input", "Nominal")},
    {"real", QT_TRANSLATE_NOOP("Input", "Real")},
    {"start_of_year", QT_TRANSLATE_NOOP("Input", "Start of year")},
    {"mid_year", QT_TRANSLATE_NOOP("Input", "Middle of year")},
    {"end_of_year", QT_TRANSLATE_NOOP("Input", "End of year")},
    {"constant", QT_TRANSLATE_NOOP("Input", "Constant")},
    {"ppp", QT_TRANSLATE_NOOP("Input", "Follows inflation")},
    {"path", QT_TRANSLATE_NOOP("Input", "By year")},
    {"gross", QT_TRANSLATE_NOOP("Input", "Revenue")},
    {"net", QT_TRANSLATE_NOOP("Input", "Revenue less selling costs")},
    {"straight_line", QT_TRANSLATE_NOOP("Input", "Straight line")},
    {"declining_balance", QT_TRANSLATE_NOOP("Input", "Declining balance")},
    {"units_of_production", QT_TRANSLATE_NOOP("Input", "Units of production")},
    {"sum_of_years", QT_TRANSLATE_NOOP("Input", "Sum of the years")},
    {"immediate", QT_TRANSLATE_NOOP("Input", "Immediate")},
    {"carry_forward", QT_TRANSLATE_NOOP("Input", "Carried forward")},
    {"group_relief", QT_TRANSLATE_NOOP("Input", "Group relief")},
    {"equal_principal", QT_TRANSLATE_NOOP("Input", "Equal principal")},
    {"annuity", QT_TRANSLATE_NOOP("Input", "Annuity")},
    {"bullet", QT_TRANSLATE_NOOP("Input", "All at the end")},
    {"uniform", QT_TRANSLATE_NOOP("Input", "Uniform")},
    {"triangular", QT_TRANSLATE_NOOP("Input", "Triangular")},
    {"pert", QT_TRANSLATE_NOOP("Input", "PERT")},
    {"normal", QT_TRANSLATE_NOOP("Input", "Normal")},
    {"truncated_normal", QT_TRANSLATE_NOOP("Input", "Cut normal")},
    {"lognormal", QT_TRANSLATE_NOOP("Input", "Lognormal")},
    {"discrete", QT_TRANSLATE_NOOP("Input", "Discrete")},
    {"set", QT_TRANSLATE_NOOP("Input", "Is the value")},
    {"scale", QT_TRANSLATE_NOOP("Input", "Scales the plan")},
    {"random", QT_TRANSLATE_NOOP("Input", "Random")},
    {"latin_hypercube", QT_TRANSLATE_NOOP("Input", "Latin hypercube")},
    {"sobol", QT_TRANSLATE_NOOP("Input", "Sobol")},
    {"none", QT_TRANSLATE_NOOP("Input", "As planned")},
    {"mean_reverting", QT_TRANSLATE_NOOP("Input", "Reverting")},
    {"random_walk", QT_TRANSLATE_NOOP("Input", "Random walk")},
    {"active", QT_TRANSLATE_NOOP("Input", "The one in use")},
    {"drawn", QT_TRANSLATE_NOOP("Input", "Drawn by weight")},
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
    for (const Word& known : knownWords)
        if (word == known.word)
            return QCoreApplication::translate("Input", known.text);
    return QString::fromStdString(word);
}

}

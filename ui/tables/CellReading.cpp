#include "ui/tables/CellReading.h"

#include "ui/document/ChoiceText.h"
#include "ui/fields/FieldText.h"

#include <QCoreApplication>
#include <QStringList>

using namespace Qt::StringLiterals;

namespace ui {

namespace {

struct Texts {
    Q_DECLARE_TR_FUNCTIONS(CellReading)
};

bool isSame(const QString& a, const QString& b)
{
    return a.compare(b, Qt::CaseInsensitive) == 0;
}

CellReading readNumber(const BlockCell& pasted, const NumberExpectation& expected)
{
    const ParsedNumber number = numberIn(pasted, expected);
    if (const auto* error = std::get_if<NumberError>(&number))
        return {std::nullopt, error->sentence};
    if (const auto* both = std::get_if<AmbiguousNumber>(&number))
        return {both->usual, {}, true};
    return {std::get<double>(number), {}};
}

CellReading readFlag(const BlockCell& pasted)
{
    if (pasted.number == 1.0 || isSame(pasted.text, Texts::tr("yes")))
        return {true, {}};
    if (pasted.number == 0.0 || isSame(pasted.text, Texts::tr("no")))
        return {false, {}};
    return {std::nullopt, Texts::tr("“%1” is neither yes nor no.").arg(pasted.text)};
}

// "Group II" of "Group II: machinery", but not of "Group III: computers".
bool isBeginning(const QString& text, const QString& label)
{
    return !text.isEmpty() && text.size() < label.size() &&
           label.startsWith(text, Qt::CaseInsensitive) && !label[text.size()].isLetterOrNumber();
}

CellReading readChoice(
    const BlockCell& pasted, const core::Project& project, const core::Input& input)
{
    QStringList labels;
    std::vector<std::string> begun;
    for (const std::string& choice : input.choices) {
        const QString label = choiceText(project, input, choice);
        if (isSame(pasted.text, label))
            return {choice, {}};
        if (isBeginning(pasted.text, label))
            begun.push_back(choice);
        labels += label;
    }
    if (begun.size() == 1)
        return {begun.front(), {}};
    return {std::nullopt, Texts::tr("“%1” cannot be chosen. Expected one of: %2.")
                              .arg(pasted.text, labels.join(u", "_s))};
}

}

CellReading readInto(const TableCell& cell, const core::Project& project, const core::Input& input,
    const BlockCell& pasted, const QLocale& locale, std::optional<QChar> decimalMark)
{
    switch (cell.editor) {
    case TableCell::Editor::number: {
        NumberExpectation expected = expectationFor(input, cell.bareExponent);
        expected.locale = locale;
        expected.decimalMark = decimalMark;
        return readNumber(pasted, expected);
    }
    case TableCell::Editor::flag:
        return readFlag(pasted);
    case TableCell::Editor::choice:
        return readChoice(pasted, project, input);
    case TableCell::Editor::name:
    case TableCell::Editor::none:
        break;
    }
    return {std::nullopt, Texts::tr("Nothing can be pasted here.")};
}

}

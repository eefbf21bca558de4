#include "ui/document/InputText.h"

#include <QCoreApplication>

using namespace Qt::StringLiterals;

namespace ui {

QString labelOf(const core::Input& input)
{
    return QCoreApplication::translate("Input", input.label.c_str());
}

QString helpOf(const core::Input& input)
{
    // Of no text, translate() gives the header of the translation file.
    return input.help.empty() ? QString()
                              : QCoreApplication::translate("Input", input.help.c_str());
}

QString absentText(const core::Input& input)
{
    return input.id == "tax.loss_carry_forward_years"
               ? QCoreApplication::translate("Input", "no limit")
               : QCoreApplication::translate("Input", "none");
}

QString fullLabelOf(const core::Input& input, std::optional<int> place)
{
    const QString element = QString::fromStdString(input.element);
    const QString label =
        element.isEmpty() ? labelOf(input) : u"%1, %2"_s.arg(labelOf(input), element);
    return place ? withPlace(label, input.kind, *place) : label;
}

QString withPlace(const QString& label, core::InputKind kind, int place)
{
    const QString pattern = kind == core::InputKind::profile
                                ? QCoreApplication::translate("Input", "%1, year %2")
                                : QCoreApplication::translate("Input", "%1, %2");
    return pattern.arg(label, QString::number(place)); // at once, as a label may hold "%2"
}

}

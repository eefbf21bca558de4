#include "ui/tables/TableKeys.h"

#include <QKeyEvent>
#include <QKeySequence>

namespace ui {

namespace {

struct KeyMeaning {
    int modifiers;
    int key;
    TableCommand command;
};

constexpr int none = Qt::NoModifier;
constexpr int ctrl = Qt::ControlModifier;
constexpr int shift = Qt::ShiftModifier;
constexpr int alt = Qt::AltModifier;

// "=" with Shift is "+" on some keyboards.
constexpr KeyMeaning meanings[] = {
    {none, Qt::Key_F2, TableCommand::edit},
    {none, Qt::Key_F3, TableCommand::explain},
    {none, Qt::Key_Escape, TableCommand::restore},
    {none, Qt::Key_Delete, TableCommand::giveBack},
    {none, Qt::Key_Space, TableCommand::toggle},
    {ctrl, Qt::Key_Space, TableCommand::selectColumns},
    {shift, Qt::Key_Space, TableCommand::selectRows},
    {ctrl | shift, Qt::Key_C, TableCommand::copyWithHeads},
    {ctrl, Qt::Key_D, TableCommand::fillDown},
    {ctrl, Qt::Key_R, TableCommand::fillRight},
    {ctrl | shift, Qt::Key_Equal, TableCommand::insertRow},
    {ctrl | shift, Qt::Key_Plus, TableCommand::insertRow},
    {ctrl, Qt::Key_Plus, TableCommand::insertRow},
    {ctrl, Qt::Key_Minus, TableCommand::removeRows},
    {alt, Qt::Key_Up, TableCommand::moveRowUp},
    {alt, Qt::Key_Down, TableCommand::moveRowDown},
    {alt | shift, Qt::Key_Left, TableCommand::collapse},
    {alt | shift, Qt::Key_Right, TableCommand::expand},
};

}

std::optional<TableCommand> commandOf(const QKeyEvent& event)
{
    if (event.matches(QKeySequence::Copy))
        return TableCommand::copy;
    if (event.matches(QKeySequence::Paste))
        return TableCommand::paste;
    if (event.matches(QKeySequence::SelectAll))
        return TableCommand::selectAll;
    const int modifiers = event.modifiers() & ~Qt::KeyboardModifiers(Qt::KeypadModifier);
    for (const KeyMeaning& meaning : meanings)
        if (meaning.modifiers == modifiers && meaning.key == event.key())
            return meaning.command;
    return std::nullopt;
}

bool startsTyping(const QKeyEvent& event)
{
    if (event.key() == Qt::Key_Backspace)
        return event.modifiers() == Qt::NoModifier;
    // Ctrl and Alt together are the third level of some keyboards, with marks such as "%".
    const auto commands = event.modifiers() & (Qt::ControlModifier | Qt::AltModifier);
    const bool isCommand = commands == Qt::ControlModifier || commands == Qt::AltModifier ||
                           event.modifiers().testFlag(Qt::MetaModifier);
    return !isCommand && !event.text().isEmpty() && event.text().front().isPrint() &&
           !event.text().front().isSpace();
}

}

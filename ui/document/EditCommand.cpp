#include "ui/document/EditCommand.h"

#include <utility>

namespace ui {

EditCommand::EditCommand(EditText text, Document before, Document after, Run run, Show show)
    : QUndoCommand(text.sentence())
    , m_text(std::move(text))
    , m_before(std::move(before))
    , m_after(std::move(after))
    , m_run(std::move(run))
    , m_show(std::move(show))
{
}

void EditCommand::undo()
{
    m_show(m_before, false);
}

void EditCommand::redo()
{
    m_show(m_after, !std::exchange(m_isDone, true));
}

int EditCommand::id() const
{
    return m_run.cell.isEmpty() ? -1 : 1;
}

bool EditCommand::mergeWith(const QUndoCommand* command)
{
    const auto* next = dynamic_cast<const EditCommand*>(command);
    if (!next || next->m_run != m_run)
        return false;
    m_after = next->m_after;
    if (m_text.before.isEmpty() && m_text.after.isEmpty())
        m_text = next->m_text;
    m_text.after = next->m_text.after;
    setText(m_text.sentence());
    setObsolete(*m_after == *m_before);
    return true;
}

}

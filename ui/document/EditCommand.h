#pragma once

#include "core/project/Project.h"
#include "ui/document/ValueText.h"

#include <QUndoCommand>

#include <functional>
#include <memory>

namespace ui {

// Every edit of a project: the document before and after it. Documents are shared between
// neighbouring steps, so a step costs one document.
class EditCommand final : public QUndoCommand {
public:
    using Document = std::shared_ptr<const core::Project>;
    // Makes a document the current one. `isFirst` is false when it is redone or undone.
    using Show = std::function<void(const Document&, bool isFirst)>;

    // What one step may take in: edits with the same cell in the same run of typing. An empty cell
    // stands alone.
    struct Run {
        QString cell;
        int number = 0;

        bool operator==(const Run&) const = default;
    };

    EditCommand(EditText, Document before, Document after, Run, Show);

    void undo() override;
    void redo() override;
    int id() const override;
    bool mergeWith(const QUndoCommand*) override;

private:
    EditText m_text;
    Document m_before;
    Document m_after;
    Run m_run;
    Show m_show;
    bool m_isDone = false;
};

}

#pragma once

#include "ui/pages/Workspace.h"

#include <map>
#include <optional>
#include <vector>

// What is wrong with the open project, as the window lists it.
namespace ui {

struct ErrorLine {
    QString inputId; // the field that it is about; may name a block
    QString text;    // a sentence with the field's name
};

// What rules of the project are broken, then what was typed and refused.
std::vector<ErrorLine> errorsOf(Session& session);

// The page where a field is, by its id or path; none for fields without a page.
std::optional<PageId> pageOfInput(const QString& id);

std::map<PageId, int> errorCounts(const std::vector<ErrorLine>& errors);

}

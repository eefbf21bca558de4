#pragma once

#include "core/project/Project.h"
#include "ui/models/DisplayFormat.h"
#include "ui/tables/TableContent.h"

#include <optional>
#include <string>

namespace ui {

// Makes a row that stands for an element of a list, cell by cell. Fields are named as in documents;
// what the document leaves to a default is inherited.
class ElementRow {
public:
    ElementRow(const core::Project& project, const ListElement& element);

    void addName(const std::string& name, const std::string& note);
    void addChoice(const char* field);
    void addFlag(const char* field, bool isSet);
    void addNumber(const char* field, std::optional<double> number, const QString& text);
    void addShare(const char* field, std::optional<double> share, const DisplayFormat& format);
    void add(TableCell cell) { m_row.cells.push_back(std::move(cell)); }
    void addEmpty() { m_row.cells.emplace_back(); }

    TableRow take() { return std::move(m_row); }

private:
    TableCell inputCell(const char* field, TableCell::Editor editor) const;

    const core::Project& m_project;
    TableRow m_row; // its id is the path of the element
};

QString elementRowId(const ListElement& element);

}

#pragma once

#include "ui/tables/TableContent.h"

#include <QStringList>

// Tables of a few cells for tests: texts alone, one word for a cell.
inline ui::TableContent smallTable(const QStringList& heads, const QStringList& rows)
{
    ui::TableContent content;
    for (const QString& head : heads) {
        ui::TableColumn column;
        column.id = head;
        column.head = head;
        content.columns.push_back(column);
    }
    for (const QString& row : rows) {
        ui::TableRow data;
        const QStringList words = row.split(u' ');
        data.id = words.front();
        for (const QString& word : words) {
            ui::TableCell cell;
            cell.text = word == u"_" ? QString() : word;
            data.cells.push_back(cell);
        }
        content.rows.push_back(data);
    }
    return content;
}

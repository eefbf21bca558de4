#pragma once

#include <QHash>
#include <QString>

class QTableView;

namespace ui {

class Appearance;
class FrozenColumns;
class GroupFilter;
class Preferences;

// The widths of a table's columns: as described or as the user gave them, at any size of text.
class ColumnWidths {
public:
    ColumnWidths(QTableView& table, const FrozenColumns&, const GroupFilter&, const Appearance&);

    // After columns, the size of the text or that of the table have changed.
    void apply();
    // What a column was dragged to. False while widths are being applied.
    bool take(int column, int width);
    bool areTaken() const { return !m_taken.isEmpty(); }
    void reset();

    // Those of the user are kept under a name.
    void keepIn(Preferences&, const QString& table);

private:
    void keep();
    void stretch(int room);
    void evenOut();

    QTableView& m_table;
    const FrozenColumns& m_parts;
    const GroupFilter& m_rows;
    const Appearance& m_appearance;
    QHash<QString, int> m_taken;          // at normal size of text, by column
    Preferences* m_preferences = nullptr; // where they are kept, if they are
    QString m_name;
    bool m_isApplying = false;
};

}

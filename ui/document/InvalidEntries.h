#pragma once

#include "ui/document/CellAddress.h"

#include <QObject>
#include <QString>

#include <vector>

namespace ui {

// What was typed into a cell and refused, with the sentence that says why.
struct InvalidEntry {
    CellAddress cell;
    QString text;
    QString sentence;

    bool operator==(const InvalidEntry&) const = default;
};

// All refused entries, so that nothing typed is lost: the project keeps its last valid values, and
// fields and cells show these texts until they are put right. One entry at most for a cell, in the
// order in which they came.
class InvalidEntries : public QObject {
    Q_OBJECT

public:
    using QObject::QObject;

    void set(const InvalidEntry&);
    void clear(const CellAddress&);
    void clearAll();

    // Null when the cell has none; valid until the entries change.
    const InvalidEntry* find(const CellAddress&) const;
    const std::vector<InvalidEntry>& all() const { return m_entries; }

signals:
    void changed();

private:
    std::vector<InvalidEntry> m_entries;
};

}

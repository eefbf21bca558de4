#include "ui/document/InvalidEntries.h"

#include <algorithm>

namespace ui {

void InvalidEntries::set(const InvalidEntry& entry)
{
    const auto found = std::find_if(m_entries.begin(), m_entries.end(),
        [&](const InvalidEntry& other) { return other.cell == entry.cell; });
    if (found == m_entries.end())
        m_entries.push_back(entry);
    else if (*found == entry)
        return;
    else
        *found = entry;
    emit changed();
}

void InvalidEntries::clear(const CellAddress& cell)
{
    if (std::erase_if(m_entries, [&](const InvalidEntry& entry) { return entry.cell == cell; }) > 0)
        emit changed();
}

void InvalidEntries::clearAll()
{
    if (m_entries.empty())
        return;
    m_entries.clear();
    emit changed();
}

const InvalidEntry* InvalidEntries::find(const CellAddress& cell) const
{
    const auto found = std::find_if(m_entries.begin(), m_entries.end(),
        [&](const InvalidEntry& entry) { return entry.cell == cell; });
    return found == m_entries.end() ? nullptr : &*found;
}

}

#include "ui/window/NavigationModel.h"

#include "ui/pages/PageList.h"

namespace ui {

NavigationModel::NavigationModel(QObject* parent)
    : QAbstractListModel(parent)
{
    const auto heading = [this](const QString& text) { m_lines.push_back({true, text, {}, {}}); };
    for (const PageId page : allPages()) {
        if (page == PageId::production)
            heading(tr("Inputs"));
        if (page == PageId::cashFlow)
            heading(tr("Results"));
        if (page == PageId::sensitivity)
            heading(tr("Analysis"));
        if (page == PageId::history)
            heading(tr("Output"));
        const PageDescription description = descriptionOf(page);
        m_lines.push_back({false, description.title, description.icon, page});
    }
}

int NavigationModel::rowCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_lines.size());
}

QVariant NavigationModel::data(const QModelIndex& index, int role) const
{
    if (!index.isValid())
        return {};
    const Line& line = m_lines[static_cast<std::size_t>(index.row())];
    const auto errors = m_errorCounts.find(line.page);
    const int count = line.isHeading || errors == m_errorCounts.end() ? 0 : errors->second;
    switch (role) {
    case Qt::DisplayRole:
        return line.text;
    case Qt::ToolTipRole:
        return line.isHeading ? QVariant() : line.text;
    case Qt::AccessibleTextRole:
        return count == 0 ? line.text : tr("%1, %n error(s)", nullptr, count).arg(line.text);
    case PageRole:
        return static_cast<int>(line.page);
    case IsHeadingRole:
        return line.isHeading;
    case ErrorCountRole:
        return count;
    case IconNameRole:
        return line.icon;
    default:
        return {};
    }
}

Qt::ItemFlags NavigationModel::flags(const QModelIndex& index) const
{
    const bool isHeading =
        index.isValid() && m_lines[static_cast<std::size_t>(index.row())].isHeading;
    return isHeading ? Qt::NoItemFlags : Qt::ItemIsEnabled | Qt::ItemIsSelectable;
}

QModelIndex NavigationModel::indexOf(PageId page) const
{
    for (std::size_t i = 0; i < m_lines.size(); ++i)
        if (!m_lines[i].isHeading && m_lines[i].page == page)
            return index(static_cast<int>(i));
    return {};
}

void NavigationModel::setErrorCounts(const std::map<PageId, int>& counts)
{
    if (m_errorCounts == counts)
        return;
    m_errorCounts = counts;
    emit dataChanged(index(0), index(rowCount() - 1), {ErrorCountRole, Qt::AccessibleTextRole});
}

}

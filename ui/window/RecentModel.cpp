#include "ui/window/RecentModel.h"

#include "ui/document/FileThreads.h"
#include "ui/document/Preferences.h"
#include "ui/document/RevisionText.h"
#include "ui/models/DisplayFormat.h"

#include <QDir>
#include <QFileInfo>
#include <QtConcurrentMap>

using namespace Qt::StringLiterals;

namespace ui {

namespace {

bool isNumber(int column)
{
    return column == RecentModel::npv || column == RecentModel::revision;
}

QString savedText(const std::string& utc)
{
    const QDateTime time = localTime(utc);
    return time.date() == QDate::currentDate()
               ? RecentModel::tr("Today, %1").arg(QLocale().toString(time, u"HH:mm"_s))
               : dayText(utc);
}

}

RecentModel::RecentModel(Preferences& preferences, QObject* parent)
    : QAbstractTableModel(parent)
    , m_preferences(preferences)
{
    connect(&m_reading, &QFutureWatcher<RecentFile>::resultReadyAt, this, [this](int row) {
        m_files[static_cast<std::size_t>(row)] = m_reading.resultAt(row);
        emit dataChanged(index(row, 0), index(row, columnCount() - 1));
    });
    connect(&preferences, &Preferences::recentFilesChanged, this, &RecentModel::read);
    read();
}

RecentModel::~RecentModel()
{
    m_reading.cancel();
}

void RecentModel::read()
{
    m_reading.cancel();
    const QStringList paths = m_preferences.recentFiles();
    beginResetModel();
    m_files.clear();
    for (const QString& path : paths)
        m_files.push_back({path, RecentFile::State::unread, {}, {}, {}, {}, 0});
    endResetModel();
    m_reading.setFuture(QtConcurrent::mapped(&fileThreads(), paths, readRecentFile));
}

int RecentModel::rowCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_files.size());
}

int RecentModel::columnCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : columnCountOfAll;
}

QVariant RecentModel::data(const QModelIndex& index, int role) const
{
    if (!index.isValid())
        return {};
    const RecentFile& recent = file(index.row());
    switch (role) {
    case Qt::DisplayRole:
        return text(recent, static_cast<Column>(index.column()));
    case Qt::ToolTipRole:
        return QDir::toNativeSeparators(recent.path);
    case Qt::TextAlignmentRole:
        return QVariant::fromValue(Qt::Alignment(
            Qt::AlignVCenter | (isNumber(index.column()) ? Qt::AlignRight : Qt::AlignLeft)));
    default:
        return {};
    }
}

QString RecentModel::text(const RecentFile& recent, Column column) const
{
    const DisplayFormat format(QLocale(), m_preferences.negativeStyle());
    const QFileInfo file(recent.path);
    switch (column) {
    case name:
        return file.completeBaseName();
    case folder:
        return file.dir().dirName();
    case state:
        if (recent.state == RecentFile::State::missing)
            return tr("missing; open it to find it");
        if (recent.state == RecentFile::State::unreadable)
            return tr("cannot be read");
        return recent.openBy.isEmpty() ? QString() : tr("open by %1, read-only").arg(recent.openBy);
    case npv:
        return recent.npv ? format.money(*recent.npv) : QString();
    case author:
        return recent.author;
    case saved:
        return recent.savedAt.empty() ? QString() : savedText(recent.savedAt);
    case revision:
        return recent.revision == 0 ? QString() : QString::number(recent.revision);
    case columnCountOfAll:
        break;
    }
    return {};
}

QVariant RecentModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal)
        return {};
    if (role == Qt::TextAlignmentRole)
        return QVariant::fromValue(
            Qt::Alignment(Qt::AlignVCenter | (isNumber(section) ? Qt::AlignRight : Qt::AlignLeft)));
    if (role != Qt::DisplayRole)
        return {};
    switch (static_cast<Column>(section)) {
    case name:
        return tr("Name");
    case folder:
        return tr("Folder");
    case npv:
        return tr("NPV, USD million");
    case author:
        return tr("Last saved by");
    case saved:
        return tr("Saved");
    case revision:
        return tr("Revision");
    case state:
    case columnCountOfAll:
        break;
    }
    return {};
}

}

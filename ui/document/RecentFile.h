#pragma once

#include <QString>

#include <optional>
#include <string>

namespace ui {

// What there is to know of a project file before it is opened.
struct RecentFile {
    enum class State { unread, readable, missing, unreadable };

    QString path;
    State state = State::unread;
    QString openBy;            // who else has it open; empty when nobody has
    std::optional<double> npv; // in USD, as of the last save
    QString author;
    std::string savedAt; // UTC, ISO 8601
    int revision = 0;    // 0: a document without revisions

    bool operator==(const RecentFile&) const = default;
};

// Reads the file and looks for its lock, which may take long on a share.
RecentFile readRecentFile(const QString& path);

}

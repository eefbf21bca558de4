#pragma once

#include "core/engine/Result.h"

#include <QByteArray>
#include <QDir>
#include <QFile>
#include <QString>
#include <QStringList>

#include <filesystem>
#include <span>
#include <string>
#include <string_view>

#ifndef _WIN32
#include <unistd.h>
#endif

// What the tests of storage share.

inline std::filesystem::path toPath(const QString& name)
{
    return name.toStdU16String();
}

inline std::span<const std::byte> toBytes(std::string_view text)
{
    return std::as_bytes(std::span(text));
}

inline std::string content(const QString& name)
{
    QFile file(name);
    return file.open(QIODevice::ReadOnly) ? file.readAll().toStdString() : "(cannot be read)";
}

inline bool write(const QString& name, std::string_view text)
{
    QFile file(name);
    const auto size = static_cast<qint64>(text.size());
    return file.open(QIODevice::WriteOnly) && file.write(text.data(), size) == size;
}

// Everything in the folder, hidden files too.
inline QStringList entries(const QString& folder)
{
    return QDir(folder).entryList(
        QDir::AllEntries | QDir::Hidden | QDir::System | QDir::NoDotAndDotDot);
}

// All problems of an error, for messages and comparisons.
inline QString words(const core::Error& error)
{
    QString text;
    for (const core::Problem& problem : error.problems)
        text += QString::fromStdString(sentence(problem)) + QLatin1Char('\n');
    return text.trimmed();
}

#ifndef _WIN32
// Rights of a folder: everybody may look into it, nobody may write; and as it was made.
inline constexpr QFile::Permissions readableFolder = QFile::ReadOwner | QFile::ExeOwner |
                                                     QFile::ReadGroup | QFile::ExeGroup |
                                                     QFile::ReadOther | QFile::ExeOther;
inline constexpr QFile::Permissions writableFolder =
    QFile::ReadOwner | QFile::WriteOwner | QFile::ExeOwner;

// An administrator may write anywhere; while this lives, the test is an ordinary user.
class OrdinaryUser {
public:
    OrdinaryUser()
        : m_user(::geteuid())
    {
        constexpr uid_t nobody = 65534;
        if (m_user == 0)
            m_changed = ::seteuid(nobody) == 0;
    }
    ~OrdinaryUser()
    {
        if (m_changed && ::seteuid(m_user) != 0)
            std::abort();
    }
    OrdinaryUser(const OrdinaryUser&) = delete;
    OrdinaryUser& operator=(const OrdinaryUser&) = delete;

    bool isOrdinary() const { return m_user != 0 || m_changed; }

private:
    uid_t m_user;
    bool m_changed = false;
};
#endif

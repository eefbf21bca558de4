#pragma once

#include "core/project/DefaultProject.h"

#include <nlohmann/json.hpp>

#include <QFile>
#include <QProcess>
#include <QStringList>
#include <QTemporaryDir>
#include <QTest>

#ifndef _WIN32
#include <sys/resource.h>
#include <unistd.h>
#endif

// What the tests of galval-cli share.
namespace support {

using Json = nlohmann::ordered_json;

struct Run {
    int status = -1; // -1: it did not start, or did not end by itself
    QString output;
    QStringList problems; // lines on standard error
};

enum class User { own, nobody }; // an administrator may write anywhere, nobody may not

// Runs the program in the folder, with little time and memory: a program that takes more is ended.
inline Run runCli(const QString& folder, const QStringList& arguments, const QByteArray& input = {},
    User user = User::own)
{
    QProcess process;
    process.setWorkingDirectory(folder);
#ifndef _WIN32
    process.setChildProcessModifier([user] {
#if defined(__SANITIZE_ADDRESS__)
        constexpr rlim_t seconds = 60;
#else
        constexpr rlim_t seconds = 2;
        constexpr rlim_t bytes = rlim_t {1} << 30U;
        const rlimit memory {bytes, bytes};
        ::setrlimit(RLIMIT_AS, &memory);
#endif
        const rlimit time {seconds, seconds}; // of computing, so that a busy machine does not count
        ::setrlimit(RLIMIT_CPU, &time);
        constexpr uid_t nobody = 65534;
        if (user == User::nobody && ::geteuid() == 0 && ::setuid(nobody) != 0)
            ::_exit(99);
    });
#else
    Q_UNUSED(user)
#endif
    process.start(QStringLiteral(GALVAL_CLI), arguments);
    process.write(input);
    process.closeWriteChannel();
    Run run;
    if (!process.waitForFinished(120'000) || process.exitStatus() != QProcess::NormalExit)
        return run;
    run.status = process.exitCode();
    run.output = QString::fromUtf8(process.readAllStandardOutput());
    const QString errors = QString::fromUtf8(process.readAllStandardError());
    run.problems = errors.split(QLatin1Char('\n'), Qt::SkipEmptyParts);
    return run;
}

inline bool writeFile(const QString& name, const QByteArray& bytes)
{
    QFile file(name);
    return file.open(QIODevice::WriteOnly) && file.write(bytes) == bytes.size();
}

inline QByteArray contentOf(const QString& name)
{
    QFile file(name);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray("(cannot be read)");
}

inline Json defaultDocument()
{
    return Json::parse(core::defaultProjectText());
}

// Done without a word on standard error, with all of these in what was printed.
inline void verifyAnswer(const Run& run, const QStringList& fragments)
{
    QCOMPARE(run.problems, QStringList());
    QCOMPARE(run.status, 0);
    for (const QString& fragment : fragments)
        QVERIFY2(run.output.contains(fragment), qPrintable(fragment + "\n" + run.output));
}

// Nothing but these problems, each line beginning so after the program's name.
inline void verifyRefusal(const Run& run, const QStringList& problems, int status = 2)
{
    const QString all = run.problems.join(QLatin1Char('\n'));
    QVERIFY2(run.status == status, qPrintable(QString::number(run.status) + "\n" + all));
    QCOMPARE(run.output, QString());
    QVERIFY2(run.problems.size() == problems.size(), qPrintable(all));
    for (qsizetype i = 0; i < problems.size(); ++i)
        QVERIFY2(run.problems[i].startsWith("galval-cli: " + problems[i]), qPrintable(all));
}

// A folder of its own in which galval-cli runs; a test of commands is one.
class CommandFolder {
public:
    bool isValid() const { return m_folder.isValid(); }
    QString filePath(const QString& name) const { return m_folder.filePath(name); }
    Run run(const QStringList& arguments) const { return runCli(m_folder.path(), arguments); }
    // What a command prints with --json; discarded when that is no JSON.
    Json json(const QStringList& arguments) const
    {
        const Run result = run(arguments + QStringList {"--json"});
        return Json::parse(result.output.toStdString(), nullptr, false);
    }
    bool write(const QString& name, const Json& document) const
    {
        return writeFile(filePath(name), QByteArray::fromStdString(document.dump()));
    }

private:
    QTemporaryDir m_folder;
};

}

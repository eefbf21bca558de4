#include "core/storage/RecoveryStore.h"

#include "core/project/DefaultProject.h"
#include "core/storage/Computer.h"
#include "tests/core/storage/FaultyFileSystem.h"
#include "tests/core/storage/StorageTest.h"
#include "tests/support/ProjectGenerator.h"

#include <QTemporaryDir>
#include <QTest>

#include <limits>
#include <memory>

using namespace core;

class TestRecoveryStore : public QObject {
    Q_OBJECT

private slots:
    void init();
    void whatIsKeptIsFoundOnceTheProgramHasEnded();
    void theLatestIsKeptAndDroppedAtTheEnd();
    void aNumberThatIsUsedAgainHidesAndReplacesNothing_data();
    void aNumberThatIsUsedAgainHidesAndReplacesNothing();
    void damagedCopiesArePassedOver_data();
    void damagedCopiesArePassedOver();
    void aFaultLeavesTheCopyBefore_data();
    void aFaultLeavesTheCopyBefore();

private:
    RecoveryStore store() const { return RecoveryStore(toPath(m_name)); }
    QStringList files() const { return entries(m_name); }
    // As if the program that kept the only copy had ended.
    void endProgram() const
    {
        const QString name = m_name + QLatin1Char('/') + files().value(0);
        std::string text = content(name);
        const std::string process = "\"process\": " + std::to_string(processId());
        const std::size_t place = text.find(process);
        QVERIFY(place != std::string::npos);
        text.replace(place, process.size(), "\"process\": 2147483646");
        QVERIFY(write(name, text));
    }

    std::unique_ptr<QTemporaryDir> m_folder;
    QString m_name;
};

void TestRecoveryStore::init()
{
    m_folder = std::make_unique<QTemporaryDir>();
    QVERIFY(m_folder->isValid());
    m_name = m_folder->filePath(QStringLiteral("Жұмыс/unsaved work"));
}

void TestRecoveryStore::whatIsKeptIsFoundOnceTheProgramHasEnded()
{
    QVERIFY(store().left().empty());
    Project project = defaultProject();
    project.discounting.rate = -5.0; // no rule keeps unsaved work from being kept
    Recovery about;
    about.origin = toPath(QStringLiteral("/мои файлы/ERG.galval"));
    about.name = "ERG";
    about.author = "Анна Ким";
    about.fingerprint = sha256("file");
    QVERIFY(store().keep("1", project, about));
    QVERIFY(store().left().empty()); // the program is still running
    endProgram();
    const std::vector<Recovery> left = store().left();
    QCOMPARE(left.size(), std::size_t {1});
    QVERIFY(left[0].origin == about.origin);
    QCOMPARE(left[0].name, about.name);
    QCOMPARE(left[0].author, about.author);
    QVERIFY(left[0].fingerprint == about.fingerprint);
    QVERIFY(left[0].keptAt.starts_with("20"));
    const Result<Project> read = store().read(left[0]);
    QVERIFY2(read, read ? "" : qPrintable(words(read.error())));
    QVERIFY(*read == project);
    store().drop(left[0]);
    QVERIFY(store().left().empty());
    QVERIFY(files().isEmpty());
}

void TestRecoveryStore::theLatestIsKeptAndDroppedAtTheEnd()
{
    for (std::uint32_t seed = 1; seed <= 3; ++seed)
        QVERIFY(store().keep("1", support::generateProject(seed), {}));
    QVERIFY(store().keep("2", support::generateProject(4), {}));
    QCOMPARE(files().size(), 2);
    store().drop("2");
    QCOMPARE(files().size(), 1);
    endProgram();
    QVERIFY(store().read(store().left().at(0)).value() == support::generateProject(3));
    store().drop("1");
    store().drop("1");
    QVERIFY(files().isEmpty());
}

void TestRecoveryStore::aNumberThatIsUsedAgainHidesAndReplacesNothing_data()
{
    QTest::addColumn<bool>("isByThisProgram");
    QTest::newRow("by the first process of the system") << false;
    QTest::newRow("by this program") << true;
}

void TestRecoveryStore::aNumberThatIsUsedAgainHidesAndReplacesNothing()
{
    QFETCH(bool, isByThisProgram);
    QVERIFY(store().keep("1", support::generateProject(1), {}));
    // As it would be if another program had kept it before.
    const QString start = QString::fromStdString(processStart(processId()));
    const QString process = QString::number(processId());
    const QString earlier = isByThisProgram ? process : QStringLiteral("1");
    const QString name = files().value(0);
    QString text = QString::fromStdString(content(m_name + QLatin1Char('/') + name));
    text.replace(
        QStringLiteral("\"process\": ") + process, QStringLiteral("\"process\": ") + earlier);
    text.replace(start, QStringLiteral("earlier"));
    QVERIFY(QFile::remove(m_name + QLatin1Char('/') + name));
    QString left = name;
    left.replace(start, QStringLiteral("earlier"));
    QVERIFY(write(m_name + QLatin1Char('/') + left, text.toStdString()));

    QCOMPARE(store().left().size(), std::size_t {1});
    QVERIFY(store().keep("1", support::generateProject(2), {}));
    QCOMPARE(files().size(), 2);
    QCOMPARE(store().left().size(), std::size_t {1});
    QVERIFY(store().read(store().left().at(0)).value() == support::generateProject(1));
    store().drop("1");
    QCOMPARE(files(), QStringList {left});
}

void TestRecoveryStore::damagedCopiesArePassedOver_data()
{
    QTest::addColumn<std::size_t>("kept"); // so much of the file
    QTest::addColumn<int>("changed");      // -1, or the place of a byte that is another one
    QTest::newRow("empty") << std::size_t {0} << -1;
    QTest::newRow("cut short") << std::size_t {5000} << -1;
    QTest::newRow("another figure") << std::numeric_limits<std::size_t>::max() << 6000;
}

void TestRecoveryStore::damagedCopiesArePassedOver()
{
    QFETCH(std::size_t, kept);
    QFETCH(int, changed);
    QVERIFY(store().keep("1", defaultProject(), {}));
    endProgram();
    const std::vector<Recovery> before = store().left();
    QCOMPARE(before.size(), std::size_t {1});
    const QString name = m_name + QLatin1Char('/') + files().value(0);
    std::string text = content(name).substr(0, kept);
    if (changed >= 0)
        text[static_cast<std::size_t>(changed)] ^= 1;
    QVERIFY(write(name, text));
    QVERIFY(write(m_name + QStringLiteral("/letter.recovery"), "Dear colleagues"));
    QVERIFY(write(m_name + QStringLiteral("/1-2.recovery"), R"({"format":"galval-recovery"})"));
    QVERIFY(store().left().empty());
    const Result<Project> read = store().read(before[0]);
    QVERIFY(!read);
    QCOMPARE(read.error().code, ErrorCode::FileDamaged);
}

void TestRecoveryStore::aFaultLeavesTheCopyBefore_data()
{
    QTest::addColumn<std::errc>("error");
    QTest::newRow("the disk is full") << std::errc::no_space_on_device;
    QTest::newRow("the disk fails") << std::errc::io_error;
}

void TestRecoveryStore::aFaultLeavesTheCopyBefore()
{
    QFETCH(std::errc, error);
    QVERIFY(store().keep("1", support::generateProject(1), {}));
    const QString name = m_name + QLatin1Char('/') + files().value(0);
    const std::string before = content(name);
    FaultyFileSystem counting;
    QVERIFY(RecoveryStore(toPath(m_name), counting).keep("1", support::generateProject(2), {}));
    for (std::size_t call = 0; call < counting.calls().size(); ++call) {
        QVERIFY(write(name, before));
        FaultyFileSystem faulty(call, 1, error);
        RecoveryStore store(toPath(m_name), faulty);
        const std::string& step = counting.calls()[call];
        QVERIFY2(!store.keep("1", support::generateProject(2), {}), step.c_str());
        QCOMPARE(files().size(), 1);
        QVERIFY2(step == "flushFolder" || content(name) == before, step.c_str());
    }
}

QTEST_GUILESS_MAIN(TestRecoveryStore)
#include "tst_recoverystore.moc"

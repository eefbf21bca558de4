#include "core/storage/ProjectHistory.h"
#include "core/storage/ProjectLock.h"
#include "tests/app/CommandLineTest.h"

#include <QDir>
#include <QTemporaryDir>
#include <QTest>

#include <memory>

using support::Json;
using support::Run;

// The commands on the revisions of a project file, run as a user does.
class TestCliHistory : public QObject {
    Q_OBJECT

private slots:
    void init();
    void historyListsRevisions();
    void historyAsJsonHasAllOfThem();
    void diffNamesWhatChanged_data();
    void diffNamesWhatChanged();
    void diffAsJson();
    void anApprovedRevisionStays();
    void aRestoredRevisionIsANewOne();
    void verifyFindsDamage();
    void figuresNameTheRevisionTheyRestOn();
    void noFiguresOfADamagedRevision();
    void refuses_data();
    void refuses();
    void aFileThatIsOpenIsLeftAlone();

private:
    Run run(const QStringList& arguments) const
    {
        return support::runCli(m_folder->path(), arguments);
    }
    Json json(const QStringList& arguments) const
    {
        return Json::parse(
            run(arguments + QStringList {"--json"}).output.toStdString(), nullptr, false);
    }
    std::filesystem::path file() const { return m_folder->filePath("p.galval").toStdU16String(); }

    std::unique_ptr<QTemporaryDir> m_folder;
};

// Three revisions: the default project, a higher discount rate, a line more and a note.
void TestCliHistory::init()
{
    m_folder = std::make_unique<QTemporaryDir>();
    QVERIFY(m_folder->isValid());
    core::Project project = core::defaultProject();
    core::RevisionInfo info;
    info.author = "Анна Ким";
    info.comment = "Sent to the audit committee";
    info.keyFigures = {{"npv", 10757782.15}, {"irr", 0.2092}, {"break_even_price_per_kg", 467.2}};
    QVERIFY(core::saveProject(file(), project, info));
    project.discounting.rate = 0.12;
    QVERIFY(core::saveProject(file(), project, info));
    core::CostLine line = project.costLines.front();
    line.id = "security";
    line.name = "Security";
    project.costLines.push_back(line);
    project.notes["discounting.rate"] = "Treasury, 2026";
    QVERIFY(core::saveProject(file(), project, {}));
    QCOMPARE(run({"new", "other.json"}).status, 0);
}

void TestCliHistory::historyListsRevisions()
{
    QCOMPARE(run({"approve", "p.galval", "--revision", "2", "--by", "Controller", "--comment",
                     "Board paper"})
                 .status,
        0);
    const Run result = run({"history", "p.galval"});
    QCOMPARE(result.problems, QStringList());
    QCOMPARE(result.status, 0);
    const QStringList lines = result.output.split('\n');
    QCOMPARE(lines.size(), 8); // two of heads, a rule, three revisions, an approval, the last end
    QVERIFY2(lines[3].trimmed().startsWith("3 "), qPrintable(lines[3]));
    QVERIFY(lines[3].contains("none"));
    for (const char* part : {"2 ", "Анна Ким", "10.76", "20.9", "467", "audit committee"})
        QVERIFY2(lines[4].contains(part), qPrintable(lines[4]));
    QVERIFY2(lines[5].trimmed().startsWith("Approved by Controller on 20"), qPrintable(lines[5]));
    QVERIFY(lines[5].endsWith(": Board paper"));
}

void TestCliHistory::historyAsJsonHasAllOfThem()
{
    const Json list = json({"history", "p.galval"});
    QCOMPARE(list.size(), std::size_t {3});
    QCOMPARE(list[0]["number"].get<int>(), 1);
    QCOMPARE(list[0]["author"].get<std::string>(), std::string("Анна Ким"));
    QCOMPARE(list[0]["key_figures"]["npv"].get<double>(), 10757782.15);
    QCOMPARE(list[0]["approved"].get<bool>(), false);
    QCOMPARE(list[2]["hash"].get<std::string>().size(), std::size_t {64});
}

void TestCliHistory::diffNamesWhatChanged_data()
{
    QTest::addColumn<QStringList>("arguments");
    QTest::addColumn<QStringList>("fragments");
    QTest::newRow("two revisions")
        << QStringList {"p.galval", "--from", "1", "--to", "2"}
        << QStringList {
               "NPV of revision 1: 10.76 USD million; of revision 2: 9.10 USD million (−1.66)",
               "discounting.rate", "11\u00a0%", "12\u00a0%", "Discount rate"};
    QTest::newRow("against the latest")
        << QStringList {"p.galval", "--from", "2"}
        << QStringList {"added   cost_lines.security (Security)", "Changed notes",
               "discounting.rate:", "is now", "\"Treasury, 2026\""};
    QTest::newRow("backwards") << QStringList {"p.galval", "--from", "3", "--to", "1"}
                               << QStringList {"removed cost_lines.security (Security)"};
    QTest::newRow("two files of different forms")
        << QStringList {"other.json", "p.galval"}
        << QStringList {"NPV of other.json: 10.76 USD million; of p.galval:", "discounting.rate"};
    QTest::newRow("the same") << QStringList {"p.galval", "p.galval"}
                              << QStringList {"Nothing differs."};
}

void TestCliHistory::diffNamesWhatChanged()
{
    QFETCH(QStringList, arguments);
    QFETCH(QStringList, fragments);
    const Run result = run(QStringList {"diff"} + arguments);
    QCOMPARE(result.problems, QStringList());
    QCOMPARE(result.status, 0);
    for (const QString& fragment : fragments)
        QVERIFY2(result.output.contains(fragment), qPrintable(fragment + "\n" + result.output));
}

void TestCliHistory::diffAsJson()
{
    const Json document = json({"diff", "other.json", "p.galval"});
    QCOMPARE(document["inputs"].size(), std::size_t {1});
    QCOMPARE(document["inputs"][0]["id"].get<std::string>(), std::string("discounting.rate"));
    QCOMPARE(document["inputs"][0]["from"].get<double>(), 0.11);
    QCOMPARE(document["inputs"][0]["to"].get<double>(), 0.12);
    QCOMPARE(document["elements"][0]["change"].get<std::string>(), std::string("added"));
    QVERIFY(document["from"]["npv"].get<double>() > document["to"]["npv"].get<double>());
    QCOMPARE(document["notes"].size(), std::size_t {1});
}

void TestCliHistory::anApprovedRevisionStays()
{
    const Run approved = run({"approve", "p.galval", "--revision", "1", "--by", "Controller"});
    QCOMPARE(approved.problems, QStringList());
    const Json list = json({"history", "p.galval"});
    QCOMPARE(list[0]["approved"].get<bool>(), true);
    const Json& remark = list[0]["remarks"][0];
    QCOMPARE(remark["kind"].get<std::string>(), std::string("approval"));
    QCOMPARE(remark["author"].get<std::string>(), std::string("Controller"));
    QVERIFY(std::abs(remark["key_figures"]["npv"].get<double>() - 10757782.15) < 0.01);
    QVERIFY(approved.output.contains(QString::fromStdString(remark["hash"].get<std::string>())));
    const Run replaced = run({"new", "p.galval"});
    QCOMPARE(replaced.status, 2);
    QVERIFY(replaced.problems.value(0).contains("approved revisions"));
    QVERIFY(run({"verify", "p.galval"}).output.contains("revisions: 3, approved: 1, the last: "));
}

void TestCliHistory::aRestoredRevisionIsANewOne()
{
    const Run result = run({"restore", "p.galval", "--revision", "1"});
    QCOMPARE(result.output, QString("p.galval: revision 4 is revision 1 again\n"));
    QVERIFY(
        run({"diff", "p.galval", "--from", "1", "--to", "4"}).output.contains("Nothing differs."));
    const Json list = json({"history", "p.galval"});
    QCOMPARE(list.size(), std::size_t {4});
    QCOMPARE(list[3]["comment"].get<std::string>(), std::string("Restored revision 1"));
    QVERIFY(list[3]["key_figures"].contains("break_even_price_per_kg"));
    QCOMPARE(run({"restore", "p.galval", "--revision", "2", "--comment", "As agreed"}).status, 0);
    QCOMPARE(
        json({"history", "p.galval"})[4]["comment"].get<std::string>(), std::string("As agreed"));
    QCOMPARE(QDir(m_folder->path()).entryList(QDir::Files | QDir::Hidden).size(), 2); // no lock
}

void TestCliHistory::verifyFindsDamage()
{
    QVERIFY(run({"verify", "p.galval"}).output.contains("every checksum is right"));
    QByteArray bytes = support::contentOf(m_folder->filePath("p.galval"));
    // The last bytes of a page belong to its first entry, here to the document of revision 1.
    core::Result<core::ProjectHistory> history = core::ProjectHistory::open(file());
    bool isFound = false;
    for (qsizetype place = bytes.size() - 1; place > 0 && !isFound; place -= 97) {
        QByteArray changed = bytes;
        changed[place] = static_cast<char>(changed[place] ^ 1);
        QVERIFY(support::writeFile(m_folder->filePath("changed.galval"), changed));
        const Run result = run({"verify", "changed.galval"});
        isFound =
            result.status == 2 && result.problems.value(0).contains("the document of revision");
    }
    QVERIFY(isFound);
}

void TestCliHistory::figuresNameTheRevisionTheyRestOn()
{
    const auto firstLine = [this](const QStringList& options) {
        return run(QStringList {"evaluate", "p.galval"} + options).output.section('\n', 0, 0);
    };
    QVERIFY2(firstLine({}).startsWith("Draft, revision 3 of 20"), qPrintable(firstLine({})));
    QCOMPARE(run({"approve", "p.galval", "--revision", "2", "--by", "Controller"}).status, 0);
    const QString approved = firstLine({"--revision", "2"});
    QVERIFY2(approved.startsWith("Approved by Controller on 20"), qPrintable(approved));
    const std::string hash = json({"history", "p.galval"})[1]["hash"].get<std::string>();
    QVERIFY2(approved.contains("revision 2, hash " + QString::fromStdString(hash.substr(0, 12))),
        qPrintable(approved));
    const QString changed = firstLine({"--revision", "2", "--set", "levers.price=0.9"});
    QVERIFY2(changed.startsWith("Draft, revision 2 of 20") && changed.endsWith(" with changes"),
        qPrintable(changed));
    const Json figures = json({"evaluate", "p.galval", "--revision", "2"});
    QCOMPARE(figures["origin"]["approved_by"].get<std::string>(), std::string("Controller"));
    QCOMPARE(figures["origin"]["hash"].get<std::string>(), hash);
    // Revision 2 is revision 1 with a rate of 12 %.
    const Json alike = json({"evaluate", "other.json", "--set", "discounting.rate=12%"});
    QVERIFY(!figures["cases"].is_null() && figures["cases"] == alike["cases"]);
    QVERIFY(run({"tornado", "p.galval", "--revision", "2"}).output.contains("With revision 2"));
}

// No figure may seem approved that is not the one that was approved.
void TestCliHistory::noFiguresOfADamagedRevision()
{
    QCOMPARE(run({"approve", "p.galval", "--revision", "1", "--by", "Controller"}).status, 0);
    const QByteArray bytes = support::contentOf(m_folder->filePath("p.galval"));
    const QString figures = run({"evaluate", "p.galval", "--revision", "1"}).output;
    bool isFound = false;
    for (qsizetype place = bytes.size() - 1; place > 0 && !isFound; place -= 97) {
        QByteArray changed = bytes;
        changed[place] = static_cast<char>(changed[place] ^ 1);
        QVERIFY(support::writeFile(m_folder->filePath("changed.galval"), changed));
        const Run result = run({"evaluate", "changed.galval", "--revision", "1"});
        QVERIFY(result.status == 2 || result.output == figures);
        isFound =
            result.status == 2 && result.problems.value(0).contains("the document of revision 1");
    }
    QVERIFY(isFound);
}

void TestCliHistory::refuses_data()
{
    QTest::addColumn<QStringList>("arguments");
    QTest::addColumn<QString>("problem");
    QTest::newRow("the history of a document")
        << QStringList {"history", "other.json"} << QString("other.json: This is not a Galval");
    QTest::newRow("a missing file")
        << QStringList {"history", "none.galval"} << QString("none.galval: There is no such file.");
    QTest::newRow("one file without a revision")
        << QStringList {"diff", "p.galval"}
        << QString("expected a second file, or --from REVISION");
    QTest::newRow("two files with a revision")
        << QStringList {"diff", "p.galval", "other.json", "--from", "1"}
        << QString("expected either two files, or one with --from");
    QTest::newRow("a revision that is not there")
        << QStringList {"diff", "p.galval", "--from", "1", "--to", "4"}
        << QString("p.galval: There is no revision 4; the file has revisions 1 to 3.");
    QTest::newRow("a revision that is no number")
        << QStringList {"restore", "p.galval", "--revision", "last"}
        << QString("Could not convert");
    QTest::newRow("an approval of a revision that is not there")
        << QStringList {"approve", "p.galval", "--revision", "0", "--by", "A"}
        << QString("p.galval: There is no revision 0");
    QTest::newRow("an approval by nobody")
        << QStringList {"approve", "p.galval", "--revision", "1"} << QString("--by is required");
    QTest::newRow("an approval without a name")
        << QStringList {"approve", "p.galval", "--revision", "1", "--by", ""}
        << QString("author: the name of whoever approves was expected.");
}

void TestCliHistory::refuses()
{
    QFETCH(QStringList, arguments);
    QFETCH(QString, problem);
    const QByteArray before = support::contentOf(m_folder->filePath("p.galval"));
    const Run result = run(arguments);
    QCOMPARE(result.status, 2);
    QCOMPARE(result.output, QString());
    QVERIFY2(result.problems.value(0).startsWith("galval-cli: " + problem),
        qPrintable(result.problems.join('\n')));
    QCOMPARE(support::contentOf(m_folder->filePath("p.galval")), before);
}

void TestCliHistory::aFileThatIsOpenIsLeftAlone()
{
    core::ProjectLock lock(file(), "Анна Ким");
    QCOMPARE(lock.take(), core::ProjectLock::State::own);
    for (const QStringList& arguments : {QStringList {"restore", "p.galval", "--revision", "1"},
             QStringList {"approve", "p.galval", "--revision", "1", "--by", "Controller"}}) {
        const Run result = run(arguments);
        QCOMPARE(result.status, 2);
        QVERIFY2(result.problems.value(0).contains("Анна Ким has the file open on"),
            qPrintable(result.problems.join('\n')));
    }
    QCOMPARE(run({"history", "p.galval"}).status, 0);
    QCOMPARE(lock.take(), core::ProjectLock::State::own);
}

QTEST_GUILESS_MAIN(TestCliHistory)
#include "tst_cli_history.moc"

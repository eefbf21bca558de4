#include "core/storage/FileHeader.h"

#include "core/storage/Schema.h"

#include <QTest>

#include <functional>

using namespace core;

namespace {

void put(std::string& bytes, std::size_t offset, std::size_t size, std::uint32_t number)
{
    for (std::size_t i = size; i-- > 0; number >>= 8U)
        bytes[offset + i] = static_cast<char>(number & 0xffU);
}

// Two pages of 4096 bytes; offsets from https://www.sqlite.org/fileformat2.html.
std::string goodFile()
{
    std::string bytes(8192, '\0');
    bytes.replace(0, 15, "SQLite format 3");
    put(bytes, 16, 2, 4096);
    put(bytes, 18, 2, 0x0101);
    put(bytes, 28, 4, 2);
    put(bytes, 60, 4, 1);
    put(bytes, 68, 4, applicationId);
    return bytes;
}

}

using Change = std::function<void(std::string&)>;

class TestFileHeader : public QObject {
    Q_OBJECT

private slots:
    void givesTheVersion();
    void takesTheLargestPages();
    void refusesWhatItSays_data();
    void refusesWhatItSays();
};

void TestFileHeader::givesTheVersion()
{
    QVERIFY(isDatabase(goodFile()));
    QVERIFY(!isDatabase("SQLite format 4"));
    QVERIFY(!isDatabase(""));
    QCOMPARE(checkHeader(goodFile(), "file").value(), 1);
}

void TestFileHeader::takesTheLargestPages()
{
    std::string bytes = goodFile();
    bytes.resize(65536);
    put(bytes, 16, 2, 1);
    put(bytes, 28, 4, 1);
    QCOMPARE(checkHeader(bytes, "file").value(), 1);
}

void TestFileHeader::refusesWhatItSays_data()
{
    QTest::addColumn<Change>("change");
    QTest::addColumn<ErrorCode>("code");
    QTest::addColumn<QString>("expected");
    const auto row = [](const char* name, Change change, ErrorCode code, const char* expected) {
        QTest::newRow(name) << std::move(change) << code << QString::fromLatin1(expected);
    };
    row(
        "nothing", [](std::string& b) { b.clear(); }, ErrorCode::FileUnreadable, "is empty");
    row(
        "99 bytes", [](std::string& b) { b.resize(99); }, ErrorCode::FileDamaged,
        "only 99 bytes of it");
    row(
        "one byte short", [](std::string& b) { b.pop_back(); }, ErrorCode::FileDamaged,
        "only 8191 of 8192 bytes");
    row(
        "one byte long", [](std::string& b) { b += 'x'; }, ErrorCode::FileDamaged,
        "8193 bytes instead of 8192");
    row(
        "another beginning", [](std::string& b) { b[15] = 'x'; }, ErrorCode::FileUnreadable,
        "not a Galval project file");
    row(
        "a page of 3000 bytes", [](std::string& b) { put(b, 16, 2, 3000); }, ErrorCode::FileDamaged,
        "page size is 3000");
    row(
        "a page of no bytes", [](std::string& b) { put(b, 16, 2, 0); }, ErrorCode::FileDamaged,
        "page size is 0");
    row(
        "the most pages there can be", [](std::string& b) { put(b, 28, 4, 0xffffffffU); },
        ErrorCode::FileDamaged, "8192 of 17592186040320 bytes");
    row(
        "another program", [](std::string& b) { put(b, 68, 4, 0x47616c77); },
        ErrorCode::FileUnreadable, "application id is 0x47616c77");
    row(
        "the version 7000", [](std::string& b) { put(b, 60, 4, 7000); }, ErrorCode::FileTooNew,
        "it has format 7000, and this program reads formats up to 2");
    row(
        "the version 0", [](std::string& b) { put(b, 60, 4, 0); }, ErrorCode::FileDamaged,
        "no format version");
    row(
        "the version -1", [](std::string& b) { put(b, 60, 4, 0xffffffffU); },
        ErrorCode::FileDamaged, "no format version");
    row(
        "a write-ahead log", [](std::string& b) { put(b, 18, 2, 0x0202); },
        ErrorCode::FileUnreadable, "journal mode DELETE");
}

void TestFileHeader::refusesWhatItSays()
{
    QFETCH(Change, change);
    QFETCH(ErrorCode, code);
    QFETCH(QString, expected);
    std::string bytes = goodFile();
    change(bytes);
    const Result<int> version = checkHeader(bytes, "file");
    QVERIFY(!version);
    QCOMPARE(version.error().code, code);
    QCOMPARE(version.error().problems.front().where, std::string("file"));
    const QString message = QString::fromStdString(version.error().problems.front().message);
    QVERIFY2(message.contains(expected), qPrintable(message));
}

QTEST_APPLESS_MAIN(TestFileHeader)
#include "tst_fileheader.moc"

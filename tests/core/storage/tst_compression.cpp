#include "core/storage/Compression.h"

#include "core/project/DefaultProject.h"

#include <QTest>

using namespace core;

class TestCompression : public QObject {
    Q_OBJECT

private slots:
    void textsComeBack_data();
    void textsComeBack();
    void whatTheDictionaryHasTakesHardlyAnyRoom();
    void otherBytesAreRefused();
};

void TestCompression::textsComeBack_data()
{
    QTest::addColumn<std::string>("text");
    QTest::newRow("nothing") << std::string();
    QTest::newRow("a letter") << std::string("x");
    QTest::newRow("zeros") << std::string(1'000'000, '\0');
    QTest::newRow("a document") << std::string(defaultProjectText());
    std::string bytes;
    std::uint32_t state = 1;
    for (int i = 0; i < 100'000; ++i) {
        state = state * 1664525U + 1013904223U;
        bytes += static_cast<char>(state >> 24U);
    }
    QTest::newRow("noise") << bytes;
}

void TestCompression::textsComeBack()
{
    QFETCH(std::string, text);
    const std::string dictionary(defaultProjectText());
    QVERIFY(uncompressed(compressed(text), text.size()) == text);
    QVERIFY(uncompressed(compressed(text, dictionary), text.size(), dictionary) == text);
}

void TestCompression::whatTheDictionaryHasTakesHardlyAnyRoom()
{
    const std::string before(defaultProjectText());
    std::string after = before;
    after.replace(after.find("0.11"), 4, "0.1234");
    QVERIFY(compressed(after).size() > 1'000);
    QVERIFY2(compressed(after, before).size() < 300,
        qPrintable(QString::number(compressed(after, before).size())));
}

void TestCompression::otherBytesAreRefused()
{
    const std::string text = "a text that is repeated, a text that is repeated";
    const std::string good = compressed(text);
    QVERIFY(!uncompressed(good, text.size() - 1));
    QVERIFY(!uncompressed(good, text.size() + 1));
    QVERIFY(!uncompressed(good + "x", text.size()));
    QVERIFY(!uncompressed("", text.size()));
    QVERIFY(!uncompressed("another text", text.size()));
    for (std::size_t size = 0; size < good.size(); ++size)
        QVERIFY(!uncompressed(good.substr(0, size), text.size()));
    const std::string withDictionary = compressed(text, "repeated");
    QVERIFY(!uncompressed(withDictionary, text.size()));
    QVERIFY(!uncompressed(withDictionary, text.size(), "Repeated"));
}

QTEST_APPLESS_MAIN(TestCompression)
#include "tst_compression.moc"

#include "core/project/JsonWriter.h"

#include <QTest>

#include <bit>
#include <charconv>
#include <cstdint>
#include <limits>

using core::JsonWriter;

class TestJsonWriter : public QObject {
    Q_OBJECT

private slots:
    void numbersReadBackAsTheyWere_data();
    void numbersReadBackAsTheyWere();
    void nestingIsIndented();
    void textIsEscaped();
};

void TestJsonWriter::numbersReadBackAsTheyWere_data()
{
    QTest::addColumn<double>("number");
    QTest::addColumn<QByteArray>("expected");
    QTest::newRow("a whole number has no point") << 1500.0 << QByteArray("1500");
    QTest::newRow("a tenth is short") << 0.1 << QByteArray("0.1");
    QTest::newRow("all digits of a sum") << 0.1 + 0.2 << QByteArray("0.30000000000000004");
    QTest::newRow("negative zero keeps its sign") << -0.0 << QByteArray("-0.0");
    QTest::newRow("smallest") << std::numeric_limits<double>::denorm_min() << QByteArray("5e-324");
    QTest::newRow("largest") << std::numeric_limits<double>::max()
                             << QByteArray("1.7976931348623157e+308");
    QTest::newRow("largest exact integer") << 9007199254740991.0 << QByteArray("9007199254740991");
}

void TestJsonWriter::numbersReadBackAsTheyWere()
{
    QFETCH(double, number);
    QFETCH(QByteArray, expected);
    JsonWriter json;
    json.number(number);
    const std::string text = std::move(json).take();
    QCOMPARE(QByteArray::fromStdString(text).trimmed(), expected);
    double back = 1.0;
    std::from_chars(text.data(), text.data() + text.size(), back);
    QCOMPARE(std::bit_cast<std::uint64_t>(back), std::bit_cast<std::uint64_t>(number));
}

void TestJsonWriter::nestingIsIndented()
{
    JsonWriter json;
    json.beginObject();
    json.key("a");
    json.beginArray();
    json.number(1);
    json.null();
    json.endArray();
    json.key("b");
    json.beginObject();
    json.endObject();
    json.key("c");
    json.beginArray();
    json.endArray();
    json.key("d");
    json.flag(true);
    json.key("e");
    json.integer(std::uint64_t {18446744073709551615u});
    json.endObject();
    QCOMPARE(std::move(json).take(),
        std::string("{\n \"a\": [\n  1,\n  null\n ],\n \"b\": {},\n \"c\": [],\n \"d\": true,\n"
                    " \"e\": 18446744073709551615\n}\n"));
}

void TestJsonWriter::textIsEscaped()
{
    JsonWriter json;
    json.text("say \"x\"\\\n\x01 \xD2\x9B \xFF");
    QCOMPARE(std::move(json).take(),
        std::string("\"say \\\"x\\\"\\\\\\n\\u0001 \xD2\x9B \xEF\xBF\xBD\"\n"));
}

QTEST_APPLESS_MAIN(TestJsonWriter)
#include "tst_json_writer.moc"

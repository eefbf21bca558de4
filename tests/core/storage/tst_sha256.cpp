#include "core/storage/Sha256.h"

#include <QTest>

// Expected values: NIST, "Secure Hashing: example values", SHA-256
// (https://csrc.nist.gov/projects/cryptographic-standards-and-guidelines/example-values), and for
// the empty and the long text the test vectors of NIST's algorithm validation programme.
class TestSha256 : public QObject {
    Q_OBJECT

private slots:
    void agreesWithPublishedValues_data();
    void agreesWithPublishedValues();
};

void TestSha256::agreesWithPublishedValues_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<QString>("expected");
    QTest::newRow("nothing")
        << QByteArray()
        << QStringLiteral("e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855");
    QTest::newRow("one block")
        << QByteArray("abc")
        << QStringLiteral("ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
    QTest::newRow("two blocks")
        << QByteArray("abcdbcdecdefdefgefghfghighijhijkijkljklmklmnlmnomnopnopq")
        << QStringLiteral("248d6a61d20638b8e5c026930c3e6039a33ce45964ff2167f6ecedd419db06c1");
    QTest::newRow("a million letters")
        << QByteArray(1'000'000, 'a')
        << QStringLiteral("cdc76e5c9914fb9281a1c7e284d73e67f1809a48a497200e046d39ccc7112cd0");
}

void TestSha256::agreesWithPublishedValues()
{
    QFETCH(QByteArray, text);
    QFETCH(QString, expected);
    QCOMPARE(QString::fromStdString(core::hexText(core::sha256(text.toStdString()))), expected);
}

QTEST_APPLESS_MAIN(TestSha256)
#include "tst_sha256.moc"

#include "core/storage/Compression.h"

#include <QTest>

#include <new>
#include <zlib.h>

// zlib without memory, in the place of that of the system.
int deflateInit_(z_streamp, int, const char*, int)
{
    return Z_MEM_ERROR;
}

int inflateInit_(z_streamp, const char*, int)
{
    return Z_MEM_ERROR;
}

class TestStorageMemory : public QObject {
    Q_OBJECT

private slots:
    void wantOfMemoryIsThrown();
};

void TestStorageMemory::wantOfMemoryIsThrown()
{
    QVERIFY_EXCEPTION_THROWN(core::compressed("text"), std::bad_alloc);
    QVERIFY_EXCEPTION_THROWN(static_cast<void>(core::uncompressed("bytes", 4)), std::bad_alloc);
}

QTEST_GUILESS_MAIN(TestStorageMemory)
#include "tst_storagememory.moc"

#include "core/project/DefaultProject.h"
#include "tests/core/analysis/SimulationTest.h"

#include <QTest>

#include <atomic>
#include <cstdlib>
#include <new>
#include <thread>

using namespace core;

namespace {

std::atomic<bool> isMemoryShort = false; // on all threads but the first
const std::thread::id firstThread = std::this_thread::get_id();

}

void* operator new(std::size_t size)
{
    void* const memory = isMemoryShort && std::this_thread::get_id() != firstThread
                             ? nullptr
                             : std::malloc(size > 0 ? size : 1);
    if (!memory)
        throw std::bad_alloc();
    return memory;
}

void operator delete(void* memory) noexcept
{
    std::free(memory);
}

void operator delete(void* memory, std::size_t) noexcept
{
    std::free(memory);
}

class TestSimulationMemory : public QObject {
    Q_OBJECT

private slots:
    void wantOfMemoryOnAThreadIsThrownToWhoAsked();
};

void TestSimulationMemory::wantOfMemoryOnAThreadIsThrownToWhoAsked()
{
    Project project = defaultProject();
    project.analysis.emplace();
    project.analysis->uncertainties = {
        support::uncertain("levers.price", "normal", {{"mean", 1.0}, {"standard_deviation", 0.1}})};
    const auto base = Evaluation::of(project);
    QVERIFY(base);
    SimulationOptions options = support::options(1 << 14);
    options.threads = 3;
    isMemoryShort = true;
    bool isThrown = false;
    try {
        static_cast<void>(simulate(*base, options));
    } catch (const std::bad_alloc&) {
        isThrown = true;
    }
    isMemoryShort = false;
    QVERIFY(isThrown);
    QVERIFY(simulate(*base, options));
}

QTEST_GUILESS_MAIN(TestSimulationMemory)
#include "tst_simulationmemory.moc"

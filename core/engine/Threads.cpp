#include "core/engine/Threads.h"

#include <exception>
#include <mutex>
#include <thread>
#include <vector>

namespace core {

void runOnThreads(int threads, const std::function<void(int thread)>& work)
{
    std::exception_ptr first;
    std::mutex mutex; // of the exception
    const auto run = [&](int thread) {
        try {
            work(thread);
        } catch (...) {
            const std::lock_guard lock(mutex);
            if (!first)
                first = std::current_exception();
        }
    };
    {
        std::vector<std::jthread> others;
        for (int thread = 1; thread < threads; ++thread)
            others.emplace_back(run, thread);
        run(0);
    }
    if (first)
        std::rethrow_exception(first);
}

}

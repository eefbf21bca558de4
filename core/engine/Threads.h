#pragma once

#include <functional>

namespace core {

// Runs the work on so many threads, of which this one is number 0, and comes back when it is done
// on all of them. The first exception on any of them, as for want of memory, is thrown here then.
void runOnThreads(int threads, const std::function<void(int thread)>& work);

}

#include "ui/document/FileThreads.h"

#include <QCoreApplication>
#include <QThreadPool>

namespace ui {

QThreadPool& fileThreads()
{
    // Never deleted, which would wait for what hangs.
    static auto* const pool = [] {
        auto* const made = new QThreadPool;
        made->setMaxThreadCount(256); // many may hang before one has to wait
        // Reading that is under way should not go on while the program is taken down.
        qAddPostRoutine([] { fileThreads().waitForDone(1000); });
        return made;
    }();
    return *pool;
}

}

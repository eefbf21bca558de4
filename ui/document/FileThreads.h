#pragma once

class QThreadPool;

namespace ui {

// The threads for work on files, which may hang on a share that is gone. What hangs leaves room for
// other files and, as analyses have threads of their own, for those; the end of the program waits a
// second for it and no longer. It sees copies only, since it may outlive whoever asked.
QThreadPool& fileThreads();

}

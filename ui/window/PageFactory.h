#pragma once

#include "ui/pages/Workspace.h"

namespace ui {

class Page;

Page* makePage(PageId id, Workspace& workspace);

}

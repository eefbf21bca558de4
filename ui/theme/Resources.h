#pragma once

namespace ui {

// Makes the files under ":/galval" available, which the linker leaves out of a static library until
// they are asked for.
void initialiseResources();

}

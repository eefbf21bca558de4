#include "ui/document/SystemPath.h"

namespace ui {

std::filesystem::path systemPath(const QString& path)
{
    return std::filesystem::path(path.toStdU16String());
}

}

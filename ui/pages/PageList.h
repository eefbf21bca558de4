#pragma once

#include "ui/pages/Workspace.h"

#include <QString>

#include <vector>

namespace ui {

// What a page is called, in the language of the window and by the program.
struct PageDescription {
    PageId id;
    QString name;  // of the object: "page.costs"
    QString title; // in the navigation
    QString icon;
};

const std::vector<PageId>& allPages(); // in the order of the navigation
PageDescription descriptionOf(PageId page);

}

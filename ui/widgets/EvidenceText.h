#pragma once

#include "core/project/Evidence.h"

#include <QIcon>
#include <QString>

#include <string_view>

namespace ui {

class Appearance;

// Grades of evidence as people see them. The marks differ by how far they are filled.
QString evidenceName(std::string_view grade); // "Test work"; of an empty grade "None"
QIcon evidenceIcon(const Appearance&, std::string_view grade);

// "from 80 % to 120 %"
QString rangeText(const core::EvidenceRange&);
// What gives a range: "from grade Analyst", "from AACE class 4".
QString originText(const core::InputEvidence&);

}

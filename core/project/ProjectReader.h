#pragma once

#include "core/project/Description.h"
#include "core/project/JsonDocument.h"
#include "core/project/ProblemList.h"
#include "core/project/Rules.h"

#include <string>
#include <string_view>
#include <vector>

namespace core {

// Reads the fields of a project out of a JSON object, by the table of fields. What it cannot read
// is a problem and keeps its default, so that everything else can still be checked.
class ProjectReader final : public Visitor {
public:
    explicit ProjectReader(const Json& document);

    Project read();

    ProblemList problems;
    BrokenSections broken;

    void field(const Field&, const Slot&) override;
    void object(const Field&, ObjectAccess&) override;
    void list(const Field&, ListAccess&) override;

private:
    void readElement(const Json&, std::size_t index, ListAccess&);
    void readMember(const Json&, const Field&, const Slot&);
    void readTexts(const Json&, std::map<std::string, std::string>&);
    void readPrices(const Json&, std::map<std::string, DeckPrice>&);
    void readOverrides(const Json&, std::map<std::string, InputValue>&);

    template <class Read>
    void readFields(const Json&, const Read&);
    void refuseUnknownFields(const Json&);

    const Json* member(std::string_view key); // null when it is missing
    std::size_t enter(std::string_view key);  // returns the length of the path outside
    void refuse(std::string message);

    Project m_project;
    const Json* m_node;              // the object whose fields are being read
    std::vector<std::string> m_seen; // the fields that it may have
    std::string m_path;
};

}

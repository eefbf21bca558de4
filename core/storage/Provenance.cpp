#include "core/storage/Provenance.h"

#include "core/project/ProjectChanges.h"

#include <memory>
#include <unordered_map>
#include <utility>
#include <vector>

namespace core {

namespace {

using Fields = std::unordered_map<std::string, InputField>;

Fields fieldsById(const Project& project)
{
    std::vector<Input> inputs = inputsOf(project);
    const std::vector<InputField> fields = fieldsOf(project);
    Fields byId;
    for (std::size_t i = 0; i < inputs.size(); ++i)
        byId.emplace(std::move(inputs[i].id), fields[i]);
    return byId;
}

bool isSame(const Fields& fields, const std::string& id, const InputField& value)
{
    const auto found = fields.find(id);
    return found != fields.end() && haveSameValue(found->second, value);
}

}

Result<Provenance> Provenance::of(ProjectHistory& history, const std::function<bool()>& goOn)
{
    const std::vector<Revision>& revisions = history.revisions();
    const int latest = revisions.back().number;
    const Result<Project> project = history.project(latest, DocumentRules::notApplied);
    if (!project)
        return project.error();
    Fields open = fieldsById(*project); // the inputs whose revision is not found yet
    Provenance provenance;
    for (int number = latest; number > 1 && !open.empty(); --number) {
        if (goOn && !goOn())
            return Error(ErrorCode::NotComputable, {}, "The search was stopped.");
        const auto index = static_cast<std::size_t>(number) - 1;
        if (revisions[index].documentHash == revisions[index - 1].documentHash)
            continue;
        const Result<Project> before = history.project(number - 1, DocumentRules::notApplied);
        if (!before)
            return before.error();
        const Fields fields = fieldsById(*before);
        for (auto field = open.begin(); field != open.end();) {
            if (isSame(fields, field->first, field->second)) {
                ++field;
                continue;
            }
            provenance.m_revisions.emplace(field->first, number);
            field = open.erase(field);
        }
    }
    for (const auto& [id, value] : open)
        provenance.m_revisions.emplace(id, 1);
    return provenance;
}

std::optional<int> Provenance::revisionOf(std::string_view inputId) const
{
    const auto found = m_revisions.find(inputId);
    return found == m_revisions.end() ? std::nullopt : std::optional(found->second);
}

void Provenance::add(const Project& before, const Project& after, int revision)
{
    const Fields earlier = fieldsById(before);
    std::map<std::string, int, std::less<>> revisions;
    for (const auto& [id, value] : fieldsById(after)) {
        const auto found = m_revisions.find(id);
        const bool isKept = found != m_revisions.end() && isSame(earlier, id, value);
        revisions.emplace(id, isKept ? found->second : revision);
    }
    m_revisions = std::move(revisions);
}

}

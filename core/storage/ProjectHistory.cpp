#include "core/storage/ProjectHistory.h"

#include "core/project/ProjectJson.h"
#include "core/storage/SafeFile.h"

#include <utility>

namespace core {

Result<ProjectHistory> ProjectHistory::open(const std::filesystem::path& path, FileSystem& files)
{
    Result<std::string> bytes = readFile(path, projectFileSizeLimit, files);
    if (!bytes)
        return bytes.error();
    return read(*std::move(bytes), pathText(path));
}

Result<ProjectHistory> ProjectHistory::read(std::string bytes, const std::string& name)
{
    auto kept = std::make_unique<const std::string>(std::move(bytes));
    Result<CheckedFile> file = openChecked(*kept, name);
    if (!file)
        return file.error();
    return ProjectHistory(std::move(kept), *std::move(file));
}

Result<std::string> ProjectHistory::document(int number)
{
    if (Status status = checkRevision(revisions(), number, m_file.database.name()); !status)
        return status.error();
    return m_documents.read(m_file.database, revisions()[static_cast<std::size_t>(number) - 1]);
}

Result<Project> ProjectHistory::project(int number, DocumentRules rules)
{
    const Result<std::string> text = document(number);
    if (!text)
        return text.error();
    return rules == DocumentRules::applied ? readProject(*text) : parseProject(*text);
}

Status ProjectHistory::endAt(int number)
{
    if (Status status = checkRevision(revisions(), number, m_file.database.name()); !status)
        return status;
    m_file.contents.revisions.resize(static_cast<std::size_t>(number));
    std::erase_if(m_file.contents.remarks,
        [number](const Remark& remark) { return remark.revision > number; });
    return success();
}

Status ProjectHistory::verify()
{
    for (const Revision& revision : revisions())
        if (const auto text = m_documents.read(m_file.database, revision); !text)
            return text.error();
    return success();
}

}

#include "ui/pages/InputProblems.h"

#include "ui/document/CellEdit.h"
#include "ui/document/InputText.h"
#include "ui/document/Session.h"
#include "ui/fields/FieldText.h"

#include <QCoreApplication>

namespace ui {

namespace {

struct Texts {
    Q_DECLARE_TR_FUNCTIONS(InputProblems)
};

QString named(const Session& session, const QString& id, const QString& sentence)
{
    const core::Input* const input = session.inputOf(id);
    return input ? Texts::tr("%1: %2").arg(fullLabelOf(*input), sentence) : sentence;
}

QString sentenceOf(Session& session, const InvalidEntry& entry)
{
    const QString sentence = named(session, entry.cell.input, entry.sentence);
    const core::Input* const input = session.inputOf(entry.cell.input);
    const auto content = contentOf(session.project(), entry.cell);
    const auto* const value = content ? std::get_if<double>(&content->value) : nullptr;
    if (!input || !value)
        return sentence;
    const int exponent = bareExponentFor(QString::fromStdString(input->unit), *value);
    return withLastValue(sentence, *value, expectationFor(*input, exponent));
}

}

QStringList brokenRules(const Session& session, const InputFilter& isMeant)
{
    QStringList sentences;
    for (const core::Problem& problem : session.problems()) {
        const QString id = QString::fromStdString(problem.where);
        if (isMeant(id))
            sentences += named(session, id, QString::fromStdString(problem.message));
    }
    return sentences;
}

QStringList refusedEntries(Session& session, const InputFilter& isMeant)
{
    QStringList sentences;
    for (const InvalidEntry& entry : session.invalidEntries().all())
        if (isMeant(entry.cell.input))
            sentences += sentenceOf(session, entry);
    return sentences;
}

QStringList inputProblems(Session& session, const InputFilter& isMeant)
{
    return brokenRules(session, isMeant) + refusedEntries(session, isMeant);
}

std::optional<std::size_t> placeInList(QLatin1StringView list, const QString& path)
{
    const QString start = list + QLatin1Char('[');
    if (!path.startsWith(start))
        return std::nullopt;
    return path.mid(start.size()).section(QLatin1Char(']'), 0, 0).toULongLong();
}

}

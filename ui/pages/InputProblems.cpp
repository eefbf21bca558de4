#include "ui/pages/InputProblems.h"

#include "ui/document/CellEdit.h"
#include "ui/document/ProblemText.h"
#include "ui/document/Session.h"
#include "ui/fields/FieldText.h"

#include <QCoreApplication>

namespace ui {

namespace {

struct Texts {
    Q_DECLARE_TR_FUNCTIONS(InputProblems)
};

QString sentenceOf(Session& session, const InvalidEntry& entry)
{
    const QString sentence = problemText(session, entry);
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
        if (isMeant(QString::fromStdString(problem.where)))
            sentences += problemText(session, problem);
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

QString inOneLine(QStringList sentences)
{
    constexpr qsizetype most = 3;
    const auto more = static_cast<int>(sentences.size() - most);
    if (more > 0) {
        sentences = sentences.first(most);
        sentences += Texts::tr("%n more are listed in the status bar.", nullptr, more);
    }
    return sentences.join(u' ');
}

std::optional<std::size_t> placeInList(QLatin1StringView list, const QString& path)
{
    const QString start = list + QLatin1Char('[');
    if (!path.startsWith(start))
        return std::nullopt;
    return path.mid(start.size()).section(QLatin1Char(']'), 0, 0).toULongLong();
}

}

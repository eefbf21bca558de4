#include "ui/pages/RefusedEntries.h"

#include "ui/document/CellEdit.h"
#include "ui/document/InputText.h"
#include "ui/document/Session.h"
#include "ui/fields/FieldText.h"
#include "ui/pages/Workspace.h"
#include "ui/theme/Appearance.h"
#include "ui/widgets/IconLabel.h"
#include "ui/widgets/ThemedLabel.h"

#include <QHBoxLayout>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace ui {

namespace {

constexpr qsizetype mostSentences = 3;

// Which field is meant, what is wrong, and what stays in use.
QString wholeSentence(const Session& session, const InvalidEntry& entry)
{
    const core::Input* const input = session.inputOf(entry.cell.input);
    if (!input)
        return entry.sentence;
    const QString sentence = RefusedEntries::tr("%1: %2").arg(fullLabelOf(*input), entry.sentence);
    const auto content = contentOf(session.project(), entry.cell);
    const auto* const value = content ? std::get_if<double>(&content->value) : nullptr;
    if (!value)
        return sentence;
    const int exponent = bareExponentFor(QString::fromStdString(input->unit), *value);
    return withLastValue(sentence, *value, expectationFor(*input, exponent));
}

}

RefusedEntries::RefusedEntries(
    Workspace& workspace, std::function<bool(const CellAddress&)> isShownHere, QWidget* parent)
    : QWidget(parent)
    , m_workspace(workspace)
    , m_isShownHere(std::move(isShownHere))
    , m_column(new QVBoxLayout(this))
{
    setObjectName(u"refusedEntries"_s);
    m_column->setContentsMargins(0, 0, 0, 0);
    m_column->setSpacing(4);
    const InvalidEntries& entries = workspace.session().invalidEntries();
    connect(&entries, &InvalidEntries::changed, this, &RefusedEntries::refresh);
    connect(&workspace.session(), &Session::projectChanged, this, &RefusedEntries::refresh);
    hide();
    refresh();
}

QStringList RefusedEntries::sentences() const
{
    QStringList sentences;
    for (const InvalidEntry& entry : m_workspace.session().invalidEntries().all())
        if (m_isShownHere(entry.cell))
            sentences += wholeSentence(m_workspace.session(), entry);
    return sentences;
}

void RefusedEntries::refresh()
{
    const QStringList all = sentences();
    if (all == m_shown)
        return;
    m_shown = all;
    qDeleteAll(findChildren<QWidget*>(QString(), Qt::FindDirectChildrenOnly));
    for (const QString& sentence : all.first(qMin(all.size(), mostSentences)))
        addSentence(sentence);
    if (all.size() > mostSentences)
        addSentence(tr("%n more entries were refused; they are listed in the status bar.", nullptr,
            static_cast<int>(all.size() - mostSentences)));
    setVisible(!all.isEmpty());
}

void RefusedEntries::addSentence(const QString& sentence)
{
    auto* const line = new QWidget(this);
    auto* const row = new QHBoxLayout(line);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(8);
    auto* const icon = new IconLabel(line);
    Appearance& appearance = m_workspace.appearance();
    icon->setIcon(appearance.icon(u"error"_s, &Theme::error), tr("Error"));
    auto* const text = new ThemedLabel(appearance, TextStyle::table, &Theme::error, line);
    text->setText(sentence);
    text->setWordWrap(true);
    row->addWidget(icon, 0, Qt::AlignTop);
    row->addWidget(text, 1);
    m_column->addWidget(line);
}

}

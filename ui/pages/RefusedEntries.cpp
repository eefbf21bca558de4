#include "ui/pages/RefusedEntries.h"

#include "ui/document/Session.h"
#include "ui/pages/Workspace.h"
#include "ui/theme/Appearance.h"
#include "ui/widgets/ThemedLabel.h"

#include <QHBoxLayout>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace ui {

namespace {

constexpr int iconSize = 14;
constexpr qsizetype mostSentences = 3;

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
    connect(&workspace.appearance(), &Appearance::changed, this, &RefusedEntries::refresh);
    refresh();
}

QStringList RefusedEntries::sentences() const
{
    QStringList sentences;
    for (const InvalidEntry& entry : m_workspace.session().invalidEntries().all())
        if (m_isShownHere(entry.cell))
            sentences += entry.sentence;
    return sentences;
}

void RefusedEntries::refresh()
{
    qDeleteAll(findChildren<QWidget*>(QString(), Qt::FindDirectChildrenOnly));
    const QStringList all = sentences();
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
    auto* const icon = new QLabel(line);
    Appearance& appearance = m_workspace.appearance();
    icon->setPixmap(appearance.icon(u"error"_s, &Theme::error).pixmap(iconSize, iconSize));
    auto* const text = new ThemedLabel(appearance, TextStyle::table, &Theme::error, line);
    text->setText(sentence);
    text->setWordWrap(true);
    row->addWidget(icon, 0, Qt::AlignTop);
    row->addWidget(text, 1);
    m_column->addWidget(line);
}

}

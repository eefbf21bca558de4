#include "ui/widgets/PageHead.h"

#include "ui/widgets/ThemedLabel.h"

#include <QHBoxLayout>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace ui {

PageHead::PageHead(Appearance& appearance, const QString& title, QWidget* parent)
    : QWidget(parent)
    , m_title(new ThemedLabel(appearance, TextStyle::pageTitle, &Theme::text, this))
    , m_message(new ThemedLabel(appearance, TextStyle::table, &Theme::text2, this))
    , m_commands(new QHBoxLayout)
{
    m_title->setObjectName(u"pageTitle"_s);
    m_title->setText(title);
    m_message->setObjectName(u"pageMessage"_s);
    m_message->setWordWrap(true);

    auto* const texts = new QVBoxLayout;
    texts->setContentsMargins(0, 0, 0, 0);
    texts->setSpacing(2);
    texts->addWidget(m_title);
    texts->addWidget(m_message);
    m_commands->setSpacing(8);

    auto* const row = new QHBoxLayout(this);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(16);
    row->addLayout(texts, 1);
    row->addLayout(m_commands);
    row->setAlignment(m_commands, Qt::AlignTop);
}

void PageHead::setTitle(const QString& title)
{
    m_title->setText(title);
}

QString PageHead::title() const
{
    return m_title->text();
}

void PageHead::setMessage(const QString& message)
{
    m_message->setText(message);
}

QString PageHead::message() const
{
    return m_message->text();
}

void PageHead::addCommand(QWidget* command)
{
    m_commands->addWidget(command);
}

}

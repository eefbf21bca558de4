#include "ui/widgets/EmptyState.h"

#include "ui/theme/Appearance.h"
#include "ui/widgets/ThemedLabel.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>
#include <QVBoxLayout>

namespace ui {

namespace {

constexpr int iconSize = 28;

}

EmptyState::EmptyState(Appearance& appearance, const QString& icon, const QString& title,
    const QString& sentence, QWidget* parent)
    : QWidget(parent)
    , m_appearance(appearance)
    , m_iconName(icon)
    , m_icon(new QLabel(this))
    , m_sentence(new ThemedLabel(appearance, TextStyle::table, &Theme::text2, this))
    , m_actions(new QHBoxLayout)
{
    auto* const heading =
        new ThemedLabel(appearance, TextStyle::chartTitle, QFont::DemiBold, &Theme::text, this);
    heading->setText(title);
    m_sentence->setText(sentence);
    m_sentence->setWordWrap(true);
    m_sentence->setAlignment(Qt::AlignCenter);
    m_actions->setSpacing(8);
    auto* const column = new QVBoxLayout(this);
    column->setSpacing(8);
    column->addStretch(1);
    column->addWidget(m_icon, 0, Qt::AlignCenter);
    column->addWidget(heading, 0, Qt::AlignCenter);
    column->addWidget(m_sentence);
    column->addLayout(m_actions);
    column->setAlignment(m_actions, Qt::AlignCenter);
    column->addStretch(1);
    connect(&appearance, &Appearance::changed, this, &EmptyState::dress);
    dress();
}

void EmptyState::setSentence(const QString& sentence)
{
    m_sentence->setText(sentence);
}

QPushButton* EmptyState::addAction(const QString& text)
{
    auto* const button = new QPushButton(text, this);
    button->setProperty("primary", m_actions->isEmpty());
    m_actions->addWidget(button);
    return button;
}

void EmptyState::dress()
{
    m_icon->setPixmap(m_appearance.icon(m_iconName).pixmap(iconSize));
}

}

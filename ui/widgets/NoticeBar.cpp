#include "ui/widgets/NoticeBar.h"

#include "ui/theme/Appearance.h"
#include "ui/widgets/ThemedLabel.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QPainter>
#include <QPushButton>

using namespace Qt::StringLiterals;

namespace ui {

namespace {

constexpr int iconSize = 16;

}

NoticeBar::NoticeBar(Appearance& appearance, const QString& action, QWidget* parent)
    : QWidget(parent)
    , m_appearance(appearance)
    , m_row(new QHBoxLayout(this))
    , m_icon(new QLabel(this))
    , m_text(new ThemedLabel(appearance, TextStyle::table, &Theme::text, this))
    , m_button(new QPushButton(action, this))
{
    m_text->setObjectName(u"notice"_s);
    m_text->setWordWrap(true);
    setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Fixed);
    m_row->setContentsMargins(12, 6, 12, 6);
    m_row->setSpacing(12);
    m_row->addWidget(m_icon);
    m_row->addWidget(m_text, 1);
    m_row->addWidget(m_button);
    connect(m_button, &QPushButton::clicked, this, &NoticeBar::actionChosen);
    connect(&appearance, &Appearance::changed, this, &NoticeBar::dress);
    dress();
    hide();
}

void NoticeBar::setNotice(const QString& sentence)
{
    m_text->setText(sentence);
    setVisible(!sentence.isEmpty());
}

QString NoticeBar::notice() const
{
    return m_text->text();
}

QPushButton* NoticeBar::addButton(const QString& text)
{
    constexpr int firstButton = 2; // behind icon and text
    auto* const button = new QPushButton(text, this);
    m_row->insertWidget(firstButton, button);
    return button;
}

void NoticeBar::setLook(Look look)
{
    m_look = look;
    dress();
}

void NoticeBar::dress()
{
    const Theme& theme = m_appearance.theme();
    m_icon->setPixmap(m_look == Look::warning
                          ? m_appearance.icon(u"warning"_s, theme.warning).pixmap(iconSize)
                          : m_appearance.icon(u"lock"_s, theme.accent).pixmap(iconSize));
    update();
}

void NoticeBar::paintEvent(QPaintEvent*)
{
    const Theme& theme = m_appearance.theme();
    QPainter(this).fillRect(
        rect(), m_look == Look::warning ? theme.warningGround : theme.accentSoft);
}

}

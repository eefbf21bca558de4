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
    , m_icon(new QLabel(this))
    , m_text(new ThemedLabel(appearance, TextStyle::table, &Theme::text, this))
    , m_button(new QPushButton(action, this))
{
    m_text->setObjectName(u"notice"_s);
    m_text->setWordWrap(true);
    setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Fixed);
    auto* const row = new QHBoxLayout(this);
    row->setContentsMargins(12, 6, 12, 6);
    row->setSpacing(12);
    row->addWidget(m_icon);
    row->addWidget(m_text, 1);
    row->addWidget(m_button);
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

void NoticeBar::dress()
{
    m_icon->setPixmap(
        m_appearance.icon(u"warning"_s, m_appearance.theme().warning).pixmap(iconSize));
    update();
}

void NoticeBar::paintEvent(QPaintEvent*)
{
    QPainter(this).fillRect(rect(), m_appearance.theme().warningGround);
}

}

#include "ui/widgets/ProblemLine.h"

#include "ui/theme/Appearance.h"

#include <QHBoxLayout>
#include <QLabel>

using namespace Qt::StringLiterals;

namespace ui {

namespace {

constexpr int iconSize = 16;

}

ProblemLine::ProblemLine(Appearance& appearance, QWidget* parent)
    : QWidget(parent)
    , m_appearance(appearance)
    , m_icon(new QLabel(this))
    , m_text(new QLabel(this))
{
    m_text->setObjectName(u"problemText"_s);
    m_text->setTextFormat(Qt::RichText);
    m_text->setTextInteractionFlags(Qt::TextBrowserInteraction | Qt::TextSelectableByKeyboard);
    m_text->setWordWrap(true);
    m_text->setAlignment(Qt::AlignLeft | Qt::AlignTop); // beside the icon, however high the line is
    setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Maximum);
    auto* const row = new QHBoxLayout(this);
    row->setContentsMargins(0, 4, 0, 4);
    row->setSpacing(8);
    row->addWidget(m_icon, 0, Qt::AlignTop);
    row->addWidget(m_text, 1);
    connect(m_text, &QLabel::linkActivated, this, &ProblemLine::remedyChosen);
    connect(&appearance, &Appearance::changed, this, &ProblemLine::dress);
    hide();
}

void ProblemLine::setProblem(const QString& sentences, const QString& remedy)
{
    if (sentences == m_sentences && remedy == m_remedy)
        return;
    m_sentences = sentences;
    m_remedy = remedy;
    dress();
    setVisible(!sentences.isEmpty());
}

void ProblemLine::dress()
{
    const QColor ink = m_appearance.theme().error;
    m_icon->setPixmap(m_appearance.icon(u"error"_s, ink).pixmap(iconSize));
    m_text->setFont(m_appearance.font(TextStyle::table));
    QString text =
        u"<span style=\"color:%1\">%2</span>"_s.arg(ink.name(), m_sentences.toHtmlEscaped());
    if (!m_remedy.isEmpty())
        text += u" <a href=\"remedy\" style=\"color:%1\">%2</a>"_s.arg(
            ink.name(), m_remedy.toHtmlEscaped());
    m_text->setText(text);
}

}

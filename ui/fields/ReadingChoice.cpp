#include "ui/fields/ReadingChoice.h"

#include <QAbstractScrollArea>
#include <QHBoxLayout>
#include <QPushButton>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace ui {

namespace {

constexpr int margin = 4;

// What the field scrolls with: the content of a scroll area, or the window.
QWidget* hostOf(QWidget& field)
{
    QWidget* host = field.parentWidget();
    while (host && !host->isWindow()) {
        QWidget* const parent = host->parentWidget();
        const auto* outer =
            parent ? qobject_cast<QAbstractScrollArea*>(parent->parentWidget()) : nullptr;
        const auto* own = qobject_cast<QAbstractScrollArea*>(parent);
        const bool isContent = outer && outer->viewport() == parent;
        const bool isViewport = own && own->viewport() == host;
        if (isContent || isViewport)
            break;
        host = parent;
    }
    return host ? host : &field;
}

}

ReadingChoice::ReadingChoice(QWidget& field)
    : QFrame(hostOf(field))
    , m_field(field)
{
    setObjectName(u"readings"_s);
    setFrameShape(QFrame::Box);
    setForegroundRole(QPalette::Mid);
    setAutoFillBackground(true);
    // A click on it would else take the focus from the field.
    setFocusPolicy(Qt::ClickFocus);
    setFocusProxy(&field);
    auto* const layout = new QHBoxLayout(this);
    layout->setContentsMargins(margin, margin, margin, margin);
    layout->setSpacing(2 * margin);
    for (int i = 0; i < 2; ++i) {
        auto* const button = new QPushButton(this);
        button->setObjectName(u"reading.%1"_s.arg(i));
        button->setFocusPolicy(Qt::NoFocus);
        connect(button, &QPushButton::clicked, this, [this, i] { emit chosen(i); });
        layout->addWidget(button);
        m_buttons.push_back(button);
    }
    hide();
}

void ReadingChoice::offer(const QStringList& readings)
{
    for (std::size_t i = 0; i < m_buttons.size(); ++i)
        m_buttons[i]->setText(readings.value(static_cast<int>(i)));
    mark(std::nullopt);
    place();
    show();
    raise();
}

void ReadingChoice::place()
{
    adjustSize();
    const QWidget* const host = parentWidget();
    const QPoint below = m_field.mapTo(host, QPoint(0, m_field.height() + margin));
    const QRect room = host->visibleRegion().boundingRect();
    QPoint corner = below;
    if (!room.isEmpty()) {
        corner.setX(std::max(room.left(), std::min(corner.x(), room.right() - width())));
        if (corner.y() + height() > room.bottom())
            corner.setY(m_field.mapTo(host, QPoint(0, 0)).y() - margin - height());
    }
    move(corner);
}

void ReadingChoice::mark(std::optional<int> reading)
{
    m_marked = reading;
    for (std::size_t i = 0; i < m_buttons.size(); ++i) {
        m_buttons[i]->setProperty("primary", reading == static_cast<int>(i));
        m_buttons[i]->update();
    }
}

}

#include "ui/widgets/Segments.h"

#include <QButtonGroup>
#include <QHBoxLayout>
#include <QToolButton>

using namespace Qt::StringLiterals;

namespace ui {

Segments::Segments(const QStringList& labels, QWidget* parent)
    : QWidget(parent)
    , m_group(new QButtonGroup(this))
{
    auto* const row = new QHBoxLayout(this);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(0);
    for (qsizetype i = 0; i < labels.size(); ++i) {
        auto* const button = new QToolButton(this);
        button->setText(labels[i]);
        button->setCheckable(true);
        button->setProperty("segment", i == 0                   ? u"first"_s
                                       : i == labels.size() - 1 ? u"last"_s
                                                                : u"middle"_s);
        button->setFocusPolicy(Qt::StrongFocus);
        m_group->addButton(button, static_cast<int>(i));
        row->addWidget(button);
    }
    setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
    setCurrent(0);
    connect(m_group, &QButtonGroup::idClicked, this, &Segments::chosen);
}

int Segments::current() const
{
    return m_group->checkedId();
}

void Segments::setCurrent(int index)
{
    if (QAbstractButton* const button = m_group->button(index))
        button->setChecked(true);
}

void Segments::setLabel(int index, const QString& label)
{
    if (QAbstractButton* const button = m_group->button(index))
        button->setText(label);
}

QToolButton* Segments::button(int index) const
{
    return qobject_cast<QToolButton*>(m_group->button(index));
}

}

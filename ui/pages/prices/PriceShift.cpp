#include "ui/pages/prices/PriceShift.h"

#include "ui/fields/NumberField.h"
#include "ui/theme/Appearance.h"
#include "ui/widgets/ThemedLabel.h"

#include <QDialogButtonBox>
#include <QHBoxLayout>
#include <QPushButton>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace ui {

namespace {

constexpr int fieldWidth = 84;
constexpr double lowest = -1.0;
constexpr double highest = 10.0;
constexpr double step = 0.01;

}

PriceShift::PriceShift(Appearance& appearance, const QString& deckName, QWidget* parent)
    : QDialog(parent)
    , m_field(new NumberField(this))
    , m_sentence(new ThemedLabel(appearance, TextStyle::caption, &Theme::error, this))
{
    setObjectName(u"priceShift"_s);
    setWindowTitle(tr("Shift prices"));
    auto* const label = new ThemedLabel(appearance, TextStyle::table, &Theme::text, this);
    label->setText(tr("All prices of “%1”, up or down by").arg(deckName));
    label->setBuddy(m_field);

    NumberExpectation expected;
    expected.unit = u"%"_s;
    expected.minimum = lowest;
    expected.maximum = highest;
    m_field->setExpectation(expected);
    m_field->setStep(step);
    m_field->setFixedWidth(appearance.px(fieldWidth));
    m_field->setAccessibleName(label->text());
    connect(m_field, &NumberField::valueEntered, this, [this](double part) { m_part = part; });
    connect(m_field, &NumberField::checked, m_sentence, &QLabel::setText);
    connect(m_field, &NumberField::refused, this, [this](const QString&, const QString& sentence) {
        m_part.reset();
        m_sentence->setText(sentence);
    });

    auto* const line = new QHBoxLayout;
    line->setSpacing(8);
    line->addWidget(label, 1);
    line->addWidget(m_field);
    m_sentence->setWordWrap(true);
    auto* const buttons = new QDialogButtonBox(QDialogButtonBox::Cancel, this);
    buttons->addButton(tr("Shift"), QDialogButtonBox::AcceptRole)->setDefault(true);
    connect(buttons, &QDialogButtonBox::accepted, this, &PriceShift::accept);
    connect(buttons, &QDialogButtonBox::rejected, this, &PriceShift::reject);
    auto* const column = new QVBoxLayout(this);
    column->addLayout(line);
    column->addWidget(m_sentence);
    column->addWidget(buttons);
    m_field->setFocus();
}

void PriceShift::accept()
{
    m_field->enter();
    if (!m_part) {
        m_field->setFocus();
        return;
    }
    emit chosen(*m_part);
    QDialog::accept();
}

}

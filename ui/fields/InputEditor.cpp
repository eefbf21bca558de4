#include "ui/fields/InputEditor.h"

#include "ui/document/ChoiceText.h"
#include "ui/document/InputText.h"
#include "ui/document/Session.h"
#include "ui/fields/ChoiceList.h"
#include "ui/fields/FieldText.h"
#include "ui/fields/NumberField.h"
#include "ui/theme/Appearance.h"

#include <QCheckBox>
#include <QEvent>
#include <QHBoxLayout>
#include <QPalette>
#include <QSignalBlocker>

#include <algorithm>
#include <cmath>

using namespace Qt::StringLiterals;

namespace ui {

namespace {

using Points = core::Series::Points;

// The number to show, which a series or profile has while it is the same throughout.
std::optional<double> numberOf(const core::InputValue& value)
{
    if (const auto* number = std::get_if<double>(&value))
        return *number;
    if (const auto* profile = std::get_if<core::Profile>(&value); profile && profile->size() == 1)
        return profile->front();
    return std::nullopt;
}

double largestOf(const core::InputValue& value)
{
    return std::abs(numberOf(value).value_or(0.0));
}

bool isByYear(const core::InputValue& value)
{
    return std::holds_alternative<Points>(value) || std::holds_alternative<core::Profile>(value);
}

}

InputEditor::InputEditor(
    Session& session, Appearance& appearance, const CellAddress& cell, QWidget* parent)
    : QWidget(parent)
    , m_session(session)
    , m_appearance(appearance)
    , m_cell(cell)
{
    auto* const layout = new QHBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    if (const core::Input* input = session.inputOf(cell.input))
        makeField(*input);
    connect(&session, &Session::projectChanged, this, &InputEditor::refresh);
    connect(&session.invalidEntries(), &InvalidEntries::changed, this, &InputEditor::refresh);
    connect(&appearance, &Appearance::changed, this, &InputEditor::refresh);
    refresh();
}

QWidget* InputEditor::field() const
{
    if (m_number)
        return m_number;
    return m_list ? static_cast<QWidget*>(m_list) : m_box;
}

void InputEditor::makeField(const core::Input& input)
{
    switch (input.kind) {
    case core::InputKind::choice:
    case core::InputKind::text:
        makeList();
        break;
    case core::InputKind::flag:
        makeBox();
        break;
    default:
        makeNumberField(input);
        break;
    }
    QString name = m_cell.input;
    if (m_cell.place)
        name += u'[' + QString::number(*m_cell.place) + u']';
    QWidget* const widget = field();
    widget->setObjectName(name);
    widget->installEventFilter(this);
    layout()->addWidget(widget);
    setFocusProxy(widget);
}

void InputEditor::makeNumberField(const core::Input& input)
{
    m_number = new NumberField(this);
    const auto content = contentOf(m_session.project(), m_cell);
    const QString unit = QString::fromStdString(input.unit);
    m_bareExponent = bareExponentFor(unit, content ? largestOf(content->value) : 0.0);
    m_number->setStep(input.step);
    m_number->setEmptyAllowed(m_cell.place || input.mayBeAbsent || input.defaultValue);
    m_number->setReadOnly(!m_cell.place && input.kind == core::InputKind::phasing);
    connect(m_number, &NumberField::valueEntered, this, &InputEditor::keep);
    connect(m_number, &NumberField::emptied, this, [this] {
        const auto shown = contentOf(m_session.project(), m_cell);
        if (shown && !isByYear(shown->value))
            if (const core::Status status = m_session.resetCell(m_cell); !status)
                keepRefused({}, QString::fromStdString(status.error().problems.front().message));
        refresh();
    });
    connect(m_number, &NumberField::refused, this, &InputEditor::keepRefused);
    connect(m_number, &NumberField::restored, this, [this] {
        m_session.invalidEntries().clear(m_cell);
        refresh();
    });
    connect(m_number, &NumberField::checked, this, &InputEditor::setSentence);
    connect(m_number, &NumberField::left, &m_session, &Session::finishTyping);
}

void InputEditor::makeList()
{
    m_list = new ChoiceList(this);
    m_list->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    m_list->setMinimumContentsLength(8);
    connect(m_list, &QComboBox::activated, this,
        [this](int index) { keep(m_list->itemData(index).toString().toStdString()); });
}

void InputEditor::makeBox()
{
    m_box = new QCheckBox(this);
    connect(m_box, &QCheckBox::clicked, this, [this](bool isChecked) { keep(isChecked); });
}

void InputEditor::refresh()
{
    const core::Input* input = m_session.inputOf(m_cell.input);
    const auto content = contentOf(m_session.project(), m_cell);
    setEnabled(input && content);
    if (!input || !content || !field())
        return;
    field()->setAccessibleName(fullLabelOf(*input));
    setInk(content->isStated ? m_appearance.theme().input : m_appearance.theme().text3);
    const QString unit = unitText(QString::fromStdString(input->unit), m_bareExponent);
    if (unit != m_unit) {
        m_unit = unit;
        emit unitChanged(m_unit);
    }
    if (m_number)
        refreshNumber(*input, *content);
    else if (m_list)
        refreshList(*input, *content);
    else if (const auto* isSet = std::get_if<bool>(&content->value))
        m_box->setChecked(*isSet);
}

void InputEditor::refreshNumber(const core::Input& input, const CellContent& content)
{
    const NumberExpectation expected = expectationFor(input, m_bareExponent);
    m_number->setExpectation(expected);
    m_number->setPlaceholderText(isByYear(content.value) ? tr("by year") : absentText(input));
    m_lastValue = numberOf(content.value);
    m_number->showValue(m_lastValue);
    if (!m_lastValue && isByYear(content.value))
        m_number->setToolTip(valueText(m_session.project(), input, content.value, m_bareExponent));
    if (m_number->isBeingTyped())
        return;
    const InvalidEntry* entry = m_session.invalidEntries().find(m_cell);
    if (entry)
        m_number->showInvalid(entry->text, entry->sentence);
    setSentence(entry ? entry->sentence : QString());
}

void InputEditor::refreshList(const core::Input& input, const CellContent& content)
{
    const auto* word = std::get_if<std::string>(&content.value);
    const QSignalBlocker blocker(m_list);
    m_list->clear();
    for (const std::string& choice : input.choices)
        m_list->addItem(
            choiceText(m_session.project(), input, choice), QString::fromStdString(choice));
    m_list->setCurrentIndex(word ? m_list->findData(QString::fromStdString(*word)) : -1);
    m_list->setToolTip(m_list->currentText());
}

void InputEditor::setInk(const QColor& ink)
{
    QPalette palette = field()->palette();
    for (const auto group : {QPalette::Active, QPalette::Inactive})
        for (const auto role : {QPalette::Text, QPalette::ButtonText})
            palette.setColor(group, role, ink);
    field()->setPalette(palette);
}

void InputEditor::setSentence(const QString& sentence)
{
    const bool isComplete = sentence.isEmpty() || !m_lastValue;
    const QString whole =
        isComplete ? sentence : withLastValue(sentence, *m_lastValue, m_number->expectation());
    if (whole == m_sentence)
        return;
    m_sentence = whole;
    emit sentenceChanged(m_sentence);
}

void InputEditor::keep(const core::InputValue& value)
{
    const QString text = m_number ? m_number->text() : QString();
    if (const core::Status status = m_session.setCell(m_cell, value); !status)
        keepRefused(text, QString::fromStdString(status.error().problems.front().message));
    else if (m_number)
        refresh(); // also where nothing changed
}

void InputEditor::keepRefused(const QString& text, const QString& sentence)
{
    m_session.invalidEntries().set({m_cell, text, sentence});
}

bool InputEditor::eventFilter(QObject* watched, QEvent* event)
{
    if (event->type() == QEvent::FocusIn)
        emit focused();
    if (watched == m_list && event->type() == QEvent::Wheel) {
        // Scrolling a form must not change what lies under the pointer.
        event->ignore();
        return true;
    }
    if (!m_number && event->type() == QEvent::FocusOut)
        m_session.finishTyping();
    return QWidget::eventFilter(watched, event);
}

}

#include "ui/tables/EditingDelegate.h"

#include "ui/document/ChoiceText.h"
#include "ui/document/Session.h"
#include "ui/fields/FieldText.h"
#include "ui/fields/NumberField.h"
#include "ui/tables/GroupFilter.h"

#include <QAbstractItemView>
#include <QComboBox>
#include <QKeyEvent>
#include <QTimer>

#include <memory>

using namespace Qt::StringLiterals;

namespace ui {

namespace {

// What the style and QLineEdit itself keep free on both sides of the text.
constexpr int lineMargin = 10;

EditMove moveOf(const QKeyEvent& key)
{
    const bool isBack = key.modifiers().testFlag(Qt::ShiftModifier);
    switch (key.key()) {
    case Qt::Key_Return:
    case Qt::Key_Enter:
        if (key.modifiers().testFlag(Qt::ControlModifier))
            return EditMove::fill;
        return isBack ? EditMove::up : EditMove::down;
    case Qt::Key_Tab:
        return EditMove::right;
    case Qt::Key_Backtab:
        return EditMove::left;
    default:
        return EditMove::none;
    }
}

EditMove arrowOf(const QKeyEvent& key)
{
    if (key.modifiers() & ~Qt::KeyboardModifiers(Qt::KeypadModifier))
        return EditMove::none;
    switch (key.key()) {
    case Qt::Key_Up:
        return EditMove::up;
    case Qt::Key_Down:
        return EditMove::down;
    case Qt::Key_Left:
        return EditMove::left;
    case Qt::Key_Right:
        return EditMove::right;
    default:
        return EditMove::none;
    }
}

QString firstSentence(const core::Status& status)
{
    return QString::fromStdString(status.error().problems.front().message);
}

}

EditingDelegate::EditingDelegate(Session& session, const GroupFilter& rows,
    const TablePainter& painter, const TableState& state, QObject* parent)
    : TableDelegate(rows, painter, state, parent)
    , m_session(session)
{
}

QWidget* EditingDelegate::createEditor(
    QWidget* parent, const QStyleOptionViewItem&, const QModelIndex& index) const
{
    switch (rows().cell(index).editor) {
    case TableCell::Editor::number:
        return makeNumberField(parent, index);
    case TableCell::Editor::choice:
        return makeList(parent, index);
    case TableCell::Editor::name:
        return new QLineEdit(parent);
    case TableCell::Editor::flag:
    case TableCell::Editor::none:
        break;
    }
    return nullptr;
}

QWidget* EditingDelegate::makeNumberField(QWidget* parent, const QModelIndex& index) const
{
    const TableCell& cell = rows().cell(index);
    const core::Input* const input = m_session.inputOf(cell.cell.input);
    if (!input)
        return nullptr;
    auto* const field = new NumberField(parent);
    field->setExpectation(expectationFor(*input, cell.bareExponent));
    field->setStep(input->step);
    field->setEmptyAllowed(cell.cell.place || input->mayBeAbsent || input->defaultValue);
    field->setAccessibleName(index.data(Qt::AccessibleTextRole).toString());
    // The view asks for an editor as from a constant thing, and the editor changes the session.
    const_cast<EditingDelegate*>(this)->connectField(*field, cell);
    return field;
}

void EditingDelegate::connectField(NumberField& field, const TableCell& cell)
{
    const CellAddress address = cell.cell;
    auto* const editor = &field;
    // An answer to the question which number is meant closes the editor as Enter would.
    auto hasAsked = std::make_shared<bool>(false);
    connect(editor, &NumberField::checked, this, [this, editor, hasAsked](const QString& sentence) {
        *hasAsked = editor->isQuestion();
        emit messageShown(sentence);
    });
    connect(
        editor, &NumberField::valueEntered, this, [this, editor, address, hasAsked](double value) {
            keep(address, value, editor->text());
            if (*hasAsked && editor->hasFocus())
                close(*editor, EditMove::down);
        });
    connect(editor, &NumberField::emptied, this, [this, address] { reset(address); });
    connect(editor, &NumberField::refused, this,
        [this, editor, address](const QString& text, const QString& sentence) {
            refuse(address, text, sentence);
            const auto content = contentOf(m_session.project(), address);
            if (const auto* last = content ? std::get_if<double>(&content->value) : nullptr)
                emit messageShown(withLastValue(sentence, *last, editor->expectation()));
        });
    connect(editor, &NumberField::restored, this, [this, editor, address] {
        m_session.invalidEntries().clear(address);
        close(*editor, EditMove::none);
    });
}

QWidget* EditingDelegate::makeList(QWidget* parent, const QModelIndex& index) const
{
    const CellAddress address = rows().cell(index).cell;
    const core::Input* const input = m_session.inputOf(address.input);
    if (!input)
        return nullptr;
    auto* const list = new QComboBox(parent);
    list->setFont(painter().font(lookOf(index)));
    list->setAccessibleName(index.data(Qt::AccessibleTextRole).toString());
    for (const std::string& choice : input->choices)
        list->addItem(
            choiceText(m_session.project(), *input, choice), QString::fromStdString(choice));
    auto* const self = const_cast<EditingDelegate*>(this);
    connect(list, &QComboBox::activated, self, [self, list, address](int place) {
        self->keep(address, list->itemData(place).toString().toStdString(), list->currentText());
        self->close(*list, EditMove::none);
    });
    // Once it is shown.
    QTimer::singleShot(0, list, &QComboBox::showPopup);
    return list;
}

void EditingDelegate::setEditorData(QWidget* editor, const QModelIndex& index) const
{
    const TableCell& cell = rows().cell(index);
    const auto content = contentOf(m_session.project(), cell.cell);
    if (auto* const field = qobject_cast<NumberField*>(editor)) {
        const auto* number = content ? std::get_if<double>(&content->value) : nullptr;
        field->showValue(number ? std::optional(*number) : std::nullopt);
        if (const InvalidEntry* entry = m_session.invalidEntries().find(cell.cell))
            field->showInvalid(entry->text, entry->sentence);
    } else if (auto* const list = qobject_cast<QComboBox*>(editor)) {
        const auto* word = content ? std::get_if<std::string>(&content->value) : nullptr;
        list->setCurrentIndex(word ? list->findData(QString::fromStdString(*word)) : -1);
    } else if (auto* const line = qobject_cast<QLineEdit*>(editor);
               line && !line->isModified() && line->text() != cell.text) {
        line->setText(cell.text); // which takes a selection away
    }
}

void EditingDelegate::setModelData(
    QWidget* editor, QAbstractItemModel*, const QModelIndex& index) const
{
    if (auto* const field = qobject_cast<NumberField*>(editor)) {
        field->enter();
        return;
    }
    auto* const line = qobject_cast<QLineEdit*>(editor);
    const auto& element = rows().row(index.row()).element;
    if (!line || !element || !line->isModified() || line->text() == rows().cell(index).text)
        return;
    line->setModified(false); // a second call finds nothing to do
    emit nameTyped(*element, line->text());
}

void EditingDelegate::updateEditorGeometry(
    QWidget* editor, const QStyleOptionViewItem& option, const QModelIndex& index) const
{
    const CellLook look = lookOf(index);
    editor->setGeometry(option.rect);
    auto* const line = qobject_cast<QLineEdit*>(editor);
    if (!line)
        return;
    const QRect text = painter().textArea(option.rect, look);
    // The text may lie over a bar, which shows again with the new value.
    const int left = look.isLabel ? text.left() - option.rect.left() - lineMargin : 0;
    line->setFont(painter().font(look));
    QPalette palette = line->palette();
    palette.setColor(QPalette::Text, painter().ink(look));
    line->setPalette(palette);
    line->setAlignment((look.alignment & Qt::AlignHorizontal_Mask) | Qt::AlignVCenter);
    line->setTextMargins(left, 0, option.rect.right() - text.right() - lineMargin, 0);
}

void EditingDelegate::keep(
    const CellAddress& address, const core::InputValue& value, const QString& text) const
{
    if (const core::Status status = m_session.setCell(address, value); !status)
        refuse(address, text, firstSentence(status));
}

void EditingDelegate::reset(const CellAddress& address) const
{
    if (const core::Status status = m_session.resetCell(address); !status)
        refuse(address, {}, firstSentence(status));
}

void EditingDelegate::refuse(
    const CellAddress& address, const QString& text, const QString& sentence) const
{
    m_session.invalidEntries().set({address, text, sentence});
    emit messageShown(sentence);
}

void EditingDelegate::close(QWidget& editor, EditMove move)
{
    m_session.finishTyping();
    emit closeEditor(&editor, NoHint);
    emit closed(move);
}

bool EditingDelegate::handleKey(QWidget& editor, const QKeyEvent& key)
{
    auto* const field = qobject_cast<NumberField*>(&editor);
    if (key.key() == Qt::Key_Escape) {
        if (field && (field->isBeingTyped() || !field->sentence().isEmpty()))
            return false; // the field brings the value back, and then the editor closes
        close(editor, EditMove::none);
        return true;
    }
    // The field asks which number is meant, and takes the answer.
    if (field && field->isQuestion())
        return false;
    EditMove move = moveOf(key);
    if (move == EditMove::none && m_replaces && qobject_cast<QLineEdit*>(&editor))
        move = arrowOf(key);
    if (move == EditMove::none)
        // Else they would move the current cell under an editor that is open.
        return qobject_cast<QLineEdit*>(&editor) &&
               (key.key() == Qt::Key_Up || key.key() == Qt::Key_Down) &&
               !key.modifiers().testFlag(Qt::ControlModifier);
    emit commitData(&editor);
    close(editor, move);
    return true;
}

bool EditingDelegate::eventFilter(QObject* object, QEvent* event)
{
    auto* const editor = qobject_cast<QWidget*>(object);
    if (!editor)
        return false;
    switch (event->type()) {
    case QEvent::ShortcutOverride:
        // Esc would else close a dialog around the table.
        if (static_cast<QKeyEvent*>(event)->key() == Qt::Key_Escape) {
            event->accept();
            return true;
        }
        return false;
    case QEvent::KeyPress:
        return handleKey(*editor, static_cast<const QKeyEvent&>(*event));
    case QEvent::FocusOut: {
        const Qt::FocusReason reason = static_cast<QFocusEvent*>(event)->reason();
        const auto* const list = qobject_cast<QComboBox*>(editor);
        if (reason == Qt::ActiveWindowFocusReason || reason == Qt::PopupFocusReason ||
            (list && list->view()->isVisible()))
            return false;
        emit commitData(editor);
        m_session.finishTyping();
        emit closeEditor(editor, NoHint);
        return false;
    }
    default:
        return false;
    }
}

}

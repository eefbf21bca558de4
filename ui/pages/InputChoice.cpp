#include "ui/pages/InputChoice.h"

#include "core/project/Registry.h"
#include "core/report/figure/PositionText.h"
#include "ui/document/Session.h"
#include "ui/fields/FieldText.h"
#include "ui/pages/Workspace.h"
#include "ui/theme/Appearance.h"

#include <QDialogButtonBox>
#include <QKeyEvent>
#include <QLineEdit>
#include <QListWidget>
#include <QPushButton>
#include <QVBoxLayout>

#include <algorithm>
#include <cmath>

using namespace Qt::StringLiterals;

namespace ui {

namespace {

constexpr QSize usualSize(460, 420);

QString valueOf(const core::Project& project, const core::Input& input)
{
    const auto value = core::valueOf(project, input.id);
    const auto* number = value ? std::get_if<double>(&*value) : nullptr;
    if (!number)
        return InputChoice::tr("by year");
    const int exponent = bareExponentFor(QString::fromStdString(input.unit), *number);
    return valueText(project, input, *value, exponent);
}

}

InputChoice::InputChoice(
    Workspace& workspace, const QString& title, const Filter& filter, QWidget* parent)
    : QDialog(parent)
    , m_field(new QLineEdit(this))
    , m_list(new QListWidget(this))
{
    setObjectName(u"inputChoice"_s);
    setWindowTitle(title);
    resize(usualSize);
    m_field->setPlaceholderText(tr("Find an input"));
    m_field->setObjectName(u"inputChoice.find"_s);
    m_field->installEventFilter(this);
    m_list->setObjectName(u"inputChoice.list"_s);
    m_list->setAccessibleName(tr("Inputs"));
    auto* const buttons =
        new QDialogButtonBox(QDialogButtonBox::Ok | QDialogButtonBox::Cancel, this);
    QPushButton* const add = buttons->button(QDialogButtonBox::Ok);
    add->setText(tr("Add"));
    auto* const column = new QVBoxLayout(this);
    column->addWidget(m_field);
    column->addWidget(m_list, 1);
    column->addWidget(buttons);

    const core::Project& project = workspace.session().project();
    for (const core::Input& input : core::inputsOf(project))
        if (filter(input))
            m_entries.push_back(
                {input.id, QString::fromStdString(core::english(core::nameInAnalyses(input))),
                    valueOf(project, input)});
    connect(m_field, &QLineEdit::textChanged, this, &InputChoice::show);
    connect(m_list, &QListWidget::itemActivated, this, &QDialog::accept);
    connect(m_list, &QListWidget::currentRowChanged, this,
        [add](int row) { add->setEnabled(row >= 0); });
    connect(buttons, &QDialogButtonBox::accepted, this, &QDialog::accept);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    show({});
    m_field->setFocus();
}

void InputChoice::show(const QString& text)
{
    const QStringList words = text.split(u' ', Qt::SkipEmptyParts);
    m_list->clear();
    for (const Entry& entry : m_entries) {
        const QString all = entry.name + u' ' + QString::fromStdString(entry.id);
        const bool isFound = std::all_of(words.begin(), words.end(),
            [&](const QString& word) { return all.contains(word, Qt::CaseInsensitive); });
        if (!isFound)
            continue;
        auto* const item = new QListWidgetItem(tr("%1: %2").arg(entry.name, entry.value), m_list);
        item->setData(Qt::UserRole, QString::fromStdString(entry.id));
        item->setToolTip(QString::fromStdString(entry.id));
    }
    m_list->setCurrentRow(m_list->count() > 0 ? 0 : -1);
}

std::string InputChoice::chosen() const
{
    const QListWidgetItem* const item = m_list->currentItem();
    return item ? item->data(Qt::UserRole).toString().toStdString() : std::string();
}

// The arrow keys walk the list while one types.
bool InputChoice::eventFilter(QObject* watched, QEvent* event)
{
    if (watched == m_field && event->type() == QEvent::KeyPress) {
        const int key = static_cast<QKeyEvent*>(event)->key();
        if (key == Qt::Key_Up || key == Qt::Key_Down) {
            const int row = m_list->currentRow() + (key == Qt::Key_Down ? 1 : -1);
            if (row >= 0 && row < m_list->count())
                m_list->setCurrentRow(row);
            return true;
        }
    }
    return QDialog::eventFilter(watched, event);
}

}

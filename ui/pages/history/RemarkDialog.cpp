#include "ui/pages/history/RemarkDialog.h"

#include "ui/theme/Appearance.h"
#include "ui/widgets/ThemedLabel.h"

#include <QDialogButtonBox>
#include <QFormLayout>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace ui {

namespace {

constexpr int fieldWidth = 380;
constexpr int textHeight = 90;
constexpr int longestName = 200;

}

RemarkDialog::RemarkDialog(Appearance& appearance, core::RemarkKind kind, int revision,
    const QString& author, QWidget* parent)
    : QDialog(parent)
    , m_kind(kind)
    , m_name(new QLineEdit(author, this))
    , m_text(new QPlainTextEdit(this))
{
    const bool isApproval = kind == core::RemarkKind::approval;
    setObjectName(u"remark"_s);
    setWindowTitle(isApproval ? tr("Approve revision %1").arg(revision)
                              : tr("Comment on revision %1").arg(revision));
    auto* const what = new ThemedLabel(appearance, TextStyle::table, &Theme::text2, this);
    what->setWordWrap(true);
    what->setText(isApproval
                      ? tr("The revision is signed off as it was saved, with its figures. The file "
                           "keeps the approval, and a later change of either shows.")
                      : tr("The comment is kept in the file beside the revision, which stays as it "
                           "was saved."));
    m_name->setObjectName(u"remark.name"_s);
    m_name->setMaxLength(longestName);
    m_name->setMinimumWidth(appearance.px(fieldWidth));
    m_text->setObjectName(u"remark.text"_s);
    m_text->setAccessibleName(tr("Comment"));
    m_text->setFixedHeight(appearance.px(textHeight));
    m_text->setTabChangesFocus(true);
    m_text->setPlaceholderText(isApproval ? tr("What it is approved for") : QString());

    auto* const form = new QFormLayout;
    form->setHorizontalSpacing(12);
    form->setVerticalSpacing(8);
    form->addRow(tr("Name"), m_name);
    form->addRow(tr("Comment"), m_text);
    auto* const buttons = new QDialogButtonBox(QDialogButtonBox::Cancel, this);
    m_accept = buttons->addButton(
        isApproval ? tr("Approve") : tr("Add comment"), QDialogButtonBox::AcceptRole);
    m_accept->setObjectName(u"remark.accept"_s);
    m_accept->setDefault(true);
    connect(buttons, &QDialogButtonBox::accepted, this, &RemarkDialog::accept);
    connect(buttons, &QDialogButtonBox::rejected, this, &RemarkDialog::reject);
    auto* const column = new QVBoxLayout(this);
    column->setContentsMargins(20, 16, 20, 14);
    column->setSpacing(12);
    column->addWidget(what);
    column->addLayout(form);
    column->addWidget(buttons);
    connect(m_name, &QLineEdit::textChanged, this, &RemarkDialog::check);
    connect(m_text, &QPlainTextEdit::textChanged, this, &RemarkDialog::check);
    check();
    m_text->setFocus();
}

QString RemarkDialog::name() const
{
    return m_name->text().trimmed();
}

QString RemarkDialog::text() const
{
    return m_text->toPlainText().trimmed();
}

// An approval is nothing without a name, and a comment nothing without words.
void RemarkDialog::check()
{
    const bool isApproval = m_kind == core::RemarkKind::approval;
    m_accept->setEnabled(isApproval ? !name().isEmpty() : !text().isEmpty());
    m_accept->setToolTip(m_accept->isEnabled() ? QString()
                         : isApproval          ? tr("An approval needs a name.")
                                               : tr("A comment needs words."));
}

}

#include "ui/window/FileNotices.h"

#include "ui/document/Session.h"
#include "ui/widgets/NoticeBar.h"

#include <QPushButton>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace ui {

FileNotices::FileNotices(Session& session, Appearance& appearance, QWidget* parent)
    : QWidget(parent)
    , m_session(session)
    , m_access(new NoticeBar(appearance, {}, this))
    , m_copy(m_access->addButton(tr("Save a copy…")))
    , m_note(new NoticeBar(appearance, tr("Close"), this))
    , m_recovery(new NoticeBar(appearance, tr("Show"), this))
    , m_loss(new NoticeBar(appearance, tr("Save"), this))
{
    m_access->setObjectName(u"notice.access"_s);
    m_access->setLook(NoticeBar::Look::locked);
    m_access->button().setObjectName(u"notice.act"_s);
    m_copy->setObjectName(u"notice.copy"_s);
    m_note->setObjectName(u"notice.note"_s);
    m_recovery->setObjectName(u"notice.recovery"_s);
    m_loss->setObjectName(u"notice.loss"_s);
    auto* const column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    for (NoticeBar* const bar : {m_access, m_note, m_recovery, m_loss})
        column->addWidget(bar);
    connect(m_copy, &QPushButton::clicked, this, &FileNotices::copyWanted);
    connect(
        m_access, &NoticeBar::actionChosen, this,
        [this] {
            const FileAccess* const access = m_session.fileAccess();
            if (access && access->kind() == FileAccess::Kind::leftLocked)
                emit takeOverWanted();
            else
                emit reopenWanted();
        },
        Qt::QueuedConnection); // the bar changes under its button
    connect(m_note, &NoticeBar::actionChosen, this, [this] { tell({}); });
    connect(m_recovery, &NoticeBar::actionChosen, this, &FileNotices::recoveryWanted);
    connect(m_loss, &NoticeBar::actionChosen, this, &FileNotices::saveWanted,
        Qt::QueuedConnection); // likewise
    connect(&session, &Session::fileChanged, this, &FileNotices::showAccess);
    showAccess();
}

void FileNotices::tell(const QString& sentence)
{
    m_file = m_session.filePath();
    m_note->setNotice(sentence);
}

void FileNotices::offerRecovery(int count)
{
    m_recovery->setNotice(
        count == 0 ? QString()
                   : tr("A project was not closed properly; its unsaved changes were kept."));
}

void FileNotices::warnOfLoss(const QString& reason)
{
    m_loss->setNotice(reason.isEmpty() ? QString()
                                       : tr("Your latest changes would be lost if the program "
                                            "ended now: the copy that is kept against this cannot "
                                            "be written. %1")
                                             .arg(reason));
}

void FileNotices::showAccess()
{
    if (m_session.filePath() != m_file)
        tell({});
    const FileAccess* const access = m_session.fileAccess();
    if (!m_session.isReadOnly()) {
        m_access->setNotice({});
        return;
    }
    using Kind = FileAccess::Kind;
    const Kind kind = access->kind();
    if (const std::optional<int> revision = m_session.revision()) {
        m_access->button().hide();
        m_access->setNotice(tr("Read-only. This is revision %1 of “%2”, as it was saved.")
                                .arg(*revision)
                                .arg(m_session.displayName()));
        return;
    }
    m_access->button().setText(kind == Kind::leftLocked ? tr("Take over…") : tr("Reopen to edit"));
    m_access->button().setVisible(
        kind == Kind::leftLocked || kind == Kind::unlocked || kind == Kind::wanted);
    m_access->setNotice(kind == Kind::unlocked
                            ? tr("Read-only. The file is free now; reopen it to edit.")
                            : tr("Read-only. %1").arg(access->reason()));
}

}

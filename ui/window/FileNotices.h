#pragma once

#include <QWidget>

class QPushButton;

namespace ui {

class Appearance;
class NoticeBar;
class Session;

// Above the pages: that the file can only be read, why and what can be done about it, and what else
// is to be known of it. Takes no room while there is nothing to say.
class FileNotices : public QWidget {
    Q_OBJECT

public:
    FileNotices(Session& session, Appearance& appearance, QWidget* parent = nullptr);

    void tell(const QString& sentence); // until it is closed or another file is opened
    void offerRecovery(int count);      // of work that was left unsaved; 0: none
    // That there is no copy of the changes beside the file, and why; empty: there is no need to.
    void warnOfLoss(const QString& reason);

signals:
    void copyWanted();
    void reopenWanted();
    void takeOverWanted();
    void recoveryWanted();
    void saveWanted();

private:
    void showAccess();

    Session& m_session;
    QString m_file; // that was told about
    NoticeBar* m_access = nullptr;
    QPushButton* m_copy = nullptr;
    NoticeBar* m_note = nullptr;
    NoticeBar* m_recovery = nullptr;
    NoticeBar* m_loss = nullptr;
};

}

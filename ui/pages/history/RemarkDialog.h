#pragma once

#include "core/storage/Remark.h"

#include <QDialog>

class QLineEdit;
class QPlainTextEdit;
class QPushButton;

namespace ui {

class Appearance;

// Asks for what is said of a revision: an approval, which needs a name, or a comment.
class RemarkDialog : public QDialog {
    Q_OBJECT

public:
    RemarkDialog(Appearance& appearance, core::RemarkKind kind, int revision, const QString& author,
        QWidget* parent = nullptr);

    QString name() const;
    QString text() const;

private:
    void check();

    core::RemarkKind m_kind;
    QLineEdit* m_name = nullptr;
    QPlainTextEdit* m_text = nullptr;
    QPushButton* m_accept = nullptr;
};

}

#pragma once

#include "core/analysis/Target.h"

#include <QDialog>

#include <vector>

class QListWidget;
class QPushButton;

namespace ui {

// Which figures a table shows, and in which order: a list to be ticked, and put in order by
// dragging or with Alt+Up and Alt+Down. At least one is chosen.
class TargetChoice : public QDialog {
    Q_OBJECT

public:
    explicit TargetChoice(const std::vector<core::Target>& chosen, QWidget* parent = nullptr);

    std::vector<core::Target> chosen() const;

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    void move(int places);
    void check();

    QListWidget* m_list;
    QPushButton* m_accept = nullptr;
};

}

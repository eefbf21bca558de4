#pragma once

#include "ui/pages/Page.h"

class QStackedWidget;
class QTabBar;

namespace ui {

class SensitivityTab;

// What moves the figures: each input between its low and its high, several inputs in percent of
// their plan, two inputs at a time, and the value of one at which a figure is what is wanted.
class SensitivityPage : public Page {
    Q_OBJECT

public:
    explicit SensitivityPage(Workspace& workspace, QWidget* parent = nullptr);

    bool goToInput(const QString& inputId) override;
    QString unitText() const override;
    NumberTable* mainTable() override;
    std::vector<FigureView*> figures() override;

protected:
    void refresh() override;

private:
    void addTab(const QString& title, SensitivityTab* tab);
    SensitivityTab& tab() const; // that is shown
    void showTab(int place);

    QTabBar* m_bar = nullptr;
    QStackedWidget* m_tabs = nullptr;
};

}

#pragma once

#include "ui/pages/InputsPage.h"

namespace ui {

// What is built, when, and how the money for it is spread over the years; with all that has to do
// with time, upkeep and working capital.
class CapitalPage : public InputsPage {
    Q_OBJECT

public:
    explicit CapitalPage(Workspace& workspace, QWidget* parent = nullptr);

    QString unitText() const override;

protected:
    void refresh() override;
    void refreshTables() override;

private:
    QString message() const;
    TableProblem phasingProblem() const;

    TableSection* m_items = nullptr;
    FigureView* m_figure = nullptr;
};

}

#pragma once

#include "ui/pages/InputsPage.h"

namespace ui {

// What turns the cash flow of the plant into that of its owners: inflation and exchange rate, tax
// and royalty, the loan, the shareholders, and the rates that all is discounted at.
class TaxPage : public InputsPage {
    Q_OBJECT

public:
    explicit TaxPage(Workspace& workspace, QWidget* parent = nullptr);

    QString unitText() const override;

protected:
    void refresh() override;
    void refreshTables() override;

private:
    void showShareProblem();
    QString message() const;
    QString problemsOf(const QStringList& paths) const;
    TableProblem shareProblem() const;

    TableSection* m_rates = nullptr;
    TableSection* m_classes = nullptr;
    TableSection* m_shareholders = nullptr;
    FigureView* m_figure = nullptr;
};

}

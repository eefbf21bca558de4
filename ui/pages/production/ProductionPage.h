#pragma once

#include "ui/pages/InputsPage.h"

class QCheckBox;

namespace ui {

// What the plant makes and sells: what the refinery's liquor can give, how large the plant is and
// how it starts, its products and markets.
class ProductionPage : public InputsPage {
    Q_OBJECT

public:
    explicit ProductionPage(Workspace& workspace, QWidget* parent = nullptr);

    bool goToInput(const QString& inputId) override;
    QString unitText() const override;

protected:
    void refresh() override;
    void refreshTables() override;

private:
    QCheckBox* makeLimit();
    void setLimited(bool isLimited);
    QString message() const;
    TableProblem shareProblem() const;
    std::string productForRest() const;

    QCheckBox* m_limit;
    TableSection* m_rampUp = nullptr;
    TableSection* m_products = nullptr;
    FigureView* m_figure = nullptr;
};

}

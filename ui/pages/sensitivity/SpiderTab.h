#pragma once

#include "core/analysis/Target.h"
#include "ui/pages/sensitivity/SensitivityTab.h"

#include <string>
#include <vector>

namespace ui {

// A figure as inputs are changed in percent of their plan, one line for each.
class SpiderTab : public SensitivityTab {
    Q_OBJECT

public:
    explicit SpiderTab(Workspace&, QWidget* parent = nullptr);

    void refresh() override;
    QString message() const override;
    std::vector<FigureView*> figures() override { return {m_figure}; }

private:
    void compute();
    void showChoices();
    void fillInputs();
    void setChosen(const std::string& input, bool isChosen);

    core::Target m_target;
    double m_reach = 0.5;
    std::vector<std::string> m_chosen; // by the user; empty: those that move the target most
    std::vector<std::string> m_shown;

    MenuButton* m_targetButton = nullptr;
    MenuButton* m_inputsButton = nullptr;
    MenuButton* m_reachButton = nullptr;
    FigureView* m_figure = nullptr;
};

}

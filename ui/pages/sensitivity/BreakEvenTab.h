#pragma once

#include "core/report/figure/TargetText.h"
#include "ui/pages/LatestAnswer.h"
#include "ui/pages/sensitivity/BreakEvenSearch.h"
#include "ui/pages/sensitivity/SensitivityTab.h"

#include <optional>
#include <string>

namespace ui {

class NumberField;
class ThemedLabel;

// The value of one input at which a figure is what is wanted.
class BreakEvenTab : public SensitivityTab {
    Q_OBJECT

public:
    explicit BreakEvenTab(Workspace&, QWidget* parent = nullptr);

    void refresh() override;
    QString message() const override;
    std::vector<FigureView*> figures() override { return {m_figure}; }

private:
    QWidget* makeCommands();
    void chooseInput(core::Study&); // where none is chosen, or it is gone
    double wanted() const;          // what is typed, else what decides on the target
    void compute();
    void show();
    void showChoices();
    void showField();
    void take(double typed);
    core::TargetText words() const;
    QString resultText() const;

    core::Target m_target;
    std::string m_input;
    std::optional<double> m_wanted; // in the target's own unit
    std::optional<BreakEvenSearch> m_found;
    LatestAnswer<core::Result<BreakEvenSearch>> m_search {this};

    MenuButton* m_targetButton = nullptr;
    MenuButton* m_inputButton = nullptr;
    NumberField* m_field = nullptr;
    ThemedLabel* m_unit = nullptr;
    ThemedLabel* m_problem = nullptr;
    ThemedLabel* m_text = nullptr;
    FigureView* m_figure = nullptr;
};

}

#pragma once

#include "core/analysis/TwoWayTable.h"
#include "ui/pages/sensitivity/SensitivityTab.h"

#include <string>

namespace ui {

class ThemedLabel;

// A figure over two inputs at a time, as a table and as lines.
class TwoWayTab : public SensitivityTab {
    Q_OBJECT

public:
    explicit TwoWayTab(Workspace&, QWidget* parent = nullptr);

    void refresh() override;
    QString message() const override;
    NumberTable* table() override { return m_table; }
    std::vector<FigureView*> figures() override { return {m_figure}; }

protected:
    void resizeEvent(QResizeEvent*) override;
    bool eventFilter(QObject*, QEvent*) override;

private:
    QWidget* makeCommands();
    QWidget* makeBody();
    void chooseInputs(core::Study&); // where none are chosen, or one is gone
    core::Result<core::TableAxis> axisOf(const std::string& input) const;
    void compute();
    void show();
    void fit();
    void showChoices();
    void copyForExcel();

    core::Target m_target;
    std::string m_down; // inputs, by id
    std::string m_across;
    int m_steps = 9;
    core::TwoWayTable m_result;
    bool m_hasResult = false;

    MenuButton* m_targetButton = nullptr;
    MenuButton* m_downButton = nullptr;
    MenuButton* m_acrossButton = nullptr;
    MenuButton* m_stepsButton = nullptr;
    ThemedLabel* m_title = nullptr;
    ThemedLabel* m_subtitle = nullptr;
    ThemedLabel* m_acrossTitle = nullptr;
    NumberTable* m_table = nullptr;
    FigureView* m_figure = nullptr;
};

}

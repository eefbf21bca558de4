#pragma once

#include "core/project/Analysis.h"

#include <QWidget>

class QCheckBox;
class QLabel;
class QProgressBar;
class QPushButton;

namespace ui {

class LiveSimulation;
class MenuButton;
class ThemedLabel;
class Workspace;

// What is simulated and how, and how far it is: target, trials, sampling and seed, whether it
// follows every edit, and progress.
class RiskSettings : public QWidget {
    Q_OBJECT

public:
    RiskSettings(Workspace&, LiveSimulation&, QWidget* parent = nullptr);

    void refresh();
    // While a run that was asked for goes on; stands with the commands of the page.
    QPushButton* stopButton() const { return m_stop; }

private:
    void makeSeed();
    void makeProgress();
    void fillTargets();
    void fillTrials();
    void fillSampling();
    void set(const QString& cell, const core::InputValue& value);
    void showProgress();

    Workspace& m_workspace;
    LiveSimulation& m_simulation;
    MenuButton* m_target;
    MenuButton* m_trials;
    MenuButton* m_sampling;
    QCheckBox* m_live;
    QProgressBar* m_progress = nullptr;
    ThemedLabel* m_state = nullptr;
    QPushButton* m_stop = nullptr;
};

}

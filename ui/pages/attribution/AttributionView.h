#pragma once

#include "core/analysis/Attribution.h"
#include "ui/pages/LatestAnswer.h"

#include <QTimer>
#include <QWidget>

#include <functional>
#include <memory>
#include <optional>

class QLabel;
class QProgressBar;

namespace core {
class Evaluation;
}

namespace ui {

class FigureView;
class NumberTable;
class ProblemLine;
class ThemedLabel;
class Workspace;

// Two states of a project, and what they are called.
struct Comparison {
    std::shared_ptr<const core::Evaluation> from;
    std::shared_ptr<const core::Evaluation> to;
    QString fromName;
    QString toName;
    core::Target target;
    // Who gave an input the value that it has in the later one; without it there is no such column.
    std::function<QString(const QString& inputId)> changedBy = {};
};

// Why a figure differs between two states of a project: as a bridge, and as a table of the changed
// inputs with both values and their effect. It is computed beside the window, which stays alive.
class AttributionView : public QWidget {
    Q_OBJECT

public:
    explicit AttributionView(Workspace& workspace, QWidget* parent = nullptr);

    // What is shown stays until the answer is there, when it is about the same two.
    void compare(const Comparison& comparison);
    bool isAwaited() const { return m_answer.isAwaited(); }

    FigureView& figure() const { return *m_figure; }
    NumberTable& table() const { return *m_table; }

private:
    struct Answer {
        std::optional<core::Attribution> attribution;
        std::string problem; // why there is none
    };
    struct Progress;

    void show(const Answer& answer);
    void showFigures();
    void showProgress();

    Workspace& m_workspace;
    Comparison m_comparison;
    LatestAnswer<Answer> m_answer {this};
    std::shared_ptr<Progress> m_progressOfRun;
    QTimer m_clock;
    QProgressBar* m_progress = nullptr;
    FigureView* m_figure = nullptr;
    ProblemLine* m_problem = nullptr;
    NumberTable* m_table = nullptr;
    ThemedLabel* m_metrics = nullptr;
};

}

#pragma once

#include "ui/models/NumberParser.h"

#include <QScrollArea>

#include <string>

class QLabel;
class QPushButton;
class QVBoxLayout;

namespace core {
struct Uncertainty;
}

namespace ui {

class DensityCurve;
class InputForm;
class ThemedLabel;
class Workspace;

// How one quantity is uncertain: the distribution of an input with its parameters, its picture,
// whose grips can be dragged, and its percentiles; or the price deck that is drawn; or how the
// price wanders from year to year.
class DistributionPanel : public QScrollArea {
    Q_OBJECT

public:
    explicit DistributionPanel(Workspace& workspace, QWidget* parent = nullptr);

    // The id of an input, "active_deck" or "price_process". What the project does not have empties
    // the panel.
    void showInput(const std::string& input);
    const std::string& input() const { return m_input; }
    QString title() const;
    void refresh();
    // Gives the focus to the field of a cell; false when the panel does not have it.
    bool goToCell(const QString& cell);

signals:
    void removalRequested(const std::string& input);

protected:
    void showEvent(QShowEvent*) override;

private:
    ThemedLabel* addText(QVBoxLayout&, const QString& name);
    QWidget* makeCommands();
    void showDistribution(const core::Uncertainty&);
    void showForm(const core::Uncertainty&);
    void showCurve(const core::Uncertainty&);
    void showPercentiles(const core::Uncertainty&);
    NumberExpectation expectationOf(const core::Uncertainty&) const;
    void showOrigin(const core::Uncertainty&);
    void showDeck();
    void showProcess();
    void drag(const QString& parameter, double value, bool isFinished);
    void takeRangeFromEvidence();
    void addValue();
    void removeValue();

    Workspace& m_workspace;
    std::string m_input;
    bool m_isDragging = false;
    QWidget* m_content;
    ThemedLabel* m_plan;
    InputForm* m_form;
    QWidget* m_valueCommands;
    QPushButton* m_removeValue;
    DensityCurve* m_curve;
    ThemedLabel* m_percentiles;
    ThemedLabel* m_origin;
    QPushButton* m_take;
    QPushButton* m_remove;
    QPushButton* m_go;
};

}

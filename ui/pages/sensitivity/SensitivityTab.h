#pragma once

#include "core/analysis/Study.h"
#include "ui/pages/Workspace.h"

#include <QWidget>

#include <functional>
#include <vector>

namespace core {
struct Target;
}

namespace ui {

class Appearance;
class FigureView;
class MenuButton;
class NumberTable;

// One tab of the page of sensitivity. It computes only while it is shown. What is chosen on it is
// kept while the project is open.
class SensitivityTab : public QWidget {
    Q_OBJECT

public:
    SensitivityTab(Workspace&, QWidget* parent = nullptr);

    virtual void refresh() = 0;
    // How many variants were computed for it, and in which time, for the head of the page.
    virtual QString message() const = 0;
    virtual NumberTable* table() { return nullptr; }
    virtual std::vector<FigureView*> figures() = 0;
    virtual bool goToInput(const QString&) { return false; }

signals:
    void messageChanged();

protected:
    Workspace& workspace() const { return m_workspace; }
    Session& session() const;
    Appearance& appearance() const;
    FigureView* addFigureView(const QString& name);

    // Runs what asks the study, and takes the time. False, and the figure says why, without figures
    // or when something cannot be computed.
    bool compute(FigureView& figure, const std::function<core::Status(core::Study&)>& work);
    // The reason, where the figure cannot be drawn.
    static void showReason(FigureView& figure, const std::string& reason);
    QString timeText() const; // "1.1 ms"

private:
    Workspace& m_workspace;
    double m_milliseconds = 0.0;
};

// Fills a button with the figures that analyses can look at.
void offerTargets(
    MenuButton&, core::Target chosen, const std::function<void(core::Target)>& choose);

// Fills a button with the inputs of the tornado, and with a way to all others.
void offerInputs(MenuButton&, Workspace&, const std::string& chosen,
    const std::function<void(const std::string&)>& choose);

// What an input is called in analyses, in the language of the window; its id where it is gone.
QString analysisNameOf(Session&, const std::string& input);

// The inputs of the tornado that are used, those that move a target most first.
std::vector<std::string> leadingInputs(core::Study&, core::Target);

}

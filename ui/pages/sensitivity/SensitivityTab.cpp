#include "ui/pages/sensitivity/SensitivityTab.h"

#include "core/analysis/Tornado.h"
#include "core/report/figure/PositionText.h"
#include "core/report/figure/TargetText.h"
#include "ui/document/Session.h"
#include "ui/figures/FigureLayout.h"
#include "ui/figures/FigureView.h"
#include "ui/pages/FigureCommands.h"
#include "ui/pages/InputPicker.h"
#include "ui/theme/Appearance.h"
#include "ui/widgets/MenuButton.h"

#include <QCoreApplication>
#include <QElapsedTimer>
#include <QMenu>

#include <exception>

namespace ui {

SensitivityTab::SensitivityTab(Workspace& workspace, QWidget* parent)
    : QWidget(parent)
    , m_workspace(workspace)
{
}

Session& SensitivityTab::session() const
{
    return m_workspace.session();
}

Appearance& SensitivityTab::appearance() const
{
    return m_workspace.appearance();
}

FigureView* SensitivityTab::addFigureView(const QString& name)
{
    auto* const view = new FigureView(this);
    view->setObjectName(name);
    new FigureCommands(m_workspace, *view);
    return view;
}

bool SensitivityTab::compute(
    FigureView& figure, const std::function<core::Status(core::Study&)>& work)
{
    m_milliseconds = 0.0;
    std::string reason = tr("This is drawn once the project has no errors").toStdString();
    if (core::Study* const study = session().study()) {
        QElapsedTimer timer;
        timer.start();
        try {
            const core::Status status = work(*study);
            if (status) {
                m_milliseconds = static_cast<double>(timer.nsecsElapsed()) / 1e6;
                return true;
            }
            reason = core::sentence(status.error().problems.front());
        } catch (const std::exception& exception) {
            reason = exception.what();
        }
    }
    showReason(figure, reason);
    return false;
}

void SensitivityTab::showReason(FigureView& figure, const std::string& reason)
{
    core::Figure none;
    none.title = core::verbatim(reason);
    figure.setFigure(none);
}

QString SensitivityTab::timeText() const
{
    return tr("%1 ms").arg(m_workspace.format().fixed(m_milliseconds, 1));
}

void offerTargets(
    MenuButton& button, core::Target chosen, const std::function<void(core::Target)>& choose)
{
    button.setValue(textOf(core::shortNameOf(chosen)));
    QMenu* const menu = button.menu();
    menu->clear();
    for (const core::Target target : core::allTargets()) {
        QAction* const action = menu->addAction(
            textOf(core::shortNameOf(target)), menu, [choose, target] { choose(target); });
        action->setCheckable(true);
        action->setChecked(target == chosen);
    }
}

void offerInputs(MenuButton& button, Workspace& workspace, const std::string& chosen,
    const std::function<void(const std::string&)>& choose)
{
    Session& session = workspace.session();
    button.setValue(analysisNameOf(session, chosen));
    QMenu* const menu = button.menu();
    menu->clear();
    const auto ranges = core::rangesOf(session.project());
    if (ranges)
        for (const core::InputRange& range : *ranges) {
            const std::string& id = range.input.id;
            QAction* const action =
                menu->addAction(analysisNameOf(session, id).replace(u'&', QStringLiteral("&&")),
                    menu, [choose, id] { choose(id); });
            action->setCheckable(true);
            action->setChecked(id == chosen);
        }
    menu->addSeparator();
    menu->addAction(SensitivityTab::tr("Other input…"), menu, [&button, &workspace, choose] {
        auto* const picker = new InputPicker(workspace, {}, &button);
        QObject::connect(picker, &InputPicker::chosen, &button,
            [choose](const QString& id) { choose(id.toStdString()); });
        picker->openBelow(button);
    });
}

QString analysisNameOf(Session& session, const std::string& input)
{
    const QString id = QString::fromStdString(input);
    const core::Input* const known = session.inputOf(id);
    return known ? textOf(core::nameInAnalyses(*known)) : id;
}

std::vector<std::string> leadingInputs(core::Study& study, core::Target target)
{
    std::vector<std::string> inputs;
    const auto ranges = core::rangesOf(study.project());
    const auto tornado = ranges ? core::tornadoOf(study, *ranges, target) : ranges.error();
    if (tornado)
        for (const core::TornadoBar& bar : tornado->bars)
            inputs.push_back(bar.range.input.id);
    return inputs;
}

}

#include "ui/pages/sensitivity/SpiderTab.h"

#include "core/analysis/Spider.h"
#include "core/report/figure/SensitivityFigures.h"
#include "ui/document/Session.h"
#include "ui/figures/FigureView.h"
#include "ui/pages/InputPicker.h"
#include "ui/theme/Appearance.h"
#include "ui/widgets/MenuButton.h"

#include <QHBoxLayout>
#include <QMenu>
#include <QPushButton>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace ui {

namespace {

constexpr std::size_t mostLines = 8;
constexpr int factorCount = 21;
constexpr std::array reaches {0.1, 0.2, 0.3, 0.5};

}

SpiderTab::SpiderTab(Workspace& workspace, QWidget* parent)
    : SensitivityTab(workspace, parent)
    , m_targetButton(new MenuButton(workspace.appearance(), tr("Target"), this))
    , m_inputsButton(new MenuButton(workspace.appearance(), tr("Inputs"), this))
    , m_reachButton(new MenuButton(workspace.appearance(), tr("Range"), this))
    , m_figure(addFigureView(u"figure.spider"_s))
{
    m_targetButton->setObjectName(u"spider.target"_s);
    m_inputsButton->setObjectName(u"spider.inputs"_s);
    m_reachButton->setObjectName(u"spider.range"_s);
    auto* const copy = new QPushButton(appearance().icon(u"copy"_s), tr("Copy chart"), this);
    connect(copy, &QPushButton::clicked, this, [this] { emit m_figure->copyPictureRequested(); });
    auto* const row = new QHBoxLayout;
    row->setSpacing(8);
    for (QWidget* const button : {m_targetButton, m_inputsButton, m_reachButton})
        row->addWidget(button);
    row->addStretch(1);
    row->addWidget(copy);
    auto* const column = new QVBoxLayout(this);
    column->setContentsMargins(24, 10, 24, 16);
    column->setSpacing(14);
    column->addLayout(row);
    column->addWidget(m_figure, 1);
}

void SpiderTab::refresh()
{
    compute();
    showChoices();
    emit messageChanged();
}

void SpiderTab::compute()
{
    m_shown.clear();
    core::Spider spider;
    const bool isComputed =
        SensitivityTab::compute(*m_figure, [&](core::Study& study) -> core::Status {
            std::vector<std::string> inputs =
                m_chosen.empty() ? leadingInputs(study, m_target) : m_chosen;
            // The project may have lost some since they were chosen.
            std::erase_if(inputs,
                [&](const std::string& id) { return !core::variedInput(study.project(), id); });
            inputs.resize(std::min(inputs.size(), mostLines));
            auto computed =
                core::spiderOf(study, inputs, core::spiderFactors(m_reach, factorCount), m_target);
            if (!computed)
                return computed.error();
            spider = *std::move(computed);
            m_shown = inputs;
            return core::success();
        });
    if (isComputed)
        m_figure->setFigure(core::spiderFigure(*session().evaluation(), spider, session().view()));
}

void SpiderTab::showChoices()
{
    offerTargets(*m_targetButton, m_target, [this](core::Target target) {
        m_target = target;
        refresh();
    });
    const DisplayFormat format = workspace().format();
    QMenu* const menu = m_reachButton->menu();
    menu->clear();
    m_reachButton->setValue(u"± %1"_s.arg(format.percent(m_reach, 0)));
    for (const double reach : reaches) {
        QAction* const action =
            menu->addAction(u"± %1"_s.arg(format.percent(reach, 0)), this, [this, reach] {
                m_reach = reach;
                refresh();
            });
        action->setCheckable(true);
        action->setChecked(reach == m_reach);
    }
    fillInputs();
}

void SpiderTab::fillInputs()
{
    m_inputsButton->setValue(
        m_chosen.empty() ? tr("%n that move it most", nullptr, static_cast<int>(m_shown.size()))
                         : tr("%n chosen", nullptr, static_cast<int>(m_shown.size())));
    QMenu* const menu = m_inputsButton->menu();
    menu->clear();
    QAction* const most = menu->addAction(tr("Those that move it most"), this, [this] {
        m_chosen.clear();
        refresh();
    });
    most->setCheckable(true);
    most->setChecked(m_chosen.empty());
    menu->addSeparator();
    std::vector<std::string> offered = m_shown;
    if (const auto ranges = core::rangesOf(session().project()))
        for (const core::InputRange& range : *ranges)
            if (std::find(offered.begin(), offered.end(), range.input.id) == offered.end())
                offered.push_back(range.input.id);
    for (const std::string& id : offered) {
        const bool isShown = std::find(m_shown.begin(), m_shown.end(), id) != m_shown.end();
        QAction* const action =
            menu->addAction(analysisNameOf(session(), id).replace(u'&', u"&&"_s), this,
                [this, id, isShown] { setChosen(id, !isShown); });
        action->setCheckable(true);
        action->setChecked(isShown);
    }
    menu->addSeparator();
    menu->addAction(tr("Other input…"), this, [this] {
        QStringList there;
        for (const std::string& id : m_shown)
            there += QString::fromStdString(id);
        auto* const picker = new InputPicker(workspace(), there, m_inputsButton);
        connect(picker, &InputPicker::chosen, this,
            [this](const QString& id) { setChosen(id.toStdString(), true); });
        picker->openBelow(*m_inputsButton);
    });
}

void SpiderTab::setChosen(const std::string& input, bool isChosen)
{
    std::vector<std::string> chosen = m_shown;
    if (isChosen && chosen.size() == mostLines) {
        workspace().tell(
            tr("More than %1 lines cannot be told apart; take one away first.").arg(mostLines));
        return;
    }
    if (isChosen)
        chosen.push_back(input);
    else
        std::erase(chosen, input);
    m_chosen = std::move(chosen);
    refresh();
}

QString SpiderTab::message() const
{
    return tr("Each input in percent of its plan, all others as planned. %n recalculations in %1.",
        nullptr, static_cast<int>(m_shown.size()) * factorCount)
        .arg(timeText());
}

}

#include "ui/pages/sensitivity/TwoWayTab.h"

#include "core/report/figure/SensitivityFigures.h"
#include "ui/document/Session.h"
#include "ui/figures/FigureLayout.h"
#include "ui/figures/FigureView.h"
#include "ui/pages/sensitivity/PositionGrid.h"
#include "ui/pages/sensitivity/TwoWayHeat.h"
#include "ui/tables/NumberTable.h"
#include "ui/tables/TableClipboard.h"
#include "ui/theme/Appearance.h"
#include "ui/widgets/MenuButton.h"
#include "ui/widgets/ThemedLabel.h"

#include <QClipboard>
#include <QEvent>
#include <QGuiApplication>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QMenu>
#include <QMimeData>
#include <QPushButton>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace ui {

namespace {

constexpr int rowHeight = 40;
constexpr int leastRowHeight = 26;
constexpr int leastFigureWidth = 320;
constexpr int sideMargin = 24;
constexpr int bottomMargin = 16;
constexpr int gap = 34;
constexpr std::array stepCounts {5, 7, 9, 11};

}

TwoWayTab::TwoWayTab(Workspace& workspace, QWidget* parent)
    : SensitivityTab(workspace, parent)
{
    auto* const column = new QVBoxLayout(this);
    column->setContentsMargins(sideMargin, 10, sideMargin, bottomMargin);
    column->setSpacing(14);
    column->addWidget(makeCommands());
    column->addWidget(makeBody(), 1);
}

QWidget* TwoWayTab::makeCommands()
{
    auto* const bar = new QWidget(this);
    auto* const row = new QHBoxLayout(bar);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(8);
    const auto add = [&](const QString& label, const QString& name) {
        auto* const button = new MenuButton(appearance(), label, bar);
        button->setObjectName(name);
        row->addWidget(button);
        return button;
    };
    m_targetButton = add(tr("Target"), u"twoWay.target"_s);
    m_downButton = add(tr("Down"), u"twoWay.down"_s);
    m_acrossButton = add(tr("Across"), u"twoWay.across"_s);
    m_stepsButton = add(tr("Steps"), u"twoWay.steps"_s);
    row->addStretch(1);
    auto* const copy = new QPushButton(appearance().icon(u"copy"_s), tr("Copy for Excel"), bar);
    copy->setObjectName(u"twoWay.copy"_s);
    connect(copy, &QPushButton::clicked, this, &TwoWayTab::copyForExcel);
    row->addWidget(copy);
    return bar;
}

QWidget* TwoWayTab::makeBody()
{
    auto* const body = new QWidget(this);
    auto* const halves = new QHBoxLayout(body);
    halves->setContentsMargins(0, 0, 0, 0);
    halves->setSpacing(gap);
    auto* const left = new QVBoxLayout;
    left->setSpacing(2);
    m_title = new ThemedLabel(appearance(), TextStyle::chartTitle, &Theme::text, body);
    m_title->setObjectName(u"twoWay.title"_s);
    m_title->setWordWrap(true);
    m_subtitle = new ThemedLabel(appearance(), TextStyle::caption, &Theme::text2, body);
    m_subtitle->setWordWrap(true);
    m_acrossTitle = new ThemedLabel(appearance(), TextStyle::caption, &Theme::text2, body);
    m_acrossTitle->setAlignment(Qt::AlignHCenter);
    m_acrossTitle->setContentsMargins(0, 12, 0, 0);
    m_table = new NumberTable(session(), appearance(), body);
    m_table->setObjectName(u"table.twoWay"_s);
    m_table->setAccessibleName(tr("Two-way table"));
    m_table->setRowHeight(rowHeight);
    m_table->setSideMargins(0, 8);
    m_table->installEventFilter(this);
    connect(m_table, &NumberTable::explainRequested, &workspace(), &Workspace::explain);
    connect(m_table, &NumberTable::messageShown, &workspace(), &Workspace::tell);
    for (QWidget* const part :
        std::initializer_list<QWidget*> {m_title, m_subtitle, m_acrossTitle}) {
        part->setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Maximum);
        left->addWidget(part);
    }
    left->addWidget(m_table, 1);
    left->addStretch(0);
    halves->addLayout(left);
    m_figure = addFigureView(u"figure.twoWay"_s);
    halves->addWidget(m_figure, 1);
    return body;
}

void TwoWayTab::refresh()
{
    compute();
    show();
    showChoices();
    emit messageChanged();
}

void TwoWayTab::chooseInputs(core::Study& study)
{
    const core::Project& project = study.project();
    std::vector<std::string> offered = leadingInputs(study, m_target);
    for (const char* lever : {"levers.price", "levers.production"})
        offered.emplace_back(lever);
    const auto isMissing = [&](const std::string& id) { return !core::variedInput(project, id); };
    const auto take = [&](std::string& input, const std::string& other) {
        for (const std::string& id : offered)
            if (isMissing(input) && id != other && !isMissing(id))
                input = id;
    };
    take(m_down, m_across);
    take(m_across, m_down);
}

core::Result<core::TableAxis> TwoWayTab::axisOf(const std::string& input) const
{
    const core::Project& project = session().evaluation()->project();
    const auto range = core::rangeOf(project, input);
    if (!range)
        return range.error();
    const auto position = core::positionOf(project, range->input);
    if (!position)
        return position.error();
    return core::TableAxis {range->input, positionGrid(*range, *position, m_steps)};
}

void TwoWayTab::compute()
{
    m_hasResult = SensitivityTab::compute(*m_figure, [&](core::Study& study) -> core::Status {
        chooseInputs(study);
        const auto x = axisOf(m_across);
        const auto y = axisOf(m_down);
        if (!x || !y)
            return x ? y.error() : x.error();
        auto computed = core::twoWayTable(study, *x, *y, m_target);
        if (!computed)
            return computed.error();
        m_result = *std::move(computed);
        return core::success();
    });
}

void TwoWayTab::show()
{
    m_table->setVisible(m_hasResult);
    m_acrossTitle->setVisible(m_hasResult);
    m_title->setVisible(m_hasResult);
    m_subtitle->setVisible(m_hasResult);
    if (!m_hasResult)
        return;
    const core::Evaluation& evaluation = *session().evaluation();
    const core::MoneyView view = session().view();
    m_title->setText(textOf(core::twoWayTitle(evaluation, m_result, view)));
    m_subtitle->setText(textOf(core::twoWaySubtitle(evaluation, m_result, view)));
    m_figure->setFigure(core::twoWayFigure(evaluation, m_result, view));

    double largest = 0.0;
    for (const auto& row : m_result.values)
        for (const std::optional<double>& value : row)
            largest = std::max(largest, std::abs(value.value_or(0.0)));
    const core::PositionTexts texts(evaluation.project());
    HeatWords words {core::targetText(evaluation, m_target, view, largest),
        texts.of(m_result.x.input, m_result.x.positions),
        texts.of(m_result.y.input, m_result.y.positions)};
    words.level =
        words.target.threshold ? words.target.threshold : core::figureOf(evaluation, m_target);
    if (const auto base = core::positionOf(evaluation.project(), m_result.x.input))
        words.xBase = base->base;
    if (const auto base = core::positionOf(evaluation.project(), m_result.y.input))
        words.yBase = base->base;
    const QString unit = QString::fromStdString(words.x.unit);
    const QString across = textOf(words.x.name);
    m_acrossTitle->setText(unit.isEmpty() ? across : across + u", "_s + unit);
    m_table->setContent(heatTable(m_result, words, workspace().format()));
    fit();
}

// The table has its width and the rows as high as they can be, as far as there is room; the figure
// has the rest.
void TwoWayTab::fit()
{
    const TableContent& content = m_table->content();
    int tableWidth = 0;
    for (const TableColumn& column : content.columns)
        tableWidth += appearance().px(column.width);
    tableWidth =
        std::max(0, std::min(tableWidth, width() - 2 * sideMargin - gap - leastFigureWidth));
    for (QWidget* const part :
        std::initializer_list<QWidget*> {m_title, m_subtitle, m_acrossTitle, m_table})
        part->setFixedWidth(tableWidth);
    const int above =
        m_table->mapTo(this, QPoint(0, 0)).y() + m_table->horizontalHeader()->height();
    const int rows = std::max(1, content.rowCount());
    const double high = (height() - above - bottomMargin) / appearance().textScale() / rows;
    m_table->setRowHeight(std::clamp(static_cast<int>(high), leastRowHeight, rowHeight));
    m_table->setMaximumHeight(m_table->contentHeight());
}

void TwoWayTab::resizeEvent(QResizeEvent* event)
{
    SensitivityTab::resizeEvent(event);
    fit();
}

bool TwoWayTab::eventFilter(QObject* watched, QEvent* event)
{
    if (watched == m_table && event->type() == QEvent::Move)
        fit();
    return SensitivityTab::eventFilter(watched, event);
}

void TwoWayTab::showChoices()
{
    offerTargets(*m_targetButton, m_target, [this](core::Target target) {
        m_target = target;
        refresh();
    });
    // An input that is chosen for both sides leaves its old side to the other one.
    offerInputs(*m_downButton, workspace(), m_down, [this](const std::string& input) {
        if (input == m_across)
            m_across = m_down;
        m_down = input;
        refresh();
    });
    offerInputs(*m_acrossButton, workspace(), m_across, [this](const std::string& input) {
        if (input == m_down)
            m_down = m_across;
        m_across = input;
        refresh();
    });
    const auto stepsText = [](int count) { return u"%1 × %1"_s.arg(count); };
    m_stepsButton->setValue(stepsText(m_steps));
    QMenu* const menu = m_stepsButton->menu();
    menu->clear();
    for (const int count : stepCounts) {
        QAction* const action = menu->addAction(stepsText(count), this, [this, count] {
            m_steps = count;
            refresh();
        });
        action->setCheckable(true);
        action->setChecked(count == m_steps);
    }
}

void TwoWayTab::copyForExcel()
{
    QGuiApplication::clipboard()->setMimeData(
        mimeDataOf(m_table->whole(), separatorsOf(QLocale())).release());
    workspace().tell(tr("The table is copied with its heads."));
}

QString TwoWayTab::message() const
{
    const int count =
        m_hasResult ? static_cast<int>(m_result.x.positions.size() * m_result.y.positions.size())
                    : 0;
    return tr(
        "Two inputs at a time, all others as planned. %n recalculations in %1.", nullptr, count)
        .arg(timeText());
}

}

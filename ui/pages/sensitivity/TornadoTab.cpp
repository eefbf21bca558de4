#include "ui/pages/sensitivity/TornadoTab.h"

#include "core/report/figure/SensitivityFigures.h"
#include "ui/document/Session.h"
#include "ui/document/TornadoCells.h"
#include "ui/figures/FigureLayout.h"
#include "ui/figures/FigureView.h"
#include "ui/pages/InputPicker.h"
#include "ui/pages/InputProblems.h"
#include "ui/pages/sensitivity/TornadoTable.h"
#include "ui/tables/NumberTable.h"
#include "ui/theme/Appearance.h"
#include "ui/widgets/EmptyState.h"
#include "ui/widgets/MenuButton.h"
#include "ui/widgets/PageStack.h"
#include "ui/widgets/ProblemLine.h"
#include "ui/widgets/ThemedLabel.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QMenu>
#include <QPushButton>
#include <QScrollArea>
#include <QtMath>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace ui {

namespace {

constexpr int sideMargin = 24;
constexpr int rowHeight = 40;
constexpr int leastFigureWidth = 286;
constexpr int leastTableWidth = 636; // so that no column is cut off
constexpr int figureGap = 30;
constexpr int axisRoom = 34; // below the last bar
constexpr int baseRoom = 26; // above the first bar, for the name of the base

}

TornadoTab::TornadoTab(Workspace& workspace, QWidget* parent)
    : SensitivityTab(workspace, parent)
{
    auto* const column = new QVBoxLayout(this);
    column->setContentsMargins(0, 10, 0, 0);
    column->setSpacing(10);
    column->addWidget(makeCommands());
    column->addWidget(makeBody(), 1);
    connectTable();
}

QWidget* TornadoTab::makeCommands()
{
    auto* const bar = new QWidget(this);
    auto* const row = new QHBoxLayout(bar);
    row->setContentsMargins(sideMargin, 0, sideMargin, 0);
    row->setSpacing(8);
    m_targetButton = new MenuButton(appearance(), tr("Target"), bar);
    m_targetButton->setObjectName(u"tornado.target"_s);
    m_rangesButton = new MenuButton(appearance(), tr("Ranges"), bar);
    m_rangesButton->setObjectName(u"tornado.ranges"_s);
    m_orderButton = new MenuButton(appearance(), tr("Order"), bar);
    m_orderButton->setObjectName(u"tornado.order"_s);
    auto* const add = new QPushButton(appearance().icon(u"add"_s), tr("Add input"), bar);
    add->setObjectName(u"tornado.add"_s);
    connect(add, &QPushButton::clicked, this, &TornadoTab::addInput);
    m_addButton = add;
    auto* const copy = new QPushButton(appearance().icon(u"copy"_s), tr("Copy chart"), bar);
    copy->setObjectName(u"tornado.copy"_s);
    connect(copy, &QPushButton::clicked, this, [this] { emit m_figure->copyPictureRequested(); });
    for (QWidget* const widget :
        std::initializer_list<QWidget*> {m_targetButton, m_rangesButton, m_orderButton, add})
        row->addWidget(widget);
    row->addStretch(1);
    row->addWidget(copy);
    return bar;
}

QWidget* TornadoTab::makeBody()
{
    m_area = new QScrollArea(this);
    m_area->setObjectName(u"tornado.scroll"_s);
    m_area->setWidgetResizable(true);
    m_area->setFrameShape(QFrame::NoFrame);
    m_area->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_area->setFocusPolicy(Qt::NoFocus);
    m_content = new QWidget(m_area);
    auto* const halves = new QHBoxLayout(m_content);
    halves->setContentsMargins(0, 0, sideMargin, 8);
    halves->setSpacing(figureGap);

    auto* const left = new QVBoxLayout;
    left->setSpacing(2);
    auto* const title = new ThemedLabel(appearance(), TextStyle::chartTitle, &Theme::text, this);
    title->setText(tr("Inputs and ranges"));
    title->setContentsMargins(sideMargin, 0, 0, 0);
    m_caption = new ThemedLabel(appearance(), TextStyle::caption, &Theme::text2, this);
    m_caption->setObjectName(u"tornado.caption"_s);
    m_caption->setContentsMargins(sideMargin, 0, 0, 0);
    m_table = new NumberTable(session(), appearance(), m_content);
    m_table->setObjectName(u"table.tornado"_s);
    m_table->setAccessibleName(title->text());
    m_table->setSideMargins(sideMargin, 8);
    m_table->setRowHeight(rowHeight);
    m_table->setVerticalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_problems = new ProblemLine(appearance(), m_content);
    m_problems->setObjectName(u"tornado.problems"_s);
    m_problems->setContentsMargins(sideMargin, 4, 0, 0);
    left->addWidget(title);
    left->addWidget(m_caption);
    left->addWidget(m_table);
    left->addWidget(m_problems);
    left->addStretch(1);
    halves->addLayout(left, 49);
    m_figure = addFigureView(u"figure.tornado"_s);
    m_figure->setMinimumWidth(leastFigureWidth);
    halves->addWidget(m_figure, 51, Qt::AlignTop);
    m_area->setWidget(m_content);

    m_stack = new PageStack(this);
    m_empty = new EmptyState(appearance(), u"sensitivity"_s, tr("No input has a range yet"),
        tr("A tornado shows what the target does when one input moves to its low or high value."),
        m_stack);
    m_empty->setObjectName(u"tornado.empty"_s);
    connect(m_empty->addAction(tr("Add an input…")), &QPushButton::clicked, this,
        &TornadoTab::addInput);
    m_stack->addWidget(m_area);
    m_stack->addWidget(m_empty);
    return m_stack;
}

void TornadoTab::connectTable()
{
    m_table->installEventFilter(this);
    m_area->viewport()->installEventFilter(this);
    connect(m_table, &NumberTable::messageShown, &workspace(), &Workspace::tell);
    connect(m_table, &NumberTable::currentCellChanged, this, &TornadoTab::follow);
    connect(m_table, &NumberTable::removalRequested, this, &TornadoTab::remove);
    connect(m_table, &NumberTable::contextMenuOpening, this, &TornadoTab::fillMenu);
    connect(m_table, &NumberTable::contentHeightChanged, this, &TornadoTab::align);
    // At once, since the table goes on with the cell below the one that was typed into.
    connect(&session(), &Session::projectChanged, this, [this] {
        if (isVisible())
            refresh();
    });
}

void TornadoTab::refresh()
{
    compute();
    showChoices();
    showTable();
    showFigure();
    showProblems();
    align();
    emit messageChanged();
}

void TornadoTab::choose()
{
    m_computed.reset();
    refresh();
}

void TornadoTab::compute()
{
    if (m_computed == session().sharedProject())
        return;
    m_computed = session().sharedProject();
    m_tornado = {m_target, {}, {}};
    m_lines.clear();
    m_refusal.clear();
    m_lateFlips.forget();
    const auto ranges = core::rangesOf(session().project(), m_ranges);
    if (!ranges) {
        m_refusal = core::sentence(ranges.error().problems.front());
        return;
    }
    for (const core::InputRange& range : *ranges)
        m_lines.push_back({range});
    SensitivityTab::compute(*m_figure, [&](core::Study& study) -> core::Status {
        auto answer = tornadoAnswer(study, *ranges, m_target);
        if (!answer)
            return answer.error();
        m_tornado = std::move(answer->tornado);
        m_lines = std::move(answer->lines);
        if (!answer->late.empty())
            seekLate(answer->late);
        return core::success();
    });
    sortLines(m_lines, m_order, session());
}

void TornadoTab::seekLate(const std::vector<core::InputRange>& ranges)
{
    m_lateFlips.ask([base = session().evaluation(), ranges](
                        const std::stop_token& stop) { return lateFlips(base, ranges, stop); },
        [this](const std::vector<core::Flip>& flips) {
            takeFlips(m_lines, flips, m_target);
            showTable();
        });
}

QString TornadoTab::rangesText() const
{
    switch (m_ranges.source) {
    case core::RangeChoice::Source::own:
        return tr("Own low and high");
    case core::RangeChoice::Source::evidence:
        return tr("From evidence");
    case core::RangeChoice::Source::percent:
        break;
    }
    return tr("± %1 of the plan").arg(workspace().format().percent(m_ranges.percent, 0));
}

void TornadoTab::showChoices()
{
    offerTargets(*m_targetButton, m_target, [this](core::Target target) {
        m_target = target;
        choose();
    });
    m_rangesButton->setValue(rangesText());
    QMenu* menu = m_rangesButton->menu();
    menu->clear();
    const auto addRanges = [&](const core::RangeChoice& choice, const QString& text) {
        QAction* const action = menu->addAction(text, this, [this, choice] {
            m_ranges = choice;
            choose();
        });
        action->setCheckable(true);
        action->setChecked(choice == m_ranges);
    };
    addRanges({core::RangeChoice::Source::own}, tr("Own low and high"));
    addRanges({core::RangeChoice::Source::evidence}, tr("From evidence"));
    for (const double part : {0.1, 0.2, 0.3, 0.5})
        addRanges({core::RangeChoice::Source::percent, part},
            tr("± %1 of the plan").arg(workspace().format().percent(part, 0)));

    menu = m_orderButton->menu();
    menu->clear();
    const std::array orders {std::pair(TornadoOrder::swing, tr("By swing")),
        std::pair(TornadoOrder::name, tr("By name")),
        std::pair(TornadoOrder::list, tr("As listed"))};
    for (const auto& [order, text] : orders) {
        QAction* const action = menu->addAction(text, this, [this, order = order] {
            m_order = order;
            choose();
        });
        action->setCheckable(true);
        action->setChecked(order == m_order);
        if (order == m_order)
            m_orderButton->setValue(text);
    }
}

void TornadoTab::showTable()
{
    double largest = 0.0;
    for (const core::TornadoBar& bar : m_tornado.bars)
        for (const auto& figure : {bar.atLow, bar.atHigh})
            largest = std::max(largest, std::abs(figure.value_or(0.0)));
    TornadoWords words;
    if (session().evaluation())
        words.target =
            core::targetText(*session().evaluation(), m_target, session().view(), largest);
    words.flipHead = isJudgedByReturn(m_target) ? tr("IRR = hurdle at") : tr("NPV = 0 at");
    words.areRangesTyped = m_ranges.source == core::RangeChoice::Source::own;
    words.areFlipsSought = m_lateFlips.isAwaited();
    const bool isEmpty = m_lines.empty() && m_refusal.empty();
    m_stack->setCurrentWidget(isEmpty ? static_cast<QWidget*>(m_empty) : m_area);
    m_table->setContent(tornadoTable(
        m_lines, core::PositionTexts(session().project()), words, workspace().format()));
    m_caption->setText(words.areRangesTyped ? tr("Blue figures can be edited; the chart follows")
                                            : tr("Choose “Own low and high” to type ranges"));
}

void TornadoTab::showFigure()
{
    if (!session().evaluation())
        return;
    core::Figure figure = core::tornadoFigure(
        *session().evaluation(), m_tornado, session().view(), m_tornado.bars.size());
    std::vector<core::FigureSwing> ordered;
    for (const TornadoLine& line : m_lines)
        for (const core::FigureSwing& swing : figure.swings)
            if (swing.input == line.range.input.id)
                ordered.push_back(swing);
    figure.swings = std::move(ordered);
    m_figure->setFigure(figure);
}

void TornadoTab::showProblems()
{
    QStringList sentences =
        refusedEntries(session(), [](const QString& id) { return tornadoCellOf(id).has_value(); });
    if (!m_refusal.empty())
        sentences += QString::fromStdString(m_refusal);
    m_problems->setProblem(sentences.join(u' '));
}

// Each bar in the row of its input, and both below the higher one of the two heads.
void TornadoTab::align()
{
    const int room = m_area->viewport()->width() - figureGap - sideMargin;
    m_table->setMinimumWidth(std::max(
        0, std::min(appearance().px(leastTableWidth), room - appearance().px(leastFigureWidth))));
    m_table->setFixedHeight(m_table->contentHeight());
    const QMargins before = m_caption->contentsMargins();
    const double needed = m_figure->headBottom() + appearance().px(baseRoom);
    const int lacking =
        qCeil(needed) - m_table->y() - m_table->horizontalHeader()->height() + before.bottom();
    if (const int gap = std::max(0, lacking); gap != before.bottom()) {
        m_caption->setContentsMargins(sideMargin, 0, 0, gap);
        return; // the table moves, and calls again
    }
    const int head = m_table->horizontalHeader()->height();
    const int top = m_table->y() + head;
    const int height = m_table->verticalHeader()->defaultSectionSize();
    const int bars = static_cast<int>(m_figure->figure().swings.size());
    m_figure->setRows(top - m_figure->y(), height);
    m_figure->setFixedHeight(top + bars * height + appearance().px(axisRoom));
}

bool TornadoTab::eventFilter(QObject* watched, QEvent* event)
{
    // The table, or the part of the page that can be seen.
    if (event->type() == QEvent::Resize || (watched == m_table && event->type() == QEvent::Move))
        align();
    return SensitivityTab::eventFilter(watched, event);
}

void TornadoTab::follow()
{
    if (!m_table->currentIndex().isValid())
        return;
    const QRect cell = m_table->visualRect(m_table->currentIndex());
    const QPoint middle = m_table->viewport()->mapTo(m_content, QPoint(0, cell.center().y()));
    const bool isFirst = m_table->currentIndex().row() == 0;
    m_area->ensureVisible(0, middle.y(), 0, isFirst ? middle.y() : cell.height());
}

void TornadoTab::addInput()
{
    QStringList there;
    for (const TornadoLine& line : m_lines)
        there += QString::fromStdString(line.range.input.id);
    auto* const picker = new InputPicker(workspace(), there, m_addButton);
    connect(picker, &InputPicker::chosen, this, [this](const QString& id) {
        const std::string input = id.toStdString();
        const core::Status status =
            session().edit(tr("Add %1 to the tornado").arg(analysisNameOf(session(), input)),
                withTornadoInput(session().project(), input));
        if (!status) {
            workspace().tell(QString::fromStdString(status.error().problems.front().message));
            return;
        }
        refresh();
        m_table->setFocus();
        m_table->select({tornadoCellId(input, TornadoPart::low), {}});
    });
    picker->openBelow(*m_addButton);
}

void TornadoTab::remove(const QStringList& rowIds)
{
    std::vector<std::string> inputs;
    for (const QString& id : rowIds)
        inputs.push_back(inputOfTornadoRow(id));
    const QString text =
        inputs.size() == 1
            ? tr("Remove %1 from the tornado").arg(analysisNameOf(session(), inputs.front()))
            : tr("Remove %n inputs from the tornado", nullptr, static_cast<int>(inputs.size()));
    const core::Status status =
        session().edit(text, withoutTornadoInputs(session().project(), inputs));
    if (!status)
        workspace().tell(QString::fromStdString(status.error().problems.front().message));
}

void TornadoTab::fillMenu(QMenu* menu, const QString& rowId)
{
    menu->addSeparator();
    menu->addAction(
        tr("Go to input"), this, [this, input = QString::fromStdString(inputOfTornadoRow(rowId))] {
            workspace().goToInput(input);
        });
}

QString TornadoTab::message() const
{
    if (m_tornado.bars.empty())
        return tr("One input at a time, all others as planned.");
    const int count = 2 * static_cast<int>(m_tornado.bars.size());
    return tr("One input at a time, all others as planned. %n recalculations and where each "
              "decision flips in %1.",
        nullptr, count)
        .arg(timeText());
}

bool TornadoTab::goToInput(const QString& inputId)
{
    // "analysis.tornado[3].low" is what a rule of documents calls it.
    QString id = inputId;
    if (const qsizetype open = id.indexOf(u'['); open >= 0) {
        const auto place = id.mid(open + 1, id.indexOf(u']') - open - 1).toULongLong();
        const auto& analysis = session().project().analysis;
        if (!analysis || place >= analysis->tornado.size())
            return false;
        id = tornadoCellId(analysis->tornado[place].input,
            id.endsWith(u".high") ? TornadoPart::high : TornadoPart::low);
    }
    const auto cell = tornadoCellOf(id);
    if (!cell)
        return false;
    m_ranges = {};
    choose();
    m_table->setFocus();
    return m_table->select({id, {}});
}

}

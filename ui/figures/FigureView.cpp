#include "ui/figures/FigureView.h"

#include "ui/figures/FigureChart.h"
#include "ui/figures/MarkDrag.h"
#include "ui/figures/PointDrag.h"

#include <QChartView>
#include <QContextMenuEvent>
#include <QGridLayout>
#include <QHBoxLayout>
#include <QKeyEvent>
#include <QMenu>
#include <QMouseEvent>
#include <QToolButton>
#include <QToolTip>

#include <algorithm>
#include <cmath>
#include <limits>

namespace ui {

FigureView::FigureView(QWidget* parent)
    : QWidget(parent)
    , m_chart(new FigureChart)
    , m_view(new QChartView(m_chart, this))
    , m_menuButton(new QToolButton(this))
{
    m_view->setRenderHint(QPainter::Antialiasing);
    m_view->setFrameShape(QFrame::NoFrame);
    m_view->setBackgroundBrush(Qt::NoBrush);
    m_view->viewport()->setAutoFillBackground(false);
    m_view->setFocusPolicy(Qt::NoFocus);
    m_view->setMouseTracking(true);
    m_view->viewport()->setMouseTracking(true);
    m_view->viewport()->installEventFilter(this);
    connect(m_chart, &FigureChart::laidOut, this, &FigureView::visitAgain);
    m_drag = new PointDrag(*m_chart, *m_view->viewport(), this);
    connect(m_drag, &PointDrag::dragged, this,
        [this](const QString& seriesId, int year, double value, bool isFinished) {
            emit valueDragged(seriesId, year, value, isFinished);
            followDrag(seriesId, year);
        });
    m_markDrag = new MarkDrag(*m_chart, *m_view->viewport(), this);
    connect(m_markDrag, &MarkDrag::moved, this, &FigureView::markMoved);
    auto* const layers = new QGridLayout(this);
    layers->setContentsMargins(0, 0, 0, 0);
    layers->addWidget(m_view, 0, 0);
    m_corner = new QHBoxLayout;
    m_corner->setSpacing(8);
    m_corner->addWidget(m_menuButton, 0, Qt::AlignTop);
    layers->addLayout(m_corner, 0, 0, Qt::AlignTop | Qt::AlignRight);

    m_menuButton->setText(QStringLiteral("⋯"));
    m_menuButton->setAutoRaise(true);
    m_menuButton->setFixedSize(24, 24);
    m_menuButton->setAccessibleName(tr("Figure menu"));
    m_menuButton->setFocusPolicy(Qt::NoFocus); // the menu key opens the same menu
    m_menuButton->hide();
    connect(m_menuButton, &QToolButton::clicked, this, [this] {
        openMenu(m_menuButton->mapToGlobal(m_menuButton->rect().bottomLeft()), m_visited);
    });
    setFocusPolicy(Qt::StrongFocus);
}

void FigureView::setFigure(const core::Figure& figure)
{
    m_chart->setFigure(figure);
    describe();
}

void FigureView::setStyle(const FigureStyle& style)
{
    m_chart->setStyle(style);
}

void FigureView::setCornerWidget(QWidget* widget)
{
    m_corner->addWidget(widget, 0, Qt::AlignTop);
}

void FigureView::setDraggable(const QString& seriesId)
{
    m_drag->setSeries(seriesId);
}

void FigureView::setRows(double top, double height)
{
    m_chart->setRows(FigureRows {top, height});
}

void FigureView::setColumns(const FigureColumns& columns)
{
    m_chart->setColumns(columns);
}

double FigureView::headBottom() const
{
    return m_chart->layOut().headBottom;
}

// Marks the point and says its value, as walking to it does.
void FigureView::followDrag(const QString& seriesId, int year)
{
    const std::vector<FigureTarget>& targets = m_chart->layOut().targets;
    for (std::size_t i = 0; i < targets.size(); ++i) {
        if (targets[i].series != seriesId || targets[i].year != year)
            continue;
        visit(static_cast<int>(i));
        QToolTip::showText(m_view->viewport()->mapToGlobal(targets[i].at.toPoint()),
            targets[i].text, m_view->viewport());
        return;
    }
}

const core::Figure& FigureView::figure() const
{
    return m_chart->figure();
}

void FigureView::describe()
{
    const QString title = textOf(figure().title);
    if (accessibleName() == title)
        return;
    setAccessibleName(title);
    setAccessibleDescription(textOf(figure().subtitle));
}

int FigureView::targetAt(const QPointF& position) const
{
    const std::vector<FigureTarget>& targets = m_chart->layOut().targets;
    int nearest = -1;
    double nearestDistance = std::numeric_limits<double>::max();
    for (std::size_t i = 0; i < targets.size(); ++i) {
        if (!targets[i].area.contains(position))
            continue;
        const QPointF away = targets[i].at - position;
        const double distance = std::hypot(away.x(), away.y());
        if (distance <= nearestDistance) { // of two at one place the later one lies on top
            nearestDistance = distance;
            nearest = static_cast<int>(i);
        }
    }
    return nearest;
}

void FigureView::visit(int target)
{
    m_visited = target;
    m_chart->setFocusedTarget(target);
    if (target < 0)
        return;
    const FigureTarget& visited = m_chart->layOut().targets[static_cast<std::size_t>(target)];
    m_visitedGroup = visited.group;
    m_visitedOrder = visited.order;
    emit pointVisited(visited.text);
}

void FigureView::visitAgain()
{
    if (m_visited < 0)
        return;
    const std::vector<FigureTarget>& targets = m_chart->layOut().targets;
    const auto found =
        std::find_if(targets.begin(), targets.end(), [this](const FigureTarget& target) {
            return target.group == m_visitedGroup && target.order == m_visitedOrder;
        });
    m_visited = found == targets.end() ? -1 : static_cast<int>(found - targets.begin());
    m_chart->setFocusedTarget(m_visited);
}

// To the next point of the same series, or to the one of another series that is at the same place.
void FigureView::step(int along, int across)
{
    const std::vector<FigureTarget>& targets = m_chart->layOut().targets;
    if (targets.empty())
        return;
    if (m_visited < 0) {
        visit(0);
        return;
    }
    const FigureTarget& now = targets[static_cast<std::size_t>(m_visited)];
    int best = -1;
    double bestDistance = std::numeric_limits<double>::max();
    for (std::size_t i = 0; i < targets.size(); ++i) {
        const FigureTarget& other = targets[i];
        const double sideways = other.order - now.order;
        double distance = 0.0;
        if (across == 0) {
            if (other.group != now.group || sideways * along <= 0.0)
                continue;
            distance = std::abs(sideways);
        } else {
            const int groups = (other.group - now.group) * across;
            if (groups <= 0)
                continue;
            distance = groups * 1e6 + std::abs(sideways);
        }
        if (distance < bestDistance) {
            bestDistance = distance;
            best = static_cast<int>(i);
        }
    }
    if (best >= 0)
        visit(best);
}

void FigureView::explain(int target)
{
    const std::vector<FigureTarget>& targets = m_chart->layOut().targets;
    if (target < 0 || target >= static_cast<int>(targets.size())) {
        emit pageRequested();
        return;
    }
    const FigureTarget& chosen = targets[static_cast<std::size_t>(target)];
    if (chosen.input.isEmpty())
        emit explainRequested(chosen.row, chosen.year);
    else
        emit inputRequested(chosen.input);
}

void FigureView::openMenu(const QPoint& globalPosition, int target)
{
    QMenu menu(this);
    menu.addAction(tr("Copy picture"), this, &FigureView::copyPictureRequested);
    menu.addAction(tr("Copy data"), this, &FigureView::copyDataRequested);
    menu.addAction(tr("Export…"), this, &FigureView::exportRequested);
    menu.addSeparator();
    const bool leadsToInput =
        target >= 0 && !m_chart->layOut().targets[static_cast<std::size_t>(target)].input.isEmpty();
    QAction* const why = menu.addAction(
        leadsToInput ? m_inputCommand : tr("Explain"), this, [this, target] { explain(target); });
    why->setEnabled(target >= 0);
    menu.exec(globalPosition);
}

bool FigureView::eventFilter(QObject* watched, QEvent* event)
{
    if (event->type() == QEvent::MouseMove) {
        const auto* const move = static_cast<QMouseEvent*>(event);
        const int target = targetAt(move->position());
        if (target < 0)
            QToolTip::hideText();
        else
            QToolTip::showText(move->globalPosition().toPoint(),
                m_chart->layOut().targets[static_cast<std::size_t>(target)].text,
                m_view->viewport());
    } else if (event->type() == QEvent::MouseButtonDblClick) {
        explain(targetAt(static_cast<QMouseEvent*>(event)->position()));
        return true;
    } else if (event->type() == QEvent::MouseButtonPress) {
        setFocus(Qt::MouseFocusReason);
        return true; // in Qt 6.4 QChartView crashes where there is no item under the pointer
    } else if (event->type() == QEvent::Wheel) {
        event->ignore(); // the page scrolls, not the chart
        return true;
    } else if (event->type() == QEvent::ContextMenu) {
        const auto* const menu = static_cast<QContextMenuEvent*>(event);
        openMenu(menu->globalPos(), targetAt(menu->pos()));
        return true;
    }
    return QWidget::eventFilter(watched, event);
}

void FigureView::contextMenuEvent(QContextMenuEvent* event)
{
    openMenu(event->globalPos(), m_visited);
}

void FigureView::keyPressEvent(QKeyEvent* event)
{
    if (m_drag->isDragging() && event->key() == Qt::Key_Escape) {
        m_drag->giveUp();
        return;
    }
    if (m_markDrag->isDragging() && event->key() == Qt::Key_Escape) {
        m_markDrag->giveUp();
        return;
    }
    switch (event->key()) {
    case Qt::Key_Left:
    case Qt::Key_Right: {
        const int direction = event->key() == Qt::Key_Right ? 1 : -1;
        figure().kind == core::FigureKind::tornado ? step(0, direction) : step(direction, 0);
        return;
    }
    case Qt::Key_Up:
    case Qt::Key_Down: {
        // Bars below one another are walked downwards.
        const core::FigureKind kind = figure().kind;
        const bool isList = kind == core::FigureKind::bars || kind == core::FigureKind::tornado ||
                            kind == core::FigureKind::shares;
        const int direction = event->key() == Qt::Key_Down ? 1 : -1;
        isList ? step(direction, 0) : step(0, direction);
        return;
    }
    case Qt::Key_F3:
    case Qt::Key_Return:
    case Qt::Key_Enter:
        explain(m_visited);
        return;
    case Qt::Key_Escape:
        if (m_visited >= 0) {
            visit(-1);
            return;
        }
        break;
    case Qt::Key_C:
        if (event->modifiers() == Qt::ControlModifier) {
            emit copyPictureRequested();
            return;
        }
        break;
    default:
        break;
    }
    QWidget::keyPressEvent(event);
}

void FigureView::focusInEvent(QFocusEvent* event)
{
    QWidget::focusInEvent(event);
    m_menuButton->show();
}

void FigureView::focusOutEvent(QFocusEvent* event)
{
    QWidget::focusOutEvent(event);
    visit(-1);
    m_menuButton->setVisible(underMouse());
}

void FigureView::enterEvent(QEnterEvent* event)
{
    QWidget::enterEvent(event);
    m_menuButton->show();
}

void FigureView::leaveEvent(QEvent* event)
{
    QWidget::leaveEvent(event);
    m_menuButton->setVisible(hasFocus());
}

}

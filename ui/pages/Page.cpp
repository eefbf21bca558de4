#include "ui/pages/Page.h"

#include "ui/document/Preferences.h"
#include "ui/document/Session.h"
#include "ui/figures/FigureView.h"
#include "ui/pages/FigureCommands.h"
#include "ui/pages/PageList.h"
#include "ui/theme/Appearance.h"
#include "ui/widgets/PageHead.h"

#include <QScrollArea>
#include <QTimer>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace ui {

namespace {

constexpr int sideMargin = 24;
constexpr int topMargin = 16;
constexpr int headGap = 14;

}

Page::Page(Workspace& workspace, PageId id, const QString& title, QWidget* parent)
    : QWidget(parent)
    , m_workspace(workspace)
    , m_id(id)
    , m_head(new PageHead(workspace.appearance(), title, this))
    , m_column(new QVBoxLayout(this))
{
    setObjectName(descriptionOf(id).name);
    m_column->setContentsMargins(0, topMargin, 0, 0);
    m_column->setSpacing(headGap);
    m_head->setContentsMargins(sideMargin, 0, sideMargin, 0);
    m_column->addWidget(m_head);

    const Session& session = workspace.session();
    for (const auto change : {&Session::projectChanged, &Session::problemsChanged,
             &Session::viewChanged, &Session::fileChanged})
        connect(&session, change, this, &Page::invalidate);
    connect(&session, &Session::evaluated, this, &Page::invalidate);
    connect(&session, &Session::projectChanged, this, [this] {
        if (isVisible())
            followTables();
    });
    connect(&workspace.appearance(), &Appearance::changed, this, &Page::invalidate);
    connect(&workspace.preferences(), &Preferences::negativeStyleChanged, this, &Page::invalidate);
}

bool Page::goToInput(const QString&)
{
    return false;
}

QVBoxLayout* Page::body(Scrolling scrolling)
{
    auto* const content = new QWidget(this);
    content->setObjectName(u"pageBody"_s);
    auto* const column = new QVBoxLayout(content);
    column->setContentsMargins(sideMargin, 0, sideMargin, topMargin);
    column->setSpacing(topMargin);
    if (scrolling == Scrolling::vertical) {
        auto* const area = new QScrollArea(this);
        area->setObjectName(u"pageScroll"_s);
        area->setWidgetResizable(true);
        area->setFrameShape(QFrame::NoFrame);
        area->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
        area->setFocusPolicy(Qt::NoFocus);
        area->setWidget(content);
        m_column->addWidget(area, 1);
    } else {
        m_column->addWidget(content, 1);
    }
    return column;
}

FigureView* Page::addFigureView(const QString& name, QWidget* parent)
{
    auto* const view = new FigureView(parent);
    view->setObjectName(name);
    new FigureCommands(m_workspace, *view);
    return view;
}

void Page::invalidate()
{
    m_isStale = true;
    if (!isVisible() || m_isAwaited)
        return;
    // One edit sends several signals; the page follows them together, before it is painted.
    m_isAwaited = true;
    QTimer::singleShot(0, this, [this] {
        m_isAwaited = false;
        refreshNow();
    });
}

void Page::refreshNow()
{
    if (!m_isStale)
        return;
    m_isStale = false;
    followTables();
    refresh();
    emit refreshed();
}

void Page::setMessage(const QString& message)
{
    const bool isOlder = session().evaluation() && !session().isEvaluated();
    m_head->setMessage(isOlder ? tr("Figures of the last valid state; what is wrong since is "
                                    "listed in the status bar.")
                               : message);
}

void Page::followTables()
{
    const Session& session = m_workspace.session();
    TableSource source {session.sharedProject(), session.evaluation(), session.view(),
        m_workspace.preferences().negativeStyle()};
    if (source == m_tableSource)
        return;
    m_tableSource = std::move(source);
    refreshTables();
}

void Page::showEvent(QShowEvent* event)
{
    refreshNow();
    QWidget::showEvent(event);
}

}

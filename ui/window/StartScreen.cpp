#include "ui/window/StartScreen.h"

#include "ui/document/RecentFile.h"
#include "ui/document/RevisionText.h"
#include "ui/theme/Appearance.h"
#include "ui/theme/Ground.h"
#include "ui/widgets/NoticeBar.h"
#include "ui/widgets/ThemedLabel.h"
#include "ui/window/RecentModel.h"
#include "ui/window/RecentTable.h"
#include "ui/window/TemplateTile.h"

#include <QApplication>
#include <QHBoxLayout>
#include <QLineEdit>
#include <QPushButton>
#include <QScrollArea>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace ui {

namespace {

constexpr int navigationWidth = 204;
constexpr int filterWidth = 240;
constexpr int sideMargin = 30;
constexpr int topMargin = 22;

QPushButton* commandButton(const QIcon& icon, const QString& text, QWidget* parent)
{
    auto* const button = new QPushButton(icon, text, parent);
    button->setAutoDefault(true); // Enter presses it as the space bar does
    button->setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
    return button;
}

}

StartScreen::StartScreen(Appearance& appearance, Preferences& preferences, QWidget* parent)
    : QWidget(parent)
    , m_appearance(appearance)
    , m_model(new RecentModel(preferences, this))
{
    setObjectName(u"start"_s);
    auto* const column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    auto* const row = new QHBoxLayout;
    row->setSpacing(0);
    row->addWidget(makeNavigation());
    row->addWidget(makeContent(), 1);
    column->addWidget(makeToolBar());
    column->addLayout(row, 1);
    connect(m_model, &QAbstractItemModel::modelReset, this, &StartScreen::showRecent);
    showRecent();
    setFocusProxy(m_recent);
}

QWidget* StartScreen::makeToolBar()
{
    auto* const bar = new QWidget(this);
    setGround(*bar, Ground::toolBar);
    auto* const row = new QHBoxLayout(bar);
    row->setContentsMargins(12, 8, 12, 8);
    row->setSpacing(8);
    auto* const create =
        commandButton(m_appearance.icon(u"add"_s, &Theme::onAccent), tr("New project"), bar);
    create->setObjectName(u"start.new"_s);
    create->setProperty("primary", true);
    auto* const open = commandButton(m_appearance.icon(u"open"_s), tr("Open…"), bar);
    open->setObjectName(u"start.open"_s);
    connect(create, &QPushButton::clicked, this, [this] { emit newWanted(Template::example); });
    connect(open, &QPushButton::clicked, this, &StartScreen::openWanted);
    row->addWidget(create);
    row->addWidget(open);
    row->addStretch(1);
    return bar;
}

QWidget* StartScreen::makeNavigation()
{
    auto* const part = new QWidget(this);
    setGround(*part, Ground::navigation);
    auto* const column = new QVBoxLayout(part);
    column->setContentsMargins(0, 8, 1, 10);
    column->setSpacing(0);
    QPushButton* const start = addEntry(*column, u"file"_s, tr("Start"));
    start->setCheckable(true);
    start->setChecked(true);
    connect(start, &QPushButton::clicked, start, [start] { start->setChecked(true); });
    connect(addEntry(*column, u"add"_s, tr("New project")), &QPushButton::clicked, this,
        [this] { emit newWanted(Template::example); });
    connect(addEntry(*column, u"open"_s, tr("Open…")), &QPushButton::clicked, this,
        &StartScreen::openWanted);
    m_recover = addEntry(*column, u"history"_s, {});
    m_recover->setObjectName(u"start.recover"_s);
    m_recover->hide();
    connect(m_recover, &QPushButton::clicked, this, [this] {
        if (auto* const bar = findChild<NoticeBar*>())
            bar->button().setFocus();
    });
    column->addStretch(1);
    auto* const version = new ThemedLabel(m_appearance, TextStyle::status, &Theme::text2, part);
    version->setText(tr("Galval %1").arg(QApplication::applicationVersion()));
    version->setContentsMargins(16, 6, 8, 0);
    column->addWidget(version);
    const auto fit = [this, part] { part->setFixedWidth(m_appearance.px(navigationWidth)); };
    connect(&m_appearance, &Appearance::changed, this, fit);
    fit();
    return part;
}

QPushButton* StartScreen::addEntry(QVBoxLayout& column, const QString& icon, const QString& text)
{
    auto* const button = new QPushButton(m_appearance.icon(icon), text);
    button->setAutoDefault(true); // likewise
    button->setProperty("navigation", true);
    column.addWidget(button);
    return button;
}

QWidget* StartScreen::makeContent()
{
    auto* const area = new QScrollArea(this);
    area->setWidgetResizable(true);
    area->setFrameShape(QFrame::NoFrame);
    area->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    area->setFocusPolicy(Qt::NoFocus);
    auto* const content = new QWidget(area);
    auto* const column = new QVBoxLayout(content);
    column->setContentsMargins(sideMargin, topMargin, topMargin, topMargin);
    column->setSpacing(10);
    m_bars = new QVBoxLayout;
    m_bars->setSpacing(8);
    m_bars->setContentsMargins(0, 0, 0, 6);
    column->addLayout(m_bars);

    auto* const head = new QHBoxLayout;
    auto* const recent = new ThemedLabel(m_appearance, TextStyle::pageTitle, &Theme::text, content);
    recent->setText(tr("Recent projects"));
    m_filter = new QLineEdit(content);
    m_filter->setObjectName(u"start.filter"_s);
    m_filter->setPlaceholderText(tr("Filter by name or folder"));
    m_filter->setAccessibleName(m_filter->placeholderText());
    m_filter->setClearButtonEnabled(true);
    m_filter->addAction(m_appearance.icon(u"find"_s), QLineEdit::LeadingPosition);
    m_filter->setFixedWidth(m_appearance.px(filterWidth));
    head->addWidget(recent, 1);
    head->addWidget(m_filter);
    column->addLayout(head);
    m_recent = new RecentTable(m_appearance, *m_model, content);
    m_none = new ThemedLabel(m_appearance, TextStyle::table, &Theme::text2, content);
    m_none->setText(tr("Projects that you open or save are listed here."));
    column->addWidget(m_recent);
    column->addWidget(m_none);
    connect(m_filter, &QLineEdit::textChanged, m_recent, &RecentTable::setFilter);
    connect(m_recent, &RecentTable::chosen, this, &StartScreen::choose);
    connect(m_recent, &RecentTable::contentHeightChanged, this, &StartScreen::showRecent);

    auto* const templates =
        new ThemedLabel(m_appearance, TextStyle::pageTitle, &Theme::text, content);
    templates->setText(tr("New from a template"));
    templates->setContentsMargins(0, 14, 0, 0);
    column->addWidget(templates);
    auto* const tiles = new QHBoxLayout;
    tiles->setSpacing(28);
    const auto addTile = [&](const QString& name, const QString& text,
                             TemplateTile::Drawing drawing, Template from) {
        auto* const tile = new TemplateTile(m_appearance, text, drawing, content);
        tile->setObjectName(name);
        connect(tile, &TemplateTile::clicked, this, [this, from] { emit newWanted(from); });
        tiles->addWidget(tile);
    };
    addTile(u"template.example"_s, tr("Gallium by-product, refinery reuse"),
        TemplateTile::Drawing::bridge, Template::example);
    addTile(u"template.empty"_s, tr("Empty project"), TemplateTile::Drawing::axes, Template::empty);
    tiles->addStretch(1);
    column->addLayout(tiles);
    auto* const drop = new ThemedLabel(m_appearance, TextStyle::caption, &Theme::text2, content);
    drop->setText(tr("Drop a .galval file anywhere in this window to open it."));
    column->addWidget(drop);
    column->addStretch(1);
    area->setWidget(content);
    return area;
}

void StartScreen::setLeft(const std::vector<core::Recovery>& left)
{
    qDeleteAll(findChildren<NoticeBar*>());
    for (const core::Recovery& recovery : left)
        addBar(recovery);
    m_recover->setVisible(!left.empty());
    m_recover->setText(tr("Recover (%1)").arg(left.size()));
}

void StartScreen::addBar(const core::Recovery& recovery)
{
    auto* const bar = new NoticeBar(m_appearance, tr("Recover"));
    bar->setObjectName(u"recovery"_s);
    bar->button().setObjectName(u"recovery.recover"_s);
    bar->button().setProperty("primary", true);
    if (!recovery.origin.empty()) {
        QPushButton* const compare = bar->addButton(tr("Compare"));
        compare->setObjectName(u"recovery.compare"_s);
        connect(
            compare, &QPushButton::clicked, this,
            [this, recovery] { emit comparisonWanted(recovery); }, Qt::QueuedConnection);
    }
    QPushButton* const discard = bar->addButton(tr("Discard"));
    discard->setObjectName(u"recovery.discard"_s);
    m_bars->addWidget(bar);
    bar->setNotice(tr("“%1” was not closed properly. Changes of %2 that were not saved were kept.")
                       .arg(QString::fromStdString(recovery.name), momentText(recovery.keptAt)));
    bar->setToolTip(QString::fromStdU16String(recovery.origin.u16string()));
    connect(
        bar, &NoticeBar::actionChosen, this, [this, recovery] { emit recoveryWanted(recovery); },
        Qt::QueuedConnection);
    connect(
        discard, &QPushButton::clicked, this, [this, recovery] { emit discardWanted(recovery); },
        Qt::QueuedConnection);
}

void StartScreen::look()
{
    m_model->read();
}

void StartScreen::showRecent()
{
    const bool hasFiles = m_model->rowCount() > 0;
    m_recent->setFixedHeight(m_recent->contentHeight());
    m_recent->setVisible(hasFiles);
    m_filter->setVisible(hasFiles);
    m_none->setVisible(!hasFiles);
}

void StartScreen::choose(const RecentFile& file)
{
    if (file.state == RecentFile::State::missing)
        emit lostFileWanted(file.path);
    else
        emit fileWanted(file.path);
}

}

// render_theme FOLDER: draws controls, icons and type in both themes and at two sizes of text into
// a folder, to be looked at.

#include "ui/document/Preferences.h"
#include "ui/theme/Appearance.h"
#include "ui/theme/Ground.h"

#include <QApplication>
#include <QCheckBox>
#include <QComboBox>
#include <QDialogButtonBox>
#include <QDir>
#include <QFormLayout>
#include <QGridLayout>
#include <QLabel>
#include <QLineEdit>
#include <QListWidget>
#include <QMainWindow>
#include <QMenu>
#include <QMenuBar>
#include <QPlainTextEdit>
#include <QProgressBar>
#include <QPushButton>
#include <QRadioButton>
#include <QScrollArea>
#include <QStatusBar>
#include <QTabBar>
#include <QTableWidget>
#include <QTemporaryDir>
#include <QToolButton>
#include <QTreeWidget>

using namespace Qt::StringLiterals;

namespace {

template <class Button>
Button* button(const QString& text, const char* property = nullptr, const QVariant& value = true)
{
    auto* const result = new Button;
    result->setText(text);
    if (property)
        result->setProperty(property, value);
    return result;
}

QLineEdit* field(const QString& text, const char* property = nullptr)
{
    auto* const result = new QLineEdit(text);
    if (property)
        result->setProperty(property, true);
    return result;
}

QLayout* row(std::initializer_list<QWidget*> widgets, int spacing = 8)
{
    auto* const layout = new QHBoxLayout;
    layout->setSpacing(spacing);
    for (QWidget* widget : widgets)
        layout->addWidget(widget);
    layout->addStretch();
    return layout;
}

QLayout* segments(const QStringList& texts)
{
    auto* const layout = new QHBoxLayout;
    layout->setSpacing(0);
    for (qsizetype i = 0; i < texts.size(); ++i) {
        const QString place = i == 0 ? u"first"_s : i + 1 == texts.size() ? u"last"_s : u"middle"_s;
        auto* const segment = button<QPushButton>(texts[i], "segment", place);
        segment->setCheckable(true);
        segment->setAutoExclusive(true);
        segment->setChecked(i == 0);
        layout->addWidget(segment);
    }
    layout->addStretch();
    return layout;
}

QMenu* makeMenu(QWidget* parent, const ui::Appearance& appearance)
{
    auto* const menu = new QMenu(parent);
    menu->addAction(appearance.icon(u"open"_s), u"Open…"_s, QKeySequence::Open, menu, [] {});
    menu->addAction(appearance.icon(u"save"_s), u"Save"_s, QKeySequence::Save, menu, [] {});
    menu->addAction(appearance.icon(u"undo"_s), u"Undo"_s)->setEnabled(false);
    menu->addSeparator();
    QAction* const isOn = menu->addAction(u"Side panel"_s);
    isOn->setCheckable(true);
    isOn->setChecked(true);
    menu->addMenu(u"Price deck"_s)->addAction(u"Consensus"_s);
    return menu;
}

QWidget* makeToolBar(const ui::Appearance& appearance)
{
    auto* const bar = new QWidget;
    setGround(*bar, ui::Ground::toolBar);
    auto* const layout = new QHBoxLayout(bar);
    layout->setContentsMargins(12, 7, 12, 7);
    for (const QString& name : {u"save"_s, u"undo"_s, u"redo"_s}) {
        auto* const tool = button<QToolButton>({}, "quiet");
        tool->setIcon(appearance.icon(name));
        tool->setEnabled(name != u"redo");
        layout->addWidget(tool);
    }
    layout->addLayout(segments({u"Nominal"_s, u"Real 2026"_s}));
    layout->addLayout(segments({u"USD"_s, u"KZT"_s}));
    layout->addStretch();
    auto* const find = field({});
    find->setPlaceholderText(u"Find an input or figure"_s);
    find->addAction(appearance.icon(u"find"_s), QLineEdit::LeadingPosition);
    layout->addWidget(find);
    auto* const exporting = button<QPushButton>(u"Export"_s);
    exporting->setIcon(appearance.icon(u"export"_s, &ui::Theme::text));
    auto* const present = button<QPushButton>(u"Present"_s, "primary");
    present->setIcon(appearance.icon(u"present"_s, &ui::Theme::onAccent));
    layout->addWidget(exporting);
    layout->addWidget(present);
    return bar;
}

QWidget* makeNavigation(const ui::Appearance& appearance)
{
    auto* const part = new QWidget;
    setGround(*part, ui::Ground::navigation);
    auto* const column = new QVBoxLayout(part);
    column->setContentsMargins(0, 8, 1, 8);
    auto* const list = new QListWidget;
    list->viewport()->setAutoFillBackground(false);
    column->addWidget(list);
    part->setFixedWidth(204);
    for (const QString& file : QDir(u":/galval/icons"_s).entryList({u"*.svg"_s}))
        new QListWidgetItem(appearance.icon(file.chopped(4)), file.chopped(4), list);
    list->setCurrentRow(0);
    return part;
}

void addButtons(QVBoxLayout& layout, const ui::Appearance& appearance)
{
    auto* const withMenu = button<QToolButton>(u"Detail"_s);
    withMenu->setMenu(makeMenu(withMenu, appearance));
    withMenu->setPopupMode(QToolButton::InstantPopup);
    auto* const adding = button<QPushButton>(u"Add line"_s);
    adding->setIcon(appearance.icon(u"add"_s));
    auto* const disabled = button<QPushButton>(u"Disabled"_s);
    disabled->setEnabled(false);
    auto* const primaryDisabled = button<QPushButton>(u"Export"_s, "primary");
    primaryDisabled->setEnabled(false);
    layout.addLayout(row({button<QPushButton>(u"Arrange charts"_s), adding, withMenu,
        button<QPushButton>(u"Run again"_s, "primary"), disabled, primaryDisabled,
        button<QPushButton>(u"Quiet"_s, "quiet"),
        button<QPushButton>(u"Compare with revision 20"_s, "link")}));
    layout.addLayout(segments({u"Project"_s, u"Stand-alone"_s, u"Savings"_s}));
}

void addFields(QVBoxLayout& layout)
{
    auto* const disabled = field(u"1,905"_s);
    disabled->setEnabled(false);
    layout.addLayout(row({field(u"20.0 %"_s), field(u"142 %"_s, "invalid"),
        field(u"1,234"_s, "question"), disabled}));
    auto* const combo = new QComboBox;
    combo->addItems({u"Value bridge"_s, u"Tornado"_s});
    auto* const editable = new QComboBox;
    editable->setEditable(true);
    editable->addItem(u"Latin hypercube"_s);
    auto* const noCombo = new QComboBox;
    noCombo->addItem(u"Disabled"_s);
    noCombo->setEnabled(false);
    auto* const on = new QCheckBox(u"Live"_s);
    on->setChecked(true);
    auto* const partly = new QCheckBox(u"Partly"_s);
    partly->setTristate(true);
    partly->setCheckState(Qt::PartiallyChecked);
    auto* const radio = new QRadioButton(u"Light"_s);
    radio->setChecked(true);
    layout.addLayout(row({combo, editable, noCombo}));
    layout.addLayout(
        row({on, new QCheckBox(u"SVG"_s), partly, radio, new QRadioButton(u"Dark"_s)}));
    auto* const progress = new QProgressBar;
    progress->setValue(42);
    layout.addWidget(progress);
    auto* const notes = new QPlainTextEdit(u"A stand-alone plant would lose value."_s);
    notes->setFixedHeight(60);
    layout.addWidget(notes);
}

void addTables(QVBoxLayout& layout)
{
    auto* const tabs = new QTabBar;
    for (const QString& text : {u"Tornado"_s, u"Spider"_s, u"Two-way table"_s, u"Break-even"_s})
        tabs->addTab(text);
    layout.addWidget(tabs);
    auto* const table = new QTableWidget(12, 4);
    table->setHorizontalHeaderLabels({u"2026"_s, u"2027"_s, u"2028"_s, u"Total"_s});
    for (int place = 0; place < 48; ++place)
        table->setItem(place / 4, place % 4, new QTableWidgetItem(u"−%1.%2"_s.arg(place).arg(7)));
    table->setFixedHeight(200);
    table->selectRow(1);
    auto* const tree = new QTreeWidget;
    tree->setHeaderLabels({u"Cost line"_s, u"Fixed"_s});
    auto* const group = new QTreeWidgetItem(tree, {u"Gallium circuit"_s, u"4,130"_s});
    new QTreeWidgetItem(group, {u"Electricity"_s, u"12"_s});
    auto* const checked = new QTreeWidgetItem(tree, {u"Site"_s, u"1,200"_s});
    checked->setCheckState(0, Qt::Checked);
    group->setExpanded(true);
    tree->setFixedHeight(200);
    auto* const both = new QHBoxLayout;
    both->addWidget(table);
    both->addWidget(tree);
    layout.addLayout(both);
    layout.addWidget(new QDialogButtonBox(QDialogButtonBox::Ok | QDialogButtonBox::Cancel));
}

void addType(QVBoxLayout& layout, const ui::Appearance& appearance)
{
    using enum ui::TextStyle;
    const std::pair<ui::TextStyle, QString> samples[] = {{keyFigure, u"−100.4"_s},
        {pageTitle, u"Operating costs"_s}, {explainFigure, u"−0.88"_s},
        {explainTitle, u"Income tax, 2028"_s}, {chartTitleAlone, u"Alone"_s},
        {chartTitle, u"Cash is recovered by mid-2030"_s}, {body, u"Навигация Әғқңөұүһі"_s},
        {table, u"1 234,56"_s}, {caption, u"USD million, nominal"_s}, {status, u"Autosaved"_s},
        {hint, u"Hint"_s}};
    auto* const line = new QHBoxLayout;
    line->setSpacing(16);
    for (const auto& [style, text] : samples) {
        auto* const label = new QLabel(text);
        label->setFont(appearance.font(style));
        QObject::connect(&appearance, &ui::Appearance::changed, label,
            [label, &appearance, style = style] { label->setFont(appearance.font(style)); });
        line->addWidget(label, 0, Qt::AlignBaseline);
    }
    line->addStretch();
    layout.addLayout(line);
}

QWidget* makePage(const ui::Appearance& appearance)
{
    auto* const page = new QWidget;
    auto* const layout = new QVBoxLayout(page);
    layout->setContentsMargins(24, 16, 24, 16);
    addType(*layout, appearance);
    addButtons(*layout, appearance);
    addFields(*layout);
    addTables(*layout);
    layout->addStretch();
    return page;
}

QWidget* makeSidePanel()
{
    auto* const panel = new QWidget;
    setGround(*panel, ui::Ground::sidePanel);
    auto* const layout = new QFormLayout(panel);
    auto* const combo = new QComboBox;
    combo->addItem(u"Project"_s);
    layout->addRow(u"Fixed"_s, field(u"1,905"_s));
    layout->addRow(u"Case"_s, combo);
    layout->addRow(button<QPushButton>(u"Print…"_s));
    layout->addRow(new QCheckBox(u"Source line"_s));
    panel->setMinimumWidth(240);
    return panel;
}

void grab(QWidget& widget, const QDir& folder, const QString& name)
{
    QApplication::processEvents();
    widget.grab().save(folder.filePath(name + u".png"_s));
}

}

int main(int argc, char** argv)
{
    QApplication application(argc, argv);
    const QDir folder(argc > 1 ? QString::fromLocal8Bit(argv[1]) : u"."_s);
    folder.mkpath(u"."_s);
    const QTemporaryDir settings;
    ui::Preferences preferences(settings.filePath(u"settings.ini"_s));
    ui::Appearance appearance(preferences);
    appearance.apply();

    QMainWindow window;
    for (const QString& title : {u"File"_s, u"Edit"_s, u"View"_s, u"Project"_s})
        window.menuBar()->addMenu(title);
    auto* const centre = new QWidget;
    auto* const grid = new QGridLayout(centre);
    grid->setContentsMargins(0, 0, 0, 0);
    grid->setSpacing(0);
    grid->addWidget(makeToolBar(appearance), 0, 0, 1, 3);
    grid->addWidget(makeNavigation(appearance), 1, 0);
    grid->addWidget(makePage(appearance), 1, 1);
    grid->addWidget(makeSidePanel(), 1, 2);
    window.setCentralWidget(centre);
    window.statusBar()->addWidget(new QLabel(u"Recalculated in 0.4 ms"_s));
    window.resize(1440, 900);
    window.show();

    QMenu* const menu = makeMenu(&window, appearance);
    menu->setActiveAction(menu->actions().constFirst());
    const std::pair<QString, ui::ThemeChoice> themes[] = {
        {u"light"_s, ui::ThemeChoice::light}, {u"dark"_s, ui::ThemeChoice::dark}};
    for (const auto& [name, theme] : themes) {
        preferences.setTheme(theme);
        for (const int percent : {100, 130}) {
            preferences.setTextSizePercent(percent);
            grab(window, folder, u"%1-%2"_s.arg(name).arg(percent));
        }
        menu->adjustSize();
        grab(*menu, folder, u"%1-menu"_s.arg(name));
    }
    return 0;
}

#include "ui/document/Preferences.h"
#include "ui/theme/Appearance.h"
#include "ui/theme/Ground.h"

#include <QApplication>
#include <QComboBox>
#include <QHeaderView>
#include <QLineEdit>
#include <QMenu>
#include <QMenuBar>
#include <QPlainTextEdit>
#include <QProgressBar>
#include <QPushButton>
#include <QScrollArea>
#include <QStatusBar>
#include <QTableView>
#include <QTemporaryDir>
#include <QTest>
#include <QToolButton>
#include <QVBoxLayout>

#include <memory>
#include <tuple>

using namespace Qt::StringLiterals;
using ui::Theme;

class TestThemeStyle : public QObject {
    Q_OBJECT

private slots:
    void initTestCase();
    void everyKindOfWidgetFollowsTheTheme_data();
    void everyKindOfWidgetFollowsTheTheme();
    void whatScrollsShowsTheGroundBehindIt();
    void aFocusedButtonIsRinged();
    void controlsHaveOneHeight_data();
    void controlsHaveOneHeight();
    void aCheckedSegmentFitsItsPlace();
    void aFieldKeepsItsSizeWhenItIsWrong();
    void editorsInTablesTakeTheHeightOfTheRow();

private:
    QTemporaryDir m_folder;
    ui::Preferences m_preferences {m_folder.filePath(u"settings.ini"_s)};
    ui::Appearance m_appearance {m_preferences};
};

void TestThemeStyle::initTestCase()
{
    m_appearance.apply();
}

void TestThemeStyle::everyKindOfWidgetFollowsTheTheme_data()
{
    QTest::addColumn<QWidget*>("widget");
    QTest::addColumn<QPoint>("place");
    QTest::addColumn<QColor>("light");
    QTest::addColumn<QColor>("dark");
    const Theme& light = Theme::light();
    const Theme& dark = Theme::dark();
    const auto add = [](const char* name, QWidget* widget, QPoint place, QColor inLight,
                         QColor inDark) {
        widget->resize(60, 28);
        QTest::newRow(name) << widget << place << inLight << inDark;
    };
    const QPoint inside(5, 5);
    const QPoint onBorder(30, 0);
    add("button", new QPushButton, inside, light.surface, dark.surface);
    add("its border", new QPushButton, onBorder, light.rule2, dark.rule2);
    auto* const primary = new QPushButton;
    primary->setProperty("primary", true);
    add("primary button", primary, inside, light.accent, dark.accent);
    auto* const chosen = new QPushButton;
    chosen->setProperty("segment", u"middle"_s);
    chosen->setCheckable(true);
    chosen->setChecked(true);
    add("chosen segment", chosen, inside, light.accentSoft, dark.accentSoft);
    auto* const entry = new QPushButton;
    entry->setProperty("navigation", true);
    entry->setCheckable(true);
    entry->setChecked(true);
    add("mark in the navigation", entry, QPoint(1, 5), light.accent, dark.accent);
    add("tool button", new QToolButton, onBorder, light.rule2, dark.rule2);
    add("field", new QLineEdit, onBorder, light.rule2, dark.rule2);
    auto* const invalid = new QLineEdit;
    invalid->setProperty("invalid", true);
    add("invalid field", invalid, inside, light.errorGround, dark.errorGround);
    auto* const question = new QLineEdit;
    question->setProperty("question", true);
    add("border of a question", question, onBorder, light.warning, dark.warning);
    add("note", new QPlainTextEdit, onBorder, light.rule2, dark.rule2);
    add("combo box", new QComboBox, onBorder, light.rule2, dark.rule2);
    add("menu bar", new QMenuBar, inside, light.chrome, dark.chrome);
    add("menu", new QMenu, inside, light.surface, dark.surface);
    add("status bar", new QStatusBar, inside, light.chrome, dark.chrome);
    add("head of a table", new QHeaderView(Qt::Horizontal), QPoint(30, 27), light.rule2,
        dark.rule2);
    auto* const progress = new QProgressBar;
    progress->setRange(0, 4);
    progress->setValue(2);
    add("progress", progress, QPoint(10, 3), light.accent, dark.accent);
    for (const auto& [name, ground, inLight, inDark] :
        {std::tuple {"tool bar", ui::Ground::toolBar, light.chrome, dark.chrome},
            std::tuple {"navigation", ui::Ground::navigation, light.chrome, dark.chrome},
            std::tuple {"side column", ui::Ground::sideColumn, light.surface2, dark.surface2},
            std::tuple {"side panel", ui::Ground::sidePanel, light.surface2, dark.surface2}}) {
        auto* const part = new QWidget;
        setGround(*part, ground);
        add(name, part, inside, inLight, inDark);
    }
}

void TestThemeStyle::everyKindOfWidgetFollowsTheTheme()
{
    QFETCH(QWidget*, widget);
    QFETCH(const QPoint, place);
    QFETCH(const QColor, light);
    QFETCH(const QColor, dark);
    const std::unique_ptr<QWidget> owner(widget);
    m_preferences.setTheme(ui::ThemeChoice::light);
    QCOMPARE(widget->grab().toImage().pixelColor(place), light);
    m_preferences.setTheme(ui::ThemeChoice::dark);
    QCOMPARE(widget->grab().toImage().pixelColor(place), dark);
}

void TestThemeStyle::whatScrollsShowsTheGroundBehindIt()
{
    m_preferences.setTheme(ui::ThemeChoice::light);
    QWidget panel;
    setGround(panel, ui::Ground::sidePanel);
    QVBoxLayout column(&panel);
    auto* const area = new QScrollArea;
    area->setWidget(new QWidget);
    area->setWidgetResizable(true);
    column.addWidget(area);
    panel.resize(80, 80);
    QCOMPARE(panel.grab().toImage().pixelColor(40, 40), Theme::light().surface2);
}

void TestThemeStyle::aFocusedButtonIsRinged()
{
    m_preferences.setTheme(ui::ThemeChoice::light);
    QPushButton button(u"Add line"_s);
    button.show();
    button.activateWindow();
    button.setFocus();
    QVERIFY(QTest::qWaitForWindowActive(&button));
    QVERIFY(button.hasFocus());
    const QImage image = button.grab().toImage();
    QCOMPARE(image.pixelColor(image.width() / 2, 1), Theme::light().accent);
}

void TestThemeStyle::controlsHaveOneHeight_data()
{
    QTest::addColumn<int>("textSize");
    QTest::addColumn<int>("height");
    QTest::addColumn<int>("heightInPanel");
    QTest::newRow("small text") << 90 << 25 << 22;
    QTest::newRow("normal text") << 100 << 28 << 24;
    QTest::newRow("larger text") << 115 << 32 << 27;
    QTest::newRow("largest text") << 130 << 36 << 31;
}

void TestThemeStyle::controlsHaveOneHeight()
{
    QFETCH(const int, textSize);
    QFETCH(const int, height);
    QFETCH(const int, heightInPanel);
    m_preferences.setTextSizePercent(textSize);
    for (const bool isPanel : {false, true}) {
        QWidget parent;
        if (isPanel)
            setGround(parent, ui::Ground::sidePanel);
        QPushButton button(u"Add line"_s, &parent);
        QLineEdit field(&parent);
        QComboBox combo(&parent);
        QToolButton tool(&parent);
        tool.setIcon(m_appearance.icon(u"save"_s));
        for (QWidget* control : std::initializer_list<QWidget*> {&button, &field, &combo, &tool}) {
            control->ensurePolished();
            QCOMPARE(control->sizeHint().expandedTo(control->minimumSize()).height(),
                isPanel ? heightInPanel : height);
        }
    }
    m_preferences.setTextSizePercent(100);
}

void TestThemeStyle::aCheckedSegmentFitsItsPlace()
{
    QPushButton segment(u"Номинальные"_s);
    segment.setCheckable(true);
    segment.setProperty("segment", u"first"_s);
    segment.ensurePolished();
    const QSize unchecked = segment.sizeHint();
    segment.setChecked(true);
    QCOMPARE(segment.sizeHint(), unchecked);
    const QFontMetrics bold(m_appearance.font(ui::TextStyle::table, QFont::DemiBold));
    QVERIFY(bold.horizontalAdvance(segment.text()) + 2 <= unchecked.width());
}

void TestThemeStyle::aFieldKeepsItsSizeWhenItIsWrong()
{
    QLineEdit field(u"142 %"_s);
    field.ensurePolished();
    const QSize before = field.sizeHint();
    field.setProperty("invalid", true);
    QCOMPARE(field.sizeHint(), before);
}

void TestThemeStyle::editorsInTablesTakeTheHeightOfTheRow()
{
    QWidget panel;
    setGround(panel, ui::Ground::sidePanel);
    const QTableView inPanel(&panel);
    const QTableView onPage;
    for (const QTableView* table : {&inPanel, &onPage}) {
        QLineEdit editor(table->viewport());
        editor.setProperty("invalid", true);
        editor.ensurePolished();
        editor.setGeometry(0, 0, 80, 22);
        QCOMPARE(editor.height(), 22);
    }
}

QTEST_MAIN(TestThemeStyle)
#include "tst_themestyle.moc"

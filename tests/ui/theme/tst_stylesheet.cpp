#include "ui/document/Preferences.h"
#include "ui/theme/Appearance.h"
#include "ui/theme/StyleSheet.h"

#include <QApplication>
#include <QComboBox>
#include <QFile>
#include <QLineEdit>
#include <QPushButton>
#include <QRegularExpression>
#include <QTableView>
#include <QTemporaryDir>
#include <QTest>
#include <QToolButton>

using namespace Qt::StringLiterals;

class TestStyleSheet : public QObject {
    Q_OBJECT

private slots:
    void initTestCase();
    void everyPlaceholderIsFilledIn();
    void hasNoColoursOfItsOwn();
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

void TestStyleSheet::initTestCase()
{
    m_appearance.apply(*qApp);
}

void TestStyleSheet::everyPlaceholderIsFilledIn()
{
    // A name that the theme lacks is a failed assertion; a slip of the pen would be left over.
    const QString sheet = ui::styleSheet(ui::Theme::light(), 1.0);
    QVERIFY(sheet.contains(ui::Theme::light().accent.name()));
    QVERIFY(!sheet.section(u"*/"_s, 1).contains(u'@'));
}

void TestStyleSheet::hasNoColoursOfItsOwn()
{
    QFile file(u":/galval/galval.qss"_s);
    QVERIFY(file.open(QFile::ReadOnly));
    static const QRegularExpression literal(u":[^;{]*(#[0-9A-Fa-f]{3,8}\\b|rgb)"_s);
    QCOMPARE(literal.match(QString::fromUtf8(file.readAll())).captured(), QString());
}

void TestStyleSheet::controlsHaveOneHeight_data()
{
    QTest::addColumn<int>("textSize");
    QTest::addColumn<int>("height");
    QTest::addColumn<int>("heightInPanel");
    QTest::newRow("small text") << 90 << 25 << 22;
    QTest::newRow("normal text") << 100 << 28 << 24;
    QTest::newRow("larger text") << 115 << 32 << 27;
    QTest::newRow("largest text") << 130 << 36 << 31;
}

void TestStyleSheet::controlsHaveOneHeight()
{
    QFETCH(const int, textSize);
    QFETCH(const int, height);
    QFETCH(const int, heightInPanel);
    m_preferences.setTextSizePercent(textSize);
    for (const auto& [name, expected] :
        {std::pair {u"page"_s, height}, {u"sidePanel"_s, heightInPanel}}) {
        QWidget parent;
        parent.setObjectName(name);
        QPushButton button(u"Add line"_s, &parent);
        QLineEdit field(&parent);
        QComboBox combo(&parent);
        QToolButton tool(&parent);
        tool.setIcon(m_appearance.icon(u"save"_s));
        for (QWidget* control : std::initializer_list<QWidget*> {&button, &field, &combo, &tool}) {
            control->ensurePolished();
            QCOMPARE(control->sizeHint().expandedTo(control->minimumSize()).height(), expected);
        }
    }
    m_preferences.setTextSizePercent(100);
}

void TestStyleSheet::aCheckedSegmentFitsItsPlace()
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

void TestStyleSheet::aFieldKeepsItsSizeWhenItIsWrong()
{
    QLineEdit field(u"142 %"_s);
    field.ensurePolished();
    const QSize before = field.sizeHint();
    field.setProperty("invalid", true);
    ui::restyle(field);
    QCOMPARE(field.sizeHint(), before);
}

void TestStyleSheet::editorsInTablesTakeTheHeightOfTheRow()
{
    QWidget panel;
    panel.setObjectName(u"sidePanel"_s);
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

QTEST_MAIN(TestStyleSheet)
#include "tst_stylesheet.moc"

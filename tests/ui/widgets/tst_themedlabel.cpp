#include "ui/document/Preferences.h"
#include "ui/widgets/ThemedLabel.h"

#include <QHBoxLayout>
#include <QTemporaryDir>
#include <QTest>

#include <functional>

using namespace Qt::StringLiterals;

class TestThemedLabel : public QObject {
    Q_OBJECT

private slots:
    void heightFollowsWhateverChangesIt_data();
    void heightFollowsWhateverChangesIt();
    void knowsItsHeightInAWidthOfItsOwn_data();
    void knowsItsHeightInAWidthOfItsOwn();
    void followsTheTheme();

private:
    QTemporaryDir m_folder;
    ui::Preferences m_preferences {m_folder.filePath(u"settings.ini"_s)};
    ui::Appearance m_appearance {m_preferences};
};

using Change = std::function<void(ui::ThemedLabel&, ui::Preferences&)>;

void TestThemedLabel::heightFollowsWhateverChangesIt_data()
{
    QTest::addColumn<Change>("change");
    QTest::newRow("text") << Change([](ui::ThemedLabel& label, ui::Preferences&) {
        label.setText(label.text() + label.text());
    });
    QTest::newRow("size of text") << Change([](ui::ThemedLabel&, ui::Preferences& preferences) {
        preferences.setTextSizePercent(130);
    });
    QTest::newRow("margins") << Change(
        [](ui::ThemedLabel& label, ui::Preferences&) { label.setContentsMargins(0, 20, 0, 20); });
    QTest::newRow("font") << Change([](ui::ThemedLabel& label, ui::Preferences&) {
        QFont font = label.font();
        font.setPixelSize(40);
        label.setFont(font);
    });
}

void TestThemedLabel::heightFollowsWhateverChangesIt()
{
    QFETCH(const Change, change);
    m_preferences.setTextSizePercent(100);
    ui::ThemedLabel label(m_appearance, ui::TextStyle::table, &ui::Theme::text);
    label.setWordWrap(true);
    label.setText(u"Gallium is recovered from the liquor of the refinery."_s);
    const int before = label.heightForWidth(120);
    QVERIFY(label.heightForWidth(60) > before);
    QCOMPARE(label.heightForWidth(120), before);
    change(label, m_preferences);
    const int after = label.heightForWidth(120);
    QVERIFY2(after > before, qPrintable(u"%1 after %2"_s.arg(after).arg(before)));
}

void TestThemedLabel::knowsItsHeightInAWidthOfItsOwn_data()
{
    heightFollowsWhateverChangesIt_data();
    QTest::newRow("width") << Change(
        [](ui::ThemedLabel& label, ui::Preferences&) { label.setTextWidth(60); });
}

// In a row whose height is asked for before it has a width.
void TestThemedLabel::knowsItsHeightInAWidthOfItsOwn()
{
    QFETCH(const Change, change);
    m_preferences.setTextSizePercent(100);
    QWidget row;
    auto* const line = new QHBoxLayout(&row);
    auto* const label = new ui::ThemedLabel(m_appearance, ui::TextStyle::table, &ui::Theme::text);
    label->setText(u"Gallium is recovered from the liquor of the refinery."_s);
    label->setTextWidth(120);
    line->addWidget(label);
    line->addStretch();
    row.resize(400, 10);
    row.show();
    QVERIFY(!line->hasHeightForWidth());
    QCOMPARE(label->size(), QSize(120, label->heightForWidth(120)));
    const int before = label->height();
    change(*label, m_preferences);
    QCoreApplication::sendPostedEvents(nullptr, QEvent::LayoutRequest);
    QVERIFY2(label->height() > before, qPrintable(QString::number(label->height())));
    QCOMPARE(label->height(), label->heightForWidth(label->width()));
}

void TestThemedLabel::followsTheTheme()
{
    m_preferences.setTheme(ui::ThemeChoice::light);
    const ui::ThemedLabel label(m_appearance, ui::TextStyle::table, &ui::Theme::text2);
    QCOMPARE(label.palette().color(QPalette::WindowText), ui::Theme::light().text2);
    m_preferences.setTheme(ui::ThemeChoice::dark);
    QCOMPARE(label.palette().color(QPalette::WindowText), ui::Theme::dark().text2);
}

QTEST_MAIN(TestThemedLabel)
#include "tst_themedlabel.moc"

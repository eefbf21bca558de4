#include "tests/ui/window/WindowTest.h"

#include "ui/figures/FigureView.h"
#include "ui/pages/Page.h"
#include "ui/widgets/PageHead.h"

#include <QPushButton>

using namespace Qt::StringLiterals;
using support::Desk;
using support::plain;
using ui::PageId;

// Where nothing has been entered yet, pages say what to enter instead of showing empty charts.
class TestEmptyProject : public QObject {
    Q_OBJECT

private slots:
    void initTestCase() { QLocale::setDefault(QLocale(QLocale::English)); }
    void init();
    void cleanup() { m_desk.reset(); }
    void overviewLeadsToWhatIsMissing_data();
    void overviewLeadsToWhatIsMissing();
    void chartsComeWithTheFirstFlowAndGoWithIt();
    void tornadoOffersAnInput();
    void figuresHaveNoAxesWithoutData_data();
    void figuresHaveNoAxesWithoutData();

private:
    QPushButton* startingPoint(const QString& text) const;
    bool isShown(const QString& name) const;

    std::unique_ptr<Desk> m_desk;
};

void TestEmptyProject::init()
{
    m_desk = std::make_unique<Desk>();
    m_desk->session.newProject(core::emptyProject());
    Desk::settle();
}

QPushButton* TestEmptyProject::startingPoint(const QString& text) const
{
    for (QPushButton* const button :
        m_desk->find<QWidget>(u"overview.start"_s)->findChildren<QPushButton*>())
        if (button->text() == text)
            return button;
    return nullptr;
}

bool TestEmptyProject::isShown(const QString& name) const
{
    const auto* const widget = m_desk->find<QWidget>(name);
    return widget && widget->isVisible();
}

void TestEmptyProject::overviewLeadsToWhatIsMissing_data()
{
    QTest::addColumn<QString>("button");
    QTest::addColumn<PageId>("page");
    QTest::newRow("output") << u"Enter output"_s << PageId::production;
    QTest::newRow("prices") << u"Enter prices"_s << PageId::prices;
    QTest::newRow("costs") << u"Add operating costs"_s << PageId::costs;
    QTest::newRow("capital") << u"Add capital"_s << PageId::capital;
}

void TestEmptyProject::overviewLeadsToWhatIsMissing()
{
    QFETCH(QString, button);
    QFETCH(PageId, page);
    QVERIFY(startingPoint(button));
    QTest::mouseClick(startingPoint(button), Qt::LeftButton);
    QCOMPARE(m_desk->window.currentPage()->pageId(), page);
}

void TestEmptyProject::chartsComeWithTheFirstFlowAndGoWithIt()
{
    const auto message = [&] { return plain(m_desk->window.currentPage()->head().message()); };
    QVERIFY(isShown(u"overview.start"_s));
    QVERIFY(!isShown(u"figure.cumulative_cash_flow"_s));
    QVERIFY(message().endsWith(u"Nothing is produced yet."_s));
    QVERIFY(m_desk->session.setInput(u"production.nameplate_kg_per_year"_s, 15000.0));
    Desk::settle();
    QVERIFY(isShown(u"overview.start"_s));
    QVERIFY2(message().endsWith(u"15.0 t of gallium a year from 2026; no capital is stated yet."_s),
        qPrintable(message()));
    QVERIFY(m_desk->session.setInput(u"production.ramp_up"_s, core::Profile {1.0, 0.7, 0.01}));
    Desk::settle();
    QVERIFY2(message().endsWith(
                 u"15.0 t of gallium in 2026 and less later; no capital is stated yet."_s),
        qPrintable(message()));
    QVERIFY(m_desk->session.setInput(u"price_decks.plan.prices.product"_s, 600.0));
    Desk::settle();
    QVERIFY(!isShown(u"overview.start"_s));
    QVERIFY(isShown(u"figure.cumulative_cash_flow"_s));
    m_desk->session.undoStack().undo();
    Desk::settle();
    QVERIFY(isShown(u"overview.start"_s));
    QVERIFY(!isShown(u"figure.cumulative_cash_flow"_s));
}

void TestEmptyProject::tornadoOffersAnInput()
{
    m_desk->window.goToPage(PageId::sensitivity);
    Desk::settle();
    QVERIFY(isShown(u"tornado.empty"_s));
    QVERIFY(!isShown(u"table.tornado"_s));
    core::Project project = m_desk->session.project();
    project.analysis.emplace();
    project.analysis->tornado.push_back({"levers.price", 0.8, 1.2});
    QVERIFY(m_desk->session.edit({}, project));
    Desk::settle();
    QVERIFY(!isShown(u"tornado.empty"_s));
    QVERIFY(isShown(u"table.tornado"_s));
}

void TestEmptyProject::figuresHaveNoAxesWithoutData_data()
{
    QTest::addColumn<PageId>("page");
    QTest::addColumn<QString>("title");
    QTest::newRow("output") << PageId::production << u"Nothing is produced in any year"_s;
    QTest::newRow("prices") << PageId::prices << u"No price is entered yet"_s;
    QTest::newRow("costs") << PageId::costs << u"Without output there is no cost of a kilogram"_s;
    QTest::newRow("capital") << PageId::capital << u"No capital is spent in any year"_s;
}

void TestEmptyProject::figuresHaveNoAxesWithoutData()
{
    QFETCH(PageId, page);
    QFETCH(QString, title);
    m_desk->window.goToPage(page);
    Desk::settle();
    const core::Figure& figure = m_desk->window.currentPage()->figures().front()->figure();
    QCOMPARE(QString::fromStdString(core::english(figure.title)), title);
    QVERIFY(figure.series.empty() && figure.bars.empty());
}

QTEST_MAIN(TestEmptyProject)
#include "tst_emptyproject.moc"

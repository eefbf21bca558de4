#include "tests/ui/window/WindowTest.h"

#include "core/report/ExplainedFigure.h"
#include "ui/document/ProjectLists.h"
#include "ui/figures/FigureView.h"
#include "ui/pages/ExplainPanel.h"
#include "ui/pages/Page.h"
#include "ui/pages/PartsTree.h"
#include "ui/pages/QuantityText.h"
#include "ui/tables/NumberTable.h"
#include "ui/widgets/KpiTile.h"
#include "ui/widgets/YearBars.h"

#include <QLabel>
#include <QScrollArea>
#include <QStatusBar>
#include <QToolButton>

#include <memory>

using namespace Qt::StringLiterals;
using core::ResultCase;
using support::Desk;
using support::press;
using support::type;

namespace {

constexpr int year = 2030;

QString textFrom(const std::string& text)
{
    return QString::fromStdString(text);
}

}

class TestExplain : public QObject {
    Q_OBJECT

private slots:
    void initTestCase();
    void init();
    void tileIsExplained_data();
    void tileIsExplained();
    void statementCellIsExplained_data();
    void statementCellIsExplained();
    void lossesAreWrittenAsPreferred();
    void pointOfAFigureIsExplained();
    void panelShowsAllThatIsKnown_data();
    void panelShowsAllThatIsKnown();
    void moneyIsThatOfTheView();
    void formulaSaysWhoseMoneyItIsIn_data();
    void formulaSaysWhoseMoneyItIsIn();
    void nothingIsWiderThanThePanel();
    void inputsSayWhereTheyAreExplained();
    void placesTakeRoomOnlyWhereThereAreSome();
    void partsLeadToAnInput();
    void goToInputFollowsALink();
    void pathGoesBackAndForward();
    void anotherYearIsChosenFromTheBars();
    void pinnedFigureStaysWhileOthersAreSelected();
    void figureFollowsAnEdit();
    void figureThatIsGoneIsSaidToBe();
    void everyFigureHasAnExplanation_data();
    void everyFigureHasAnExplanation();

private:
    ui::ExplainPanel& panel() const { return *m_desk->window.findChild<ui::ExplainPanel*>(); }
    ui::PartsTree& parts() const { return *m_desk->window.findChild<ui::PartsTree*>(); }
    QString text(const char* name) const
    {
        const auto* const label = m_desk->find<QLabel>(QString::fromLatin1(name));
        return label->isHidden() ? QString() : label->text();
    }
    bool isExplaining() const { return panel().isVisible(); }
    core::ExplainedFigure explained(const core::FigureReference& figure) const
    {
        return *core::explainFigure(*m_desk->session.evaluation(), figure);
    }
    ui::NumberTable& statement() const
    {
        m_desk->window.goToPage(ui::PageId::cashFlow);
        Desk::settle();
        return *m_desk->window.currentPage()->mainTable();
    }
    // Makes a cell of the statement current, as the arrow keys do.
    void selectInStatement(const QString& row, int column) const
    {
        ui::NumberTable& table = statement();
        table.setFocus();
        QVERIFY(table.selectRow(row));
        press(Qt::Key_Home);
        while (table.currentColumn() != QString::number(column))
            press(Qt::Key_Right);
    }

    std::unique_ptr<Desk> m_desk;
};

void TestExplain::initTestCase()
{
    QLocale::setDefault(QLocale(QLocale::English));
    m_desk = std::make_unique<Desk>();
}

void TestExplain::init()
{
    auto& pin = *m_desk->find<QToolButton>(u"pinExplain"_s);
    if (pin.isChecked())
        pin.click();
    if (isExplaining())
        m_desk->window.closeSidePanel();
    m_desk->session.newProject();
    m_desk->session.setViewTerms(core::Terms::nominal);
    m_desk->session.setViewCurrency(core::Currency::usd);
    m_desk->window.goToPage(ui::PageId::overview);
    Desk::settle();
    QVERIFY(!isExplaining());
}

void TestExplain::tileIsExplained_data()
{
    QTest::addColumn<bool>("isByKey");
    QTest::newRow("click") << false;
    QTest::newRow("F3") << true;
}

void TestExplain::tileIsExplained()
{
    QFETCH(bool, isByKey);
    auto* const tile = m_desk->find<ui::KpiTile>(u"kpi.npv"_s);
    QVERIFY(tile);
    if (isByKey) {
        tile->setFocus(Qt::TabFocusReason);
        press(Qt::Key_F3);
    } else {
        QTest::mouseClick(tile, Qt::LeftButton);
    }
    QVERIFY(isExplaining());
    QCOMPARE(panel().figure(), (core::FigureReference {ResultCase::project, "npv", {}}));
    // The tile rounds more.
    QVERIFY(qAbs(text("explain.value").toDouble() - tile->keyFigure().figure.toDouble()) < 0.05);
    QVERIFY(m_desk->isFocusVisible());
}

void TestExplain::statementCellIsExplained_data()
{
    QTest::addColumn<bool>("isByKey");
    QTest::newRow("F3") << true;
    QTest::newRow("double click") << false;
}

void TestExplain::statementCellIsExplained()
{
    QFETCH(bool, isByKey);
    selectInStatement(u"income_tax"_s, year);
    ui::NumberTable& table = statement();
    if (isByKey) {
        press(Qt::Key_F3);
    } else {
        const QPoint place = table.visualRect(table.currentIndex()).center();
        QTest::mouseClick(table.viewport(), Qt::LeftButton, {}, place);
        QTest::mouseDClick(table.viewport(), Qt::LeftButton, {}, place);
        Desk::settle();
    }
    QVERIFY(isExplaining());
    QCOMPARE(panel().figure(), (core::FigureReference {ResultCase::project, "income_tax", year}));
    // A payment, negative as in the statement, with the statement's digits.
    const ui::TableContent& content = table.content();
    const ui::TableCell& cell =
        content.cell(*content.rowOf(u"income_tax"_s), *content.columnOf(QString::number(year)));
    QVERIFY(*cell.number < 0.0);
    QCOMPARE(text("explain.value"), cell.text);
    QVERIFY2(text("explain.unit").startsWith(u"USD million, nominal. Shown as a payment."_s),
        qPrintable(text("explain.unit")));
    QVERIFY(m_desk->isFocusVisible());
}

void TestExplain::lossesAreWrittenAsPreferred()
{
    selectInStatement(u"income_tax"_s, year);
    press(Qt::Key_F3);
    QVERIFY(isExplaining());
    QVERIFY2(text("explain.value").startsWith(u"−"), qPrintable(text("explain.value")));
    m_desk->preferences.setNegativeStyle(ui::NegativeStyle::parentheses);
    QVERIFY2(text("explain.value").startsWith(u"("), qPrintable(text("explain.value")));
}

void TestExplain::pointOfAFigureIsExplained()
{
    m_desk->window.goToPage(ui::PageId::production);
    Desk::settle();
    auto* const view = m_desk->find<ui::FigureView>(u"figure.production"_s);
    QVERIFY(view);
    view->setFocus(Qt::TabFocusReason);
    press(Qt::Key_Right);
    press(Qt::Key_Right);
    press(Qt::Key_F3);
    QVERIFY(isExplaining());
    const core::FigureReference first = panel().figure();
    QVERIFY(first.year);
    QVERIFY(!text("explain.value").isEmpty());
    view->setFocus(Qt::TabFocusReason);
    press(Qt::Key_Right);
    press(Qt::Key_F3);
    QCOMPARE(panel().figure().name, first.name);
    QCOMPARE(*panel().figure().year, *first.year + 1);
}

void TestExplain::panelShowsAllThatIsKnown_data()
{
    QTest::addColumn<ResultCase>("which");
    QTest::addColumn<std::string>("row");
    QTest::addColumn<int>("ofYear");
    const auto row = [](const char* name, ResultCase which, const std::string& id, int ofYear) {
        QTest::newRow(name) << which << id << ofYear;
    };
    row("a cost", ResultCase::project, "cost_lines.labour", year);
    row("a cost alone", ResultCase::standalone, "cost_lines.labour", year);
    row("a saving", ResultCase::savings, "cost_lines.labour", year);
    row("revenue", ResultCase::project, "revenue", year);
    row("tax", ResultCase::project, "income_tax", year);
    row("cash flow", ResultCase::project, "free_cash_flow", year);
    row("value", ResultCase::project, "npv", 0);
    row("a price that is solved for", ResultCase::project, "break_even_price_per_kg", 0);
}

void TestExplain::panelShowsAllThatIsKnown()
{
    QFETCH(ResultCase, which);
    QFETCH(std::string, row);
    QFETCH(int, ofYear);
    const core::FigureReference figure {
        which, row, ofYear == 0 ? std::nullopt : std::optional(ofYear)};
    m_desk->window.explain(figure);
    Desk::settle();
    const core::ExplainedFigure expected = explained(figure);

    QCOMPARE(text("explain.inWords"), textFrom(expected.inWords));
    QCOMPARE(text("explain.inFigures"), textFrom(expected.inFigures));
    QCOMPARE(parts().topLevelItemCount(),
        static_cast<int>(expected.parts.size() + expected.proof.size()));
    for (std::size_t i = 0; i < expected.parts.size(); ++i)
        QCOMPARE(
            parts().topLevelItem(static_cast<int>(i))->text(0), textFrom(expected.parts[i].label));
    for (const core::ExplainedUse& use : expected.usedBy)
        QVERIFY2(
            text("explain.uses").contains(textFrom(use.label).toHtmlEscaped()), use.label.c_str());
    for (const core::ExplainedSource& source : expected.sources) {
        QVERIFY(text("explain.sources").contains(textFrom(source.label).toHtmlEscaped()));
        QVERIFY(text("explain.sources").contains(u"input:"_s + textFrom(source.inputId)));
        for (const std::string& note : source.notes)
            QVERIFY(text("explain.sources").contains(textFrom(note).toHtmlEscaped()));
    }
    QCOMPARE(m_desk->window.findChild<ui::YearBars*>()->isVisible(),
        expected.figure.year.has_value() && expected.years.size() > 1);
    bool hasTitle = false;
    for (const QLabel* const label : panel().findChildren<QLabel*>())
        hasTitle =
            hasTitle || (label->isVisible() && label->text().startsWith(textFrom(expected.title)));
    QVERIFY(hasTitle);

    const ui::QuantityWriter writer(
        *m_desk->session.evaluation(), m_desk->session.view(), m_desk->window.workspace().format());
    QVERIFY(expected.value);
    const QString plain =
        writer.shown(expected.quantity, *expected.value, expected.figure.year).number;
    const QString payment =
        writer.shown(expected.quantity, -*expected.value, expected.figure.year).number;
    QCOMPARE(text("explain.value"),
        text("explain.unit").contains(u"Shown as a payment."_s) ? payment : plain);
}

void TestExplain::moneyIsThatOfTheView()
{
    selectInStatement(u"revenue"_s, year);
    press(Qt::Key_F3);
    const auto shown = [&] {
        const ui::TableContent& content = statement().content();
        return content.cell(*content.rowOf(u"revenue"_s), *content.columnOf(QString::number(year)));
    };
    const QString nominal = text("explain.value");
    QCOMPARE(nominal, shown().text);
    QTest::keyClick(&m_desk->window, Qt::Key_7, Qt::ControlModifier);
    m_desk->session.setViewTerms(core::Terms::real);
    Desk::settle();
    QVERIFY(text("explain.value") != nominal);
    QCOMPARE(text("explain.value"), shown().text);
    QVERIFY(text("explain.unit").startsWith(u"USD million, real 2026"_s));
    m_desk->session.setViewCurrency(core::Currency::kzt);
    Desk::settle();
    QVERIFY2(text("explain.unit").contains(u"KZT"_s), qPrintable(text("explain.unit")));
}

void TestExplain::formulaSaysWhoseMoneyItIsIn_data()
{
    QTest::addColumn<core::MoneyView>("view");
    QTest::addColumn<std::string>("row");
    QTest::addColumn<QString>("said");
    using core::Currency;
    using core::Terms;
    const QString millions = u"In USD million, nominal: "_s;
    const QString units = u"In nominal USD: "_s;
    const core::MoneyView realTenge {Terms::real, Currency::kzt};
    QTest::newRow("money of the model") << core::MoneyView {} << std::string("ebitda") << QString();
    QTest::newRow("another currency")
        << core::MoneyView {Terms::nominal, Currency::kzt} << std::string("ebitda") << millions;
    QTest::newRow("other terms") << core::MoneyView {Terms::real, Currency::usd}
                                 << std::string("ebitda") << millions;
    QTest::newRow("money beside kilograms") << realTenge << std::string("revenue.ga4n") << units;
    QTest::newRow("money of a kilogram")
        << realTenge << std::string("per_kg.operating_costs") << units;
    QTest::newRow("no money at all") << realTenge << std::string("production") << QString();
}

void TestExplain::formulaSaysWhoseMoneyItIsIn()
{
    QFETCH(core::MoneyView, view);
    QFETCH(std::string, row);
    QFETCH(QString, said);
    m_desk->session.setViewTerms(view.terms);
    m_desk->session.setViewCurrency(view.currency);
    m_desk->window.explain({ResultCase::project, row, year});
    Desk::settle();
    const QString formula = text("explain.inFigures");
    QVERIFY2(said.isEmpty() ? !formula.startsWith(u"In "_s) : formula.startsWith(said),
        qPrintable(formula));
}

void TestExplain::nothingIsWiderThanThePanel()
{
    for (const core::ResultLine& line : m_desk->session.evaluation()->rows().lines) {
        m_desk->window.explain({ResultCase::project, line.name, year});
        Desk::settle();
        const auto* const area = panel().findChild<QScrollArea*>();
        QVERIFY2(area->widget()->width() <= area->viewport()->width(), line.name.c_str());
    }
}

void TestExplain::inputsSayWhereTheyAreExplained()
{
    m_desk->window.goToPage(ui::PageId::costs);
    QVERIFY(m_desk->window.goToInput(u"cost_lines.labour.fixed"_s));
    press(Qt::Key_F3);
    const QString said = m_desk->window.statusBar()->currentMessage();
    QVERIFY2(said.startsWith(u"This is an input; "_s), qPrintable(said));
}

void TestExplain::placesTakeRoomOnlyWhereThereAreSome()
{
    constexpr int names = 0;
    constexpr int places = 2;
    m_desk->window.explain({ResultCase::project, "income_tax", year});
    Desk::settle();
    QVERIFY(!parts().isColumnHidden(places));
    const int besidePlaces = parts().columnWidth(names);

    m_desk->window.explain({ResultCase::project, "npv"});
    Desk::settle();
    QVERIFY(parts().isColumnHidden(places));
    QVERIFY(parts().columnWidth(names) > besidePlaces);
    // The years of a part are places.
    QTreeWidgetItem* const flow = parts().topLevelItem(0);
    QVERIFY(flow->childCount() > 0);
    flow->setExpanded(true);
    QVERIFY(!parts().isColumnHidden(places));
    flow->setExpanded(false);
    QVERIFY(parts().isColumnHidden(places));
}

// From the cost of labour down to what is typed, by keyboard alone.
void TestExplain::partsLeadToAnInput()
{
    m_desk->window.explain({ResultCase::project, "operating_costs", year});
    Desk::settle();
    parts().setFocus(Qt::TabFocusReason);
    press(Qt::Key_Home);
    const auto labour = [&] {
        const QTreeWidgetItem* const item = parts().currentItem();
        return item && item->text(0).startsWith(u"Labour"_s);
    };
    for (int i = 0; i < 40 && !labour(); ++i)
        press(Qt::Key_Down);
    QVERIFY(labour());
    press(Qt::Key_Right); // opens it
    QVERIFY(parts().currentItem()->isExpanded());
    QVERIFY(parts().currentItem()->childCount() > 0);
    press(Qt::Key_Right);
    press(Qt::Key_Left);
    press(Qt::Key_Return); // follows it
    QCOMPARE(panel().figure(),
        (core::FigureReference {ResultCase::project, "project.cost_lines.labour", year}));
    QVERIFY(m_desk->isFocusVisible());

    // Down through whatever comes first, until an input is reached.
    const auto isInput = [&] {
        const QTreeWidgetItem* const item = parts().currentItem();
        return item && item->text(2) == u"input"_s;
    };
    parts().setFocus(Qt::TabFocusReason);
    press(Qt::Key_Home);
    for (int i = 0; i < 60 && !isInput(); ++i) {
        press(Qt::Key_Right);
        press(Qt::Key_Down);
    }
    QVERIFY(isInput());
    press(Qt::Key_Return);
    QVERIFY(m_desk->window.currentPage()->pageId() != ui::PageId::overview);
    QVERIFY(m_desk->isFocusVisible());
    QVERIFY(m_desk->window.currentPage()->isAncestorOf(QApplication::focusWidget()));
}

void TestExplain::goToInputFollowsALink()
{
    m_desk->window.explain({ResultCase::standalone, "standalone_costs.labour", year});
    Desk::settle();
    const core::ExplainedFigure expected =
        explained({ResultCase::standalone, "standalone_costs.labour", year});
    QVERIFY(!expected.sources.empty());
    auto* const sources = m_desk->find<QLabel>(u"explain.sources"_s);
    sources->setFocus(Qt::TabFocusReason);
    press(Qt::Key_Tab); // to the first link
    press(Qt::Key_Return);
    QCOMPARE(m_desk->window.currentPage()->pageId(), ui::PageId::costs);
    QCOMPARE(m_desk->window.currentPage()->mainTable()->currentRow(), u"line.labour"_s);
    QVERIFY(m_desk->isFocusVisible());
}

void TestExplain::pathGoesBackAndForward()
{
    const core::FigureReference first {ResultCase::project, "free_cash_flow", year};
    m_desk->window.explain(first);
    parts().setFocus(Qt::TabFocusReason);
    press(Qt::Key_Home);
    press(Qt::Key_Return);
    const core::FigureReference second = panel().figure();
    QVERIFY(!(second == first));
    const QString secondValue = text("explain.value");
    press(Qt::Key_Left, Qt::AltModifier);
    QCOMPARE(panel().figure(), first);
    QVERIFY(m_desk->isFocusVisible());
    press(Qt::Key_Right, Qt::AltModifier);
    QCOMPARE(panel().figure(), second);
    QCOMPARE(text("explain.value"), secondValue);
    press(Qt::Key_Right, Qt::AltModifier); // no further
    QCOMPARE(panel().figure(), second);
}

void TestExplain::anotherYearIsChosenFromTheBars()
{
    m_desk->window.explain({ResultCase::project, "revenue", year});
    Desk::settle();
    auto* const bars = m_desk->window.findChild<ui::YearBars*>();
    QVERIFY(bars->isVisible());
    QTest::mouseClick(bars, Qt::LeftButton, {}, QPoint(bars->width() / 2, bars->height() / 2));
    QVERIFY(panel().figure().year);
    QVERIFY(*panel().figure().year != year);
    QCOMPARE(panel().figure().name, std::string("revenue"));
}

void TestExplain::pinnedFigureStaysWhileOthersAreSelected()
{
    selectInStatement(u"income_tax"_s, year);
    press(Qt::Key_F3);
    press(Qt::Key_Right);
    const core::FigureReference next {ResultCase::project, "income_tax", year + 1};
    QCOMPARE(panel().figure(), next); // unpinned follows
    QTest::mouseClick(m_desk->find<QToolButton>(u"pinExplain"_s), Qt::LeftButton);
    statement().setFocus();
    press(Qt::Key_Right);
    QCOMPARE(statement().currentColumn(), QString::number(year + 2));
    QCOMPARE(panel().figure(), next);
    // Another page leaves it as it is, too.
    QTest::keyClick(&m_desk->window, Qt::Key_4, Qt::ControlModifier);
    Desk::settle();
    QVERIFY(m_desk->window.goToInput(u"cost_lines.labour.reuse_share"_s));
    press(Qt::Key_Down);
    QCOMPARE(panel().figure(), next);
    QTest::mouseClick(m_desk->find<QToolButton>(u"pinExplain"_s), Qt::LeftButton);
    m_desk->window.currentPage()->mainTable()->setFocus();
    press(Qt::Key_Up);
    QCOMPARE(panel().figure().name, std::string("avoided_costs.labour"));
}

void TestExplain::figureFollowsAnEdit()
{
    m_desk->window.explain({ResultCase::standalone, "standalone_costs.labour", year});
    Desk::settle();
    const QString before = text("explain.value");
    QVERIFY(m_desk->window.goToInput(u"cost_lines.labour.fixed"_s));
    type(u"3000"_s);
    press(Qt::Key_Return);
    QVERIFY(isExplaining());
    const QString after = text("explain.value");
    QVERIFY(after != before);
    QVERIFY(support::plain(text("explain.sources")).contains(u"3,000,000 USD/year"_s));
    press(Qt::Key_Z, Qt::ControlModifier);
    QCOMPARE(text("explain.value"), before);
}

void TestExplain::figureThatIsGoneIsSaidToBe()
{
    const auto& session = m_desk->session;
    const std::string product = session.project().products.back().id;
    m_desk->window.explain({ResultCase::project, "sales." + product, year});
    Desk::settle();
    QVERIFY(!text("explain.value").isEmpty());
    // The last product goes; what it sold goes to the first.
    core::Project after = *ui::withRemoved(session.project(), ui::ProjectList::products, product);
    after.products.front().share = core::Series(1.0);
    QVERIFY(m_desk->session.edit(u"Remove a product"_s, after));
    QVERIFY(session.isEvaluated());
    Desk::settle();
    QVERIFY(isExplaining());
    QVERIFY2(text("explain.unit").startsWith(u"This figure is no longer part of the model"_s),
        qPrintable(text("explain.unit")));
    QVERIFY(text("explain.value").isEmpty());
    QVERIFY(!parts().isVisible());
    m_desk->session.undoStack().undo();
    Desk::settle();
    QVERIFY(!text("explain.value").isEmpty());
    QVERIFY(parts().isVisible());
}

void TestExplain::everyFigureHasAnExplanation_data()
{
    QTest::addColumn<ResultCase>("which");
    QTest::newRow("project") << ResultCase::project;
    QTest::newRow("stand-alone") << ResultCase::standalone;
    QTest::newRow("savings") << ResultCase::savings;
}

void TestExplain::everyFigureHasAnExplanation()
{
    QFETCH(ResultCase, which);
    const core::Evaluation& evaluation = *m_desk->session.evaluation();
    std::vector<core::FigureReference> figures;
    for (const core::ResultLine& line : evaluation.rows().lines)
        figures.push_back({which, line.name, year});
    if (which != ResultCase::savings)
        for (std::size_t i = 0; i < core::metricCount; ++i)
            figures.push_back(
                {which, std::string(core::descriptionOf(static_cast<core::Metric>(i)).name), {}});
    figures.push_back({which, "npv", {}});
    int shown = 0;
    for (const core::FigureReference& figure : figures) {
        // Not every line exists in every case.
        if (!core::findFigure(evaluation, which, figure.name))
            continue;
        m_desk->window.explain(figure);
        const QByteArray row = QByteArray::fromStdString(figure.name);
        QVERIFY2(!text("explain.value").isEmpty(), row);
        QVERIFY2(!text("explain.inWords").isEmpty() || parts().topLevelItemCount() > 0, row);
        QVERIFY2(!text("explain.unit").startsWith(u"This figure is no longer"_s), row);
        ++shown;
    }
    QVERIFY2(shown > 20, qPrintable(QString::number(shown)));
}

QTEST_MAIN(TestExplain)
#include "tst_explain.moc"

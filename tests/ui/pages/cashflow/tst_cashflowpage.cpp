#include "ui/pages/cashflow/CashFlowPage.h"

#include "core/project/ProjectJson.h"
#include "ui/document/Preferences.h"
#include "ui/document/Session.h"
#include "ui/figures/FigureView.h"
#include "ui/pages/ExplainPanel.h"
#include "ui/tables/NumberTable.h"
#include "ui/theme/Appearance.h"
#include "ui/widgets/MenuButton.h"
#include "ui/widgets/PageHead.h"
#include "ui/widgets/Segments.h"

#include <QApplication>
#include <QClipboard>
#include <QContextMenuEvent>
#include <QFile>
#include <QMenu>
#include <QMimeData>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>
#include <QToolButton>

#include <memory>

using namespace Qt::StringLiterals;
using core::FigureReference;
using core::ResultCase;
using ui::NumberTable;

namespace {

enum Case { project, standalone, savings };

}

class TestCashFlowPage : public QObject {
    Q_OBJECT

private slots:
    void initTestCase();
    void init();
    void cleanup();

    void showsTheProjectByGroups();
    void showsTheCaseThatIsChosen_data();
    void showsTheCaseThatIsChosen();
    void showsAsManyDecimalsAsChosen();
    void showsAsMuchDetailAsChosen();
    void chevronsOpenAndCloseGroups();
    void keysOpenAndCloseGroups();
    void keepsOpenGroupsAndSelectionWhenFiguresChange();
    void followsEditsAtOnce();
    void followsTermsAndCurrency();
    void copiesTheWholeStatementWithAllDigits();
    void sumsTheSelection();
    void tellsWhichFigureIsSelected();
    void explainsByKeyAndDoubleClick();
    void marksWhatTheExplainedFigureIsMadeOf();
    void chartsALineUnderTheStatement();
    void anotherChartTakesThePlaceOfTheFirst();
    void chartFollowsCaseAndEdits();
    void saysWhatIsMissingWithoutFigures();

private:
    struct Desk {
        QTemporaryDir folder;
        ui::Preferences preferences {folder.filePath(u"settings.ini"_s)};
        ui::Appearance appearance {preferences};
        ui::Session session;
        ui::Workspace workspace {session, appearance, preferences};
        ui::CashFlowPage page {workspace};
    };

    template <class Widget>
    Widget& part(const char* name) const
    {
        auto* const found = m_desk->page.findChild<Widget*>(QLatin1String(name));
        Q_ASSERT(found);
        return *found;
    }
    NumberTable& table() const { return *m_desk->page.mainTable(); }
    ui::Session& session() const { return m_desk->session; }

    void chooseCase(Case which) const;
    void choose(const char* button, const QString& entry) const;
    void chooseFromMenuOf(const QString& row, const QString& entry) const;
    QModelIndex indexOf(const QString& row, const QString& column) const;
    QTableView& partWith(int column) const;
    void click(const QModelIndex& cell, Qt::KeyboardModifiers modifiers = {}) const;
    void goTo(const QString& row, const QString& column) const;
    bool shows(const QString& row) const { return indexOf(row, u"label"_s).isValid(); }
    QString text(const QString& row, const QString& column) const;
    double number(const QString& row, const QString& column) const;

    std::unique_ptr<Desk> m_desk;
};

void TestCashFlowPage::initTestCase()
{
    QLocale::setDefault(QLocale(QLocale::English, QLocale::UnitedStates));
}

void TestCashFlowPage::init()
{
    m_desk = std::make_unique<Desk>();
    m_desk->page.resize(1236, 800);
    m_desk->page.show();
    m_desk->page.activateWindow();
    QVERIFY(QTest::qWaitForWindowActive(&m_desk->page));
}

void TestCashFlowPage::cleanup()
{
    m_desk.reset();
}

void TestCashFlowPage::chooseCase(Case which) const
{
    QTest::mouseClick(part<ui::Segments>("case").button(which), Qt::LeftButton);
}

void TestCashFlowPage::choose(const char* button, const QString& entry) const
{
    auto& menuButton = part<ui::MenuButton>(button);
    QMenu& menu = *menuButton.menu();
    menu.popup(menuButton.mapToGlobal(menuButton.rect().bottomLeft()));
    for (QAction* const action : menu.actions())
        if (action->text() == entry)
            QTest::mouseClick(&menu, Qt::LeftButton, {}, menu.actionGeometry(action).center());
    QVERIFY(!menu.isVisible());
}

void TestCashFlowPage::chooseFromMenuOf(const QString& row, const QString& entry) const
{
    table().scrollTo(indexOf(row, u"2028"_s));
    goTo(row, u"2028"_s);
    const QPoint place = table().visualRect(table().currentIndex()).center();
    QContextMenuEvent event(
        QContextMenuEvent::Mouse, place, table().viewport()->mapToGlobal(place));
    QApplication::sendEvent(table().viewport(), &event);
    auto* const menu = qobject_cast<QMenu*>(QApplication::activePopupWidget());
    QVERIFY(menu);
    for (QAction* const action : menu->actions())
        if (action->text() == entry)
            QTest::mouseClick(menu, Qt::LeftButton, {}, menu->actionGeometry(action).center());
    QVERIFY(!QApplication::activePopupWidget());
}

// Not valid while the row is behind a closed group.
QModelIndex TestCashFlowPage::indexOf(const QString& row, const QString& column) const
{
    const ui::TableContent& content = table().content();
    const QString label =
        content.rows[static_cast<std::size_t>(content.rowOf(row).value())].cells.front().text;
    const QAbstractItemModel& model = *table().model();
    for (int r = 0; r < model.rowCount(); ++r)
        if (model.index(r, 0).data().toString() == label)
            return model.index(r, content.columnOf(column).value());
    return {};
}

// The table that shows the column: itself, or the one over it whose columns do not scroll.
QTableView& TestCashFlowPage::partWith(int column) const
{
    if (table().content().isFrozen(column))
        for (QTableView* const part : table().findChildren<QTableView*>())
            if (!part->isColumnHidden(column))
                return *part;
    return table();
}

void TestCashFlowPage::click(const QModelIndex& cell, Qt::KeyboardModifiers modifiers) const
{
    QTableView& view = partWith(cell.column());
    QTest::mouseClick(view.viewport(), Qt::LeftButton, modifiers, view.visualRect(cell).center());
}

void TestCashFlowPage::goTo(const QString& row, const QString& column) const
{
    click(indexOf(row, column));
    QCOMPARE(table().currentRow(), row);
    QCOMPARE(table().currentColumn(), column);
}

QString TestCashFlowPage::text(const QString& row, const QString& column) const
{
    const ui::TableContent& content = table().content();
    return content.cell(content.rowOf(row).value(), content.columnOf(column).value()).text;
}

double TestCashFlowPage::number(const QString& row, const QString& column) const
{
    const ui::TableContent& content = table().content();
    return content.cell(content.rowOf(row).value(), content.columnOf(column).value())
        .number.value();
}

void TestCashFlowPage::showsTheProjectByGroups()
{
    QCOMPARE(part<ui::Segments>("case").current(), 0);
    QCOMPARE(part<ui::MenuButton>("detail").value(), u"Groups"_s);
    QCOMPARE(part<ui::MenuButton>("decimals").value(), u"2"_s);
    QVERIFY(shows(u"revenue.ga4n"_s));
    QVERIFY(shows(u"category.Gallium circuit"_s));
    QVERIFY(!shows(u"cost_lines.labour"_s));
    QCOMPARE(m_desk->page.unitText(), u"USD million, nominal"_s);
    // Published: tests/data/model/erg-gallium.results.json.
    QCOMPARE(m_desk->page.head().message(),
        u"Free cash flow of USD 52.5 million over the life; NPV 10.76 at 11.0\u00A0% nominal."_s);
}

void TestCashFlowPage::showsTheCaseThatIsChosen_data()
{
    QTest::addColumn<int>("button");
    QTest::addColumn<QString>("name");
    QTest::addColumn<QString>("messageStart");
    QTest::newRow("project") << int(project) << u"project"_s << u"Free cash flow of USD "_s;
    QTest::newRow("stand-alone") << int(standalone) << u"standalone"_s
                                 << u"Stand-alone, free cash flow of USD "_s;
    QTest::newRow("savings") << int(savings) << u"savings"_s
                             << u"Reuse adds free cash flow of USD "_s;
}

void TestCashFlowPage::showsTheCaseThatIsChosen()
{
    QFETCH(int, button);
    QFETCH(QString, name);
    QFETCH(QString, messageStart);
    chooseCase(static_cast<Case>((button + 1) % 3));
    chooseCase(static_cast<Case>(button));
    const core::Evaluation& evaluation = *session().evaluation();
    const auto row =
        core::findFigure(evaluation, *core::findResultCase(name.toStdString()), "free_cash_flow");
    for (int year = evaluation.years().first; year <= evaluation.years().last; ++year)
        QCOMPARE(number(u"free_cash_flow"_s, QString::number(year)) * 1e6,
            evaluation.figure(row->row, year).value());
    QVERIFY(m_desk->page.head().message().startsWith(messageStart));
}

void TestCashFlowPage::showsAsManyDecimalsAsChosen()
{
    const QStringList texts {u"\u22128"_s, u"\u22128.0"_s, u"\u22128.00"_s, u"\u22128.000"_s};
    for (int decimals = 3; decimals >= 0; --decimals) {
        choose("decimals", QString::number(decimals));
        QCOMPARE(part<ui::MenuButton>("decimals").value(), QString::number(decimals));
        QCOMPARE(text(u"capital"_s, u"2025"_s), texts[decimals]);
        QCOMPARE(text(u"discount_factor"_s, u"2025"_s).size(), 5);
    }
}

void TestCashFlowPage::showsAsMuchDetailAsChosen()
{
    choose("detail", u"Totals"_s);
    QVERIFY(shows(u"operating_costs"_s));
    QVERIFY(!shows(u"category.Gallium circuit"_s));
    QVERIFY(!shows(u"revenue.ga4n"_s));
    choose("detail", u"All lines"_s);
    for (const ui::TableRow& row : table().content().rows)
        QVERIFY2(shows(row.id), qPrintable(row.id));
    choose("detail", u"Groups"_s);
    QVERIFY(shows(u"category.Gallium circuit"_s));
    QVERIFY(!shows(u"cost_lines.labour"_s));
    QCOMPARE(part<ui::MenuButton>("detail").value(), u"Groups"_s);
}

void TestCashFlowPage::chevronsOpenAndCloseGroups()
{
    const QModelIndex revenue = indexOf(u"revenue"_s, u"label"_s);
    QTableView& labels = partWith(0);
    const QPoint chevron = labels.visualRect(revenue).topLeft() + QPoint(12, 12);
    QTest::mouseClick(labels.viewport(), Qt::LeftButton, {}, chevron);
    QVERIFY(!shows(u"revenue.ga4n"_s));
    QTest::mouseClick(labels.viewport(), Qt::LeftButton, {}, chevron);
    QVERIFY(shows(u"revenue.ga4n"_s));
}

void TestCashFlowPage::keysOpenAndCloseGroups()
{
    goTo(u"category.People and site"_s, u"2030"_s);
    QTest::keyClick(&table(), Qt::Key_Right, Qt::AltModifier | Qt::ShiftModifier);
    QVERIFY(shows(u"cost_lines.labour"_s));
    QTest::keyClick(&table(), Qt::Key_Left, Qt::AltModifier | Qt::ShiftModifier);
    QVERIFY(!shows(u"cost_lines.labour"_s));
    QVERIFY(shows(u"category.Gallium circuit"_s));
}

void TestCashFlowPage::keepsOpenGroupsAndSelectionWhenFiguresChange()
{
    goTo(u"capital"_s, u"2026"_s);
    QTest::keyClick(&table(), Qt::Key_Left, Qt::AltModifier | Qt::ShiftModifier);
    goTo(u"income_tax"_s, u"2028"_s);
    const auto isKept = [&] {
        return table().currentRow() == u"income_tax"_s && table().currentColumn() == u"2028"_s &&
               !shows(u"capex"_s) && shows(u"revenue.ga4n"_s);
    };
    chooseCase(savings);
    QVERIFY(isKept());
    choose("decimals", u"3"_s);
    QVERIFY(isKept());
    session().setViewTerms(core::Terms::real);
    QTRY_COMPARE(m_desk->page.unitText(), u"USD million, real 2026"_s);
    QVERIFY(isKept());
    session().setViewCurrency(core::Currency::kzt);
    QTRY_VERIFY(m_desk->page.unitText().startsWith(u"KZT"_s));
    QVERIFY(isKept());
    choose("detail", u"Totals"_s);
    QCOMPARE(table().currentRow(), u"income_tax"_s);
}

void TestCashFlowPage::followsEditsAtOnce()
{
    const double before = number(u"free_cash_flow"_s, u"2030"_s);
    const QString message = m_desk->page.head().message();
    QVERIFY(session().setInput(u"levers.price"_s, 1.5));
    QCoreApplication::processEvents();
    const std::shared_ptr<const core::Evaluation> evaluation = session().evaluation();
    QVERIFY(number(u"free_cash_flow"_s, u"2030"_s) > before);
    QCOMPARE(number(u"free_cash_flow"_s, u"2030"_s) * 1e6,
        evaluation->figure(evaluation->rows().project.freeCashFlow, 2030).value());
    QVERIFY(m_desk->page.head().message() != message);

    session().undoStack().undo();
    QCoreApplication::processEvents();
    QCOMPARE(number(u"free_cash_flow"_s, u"2030"_s), before);
    QCOMPARE(m_desk->page.head().message(), message);

    // Another year.
    QVERIFY(session().setInput(
        u"timeline.years_of_operation"_s, session().project().timeline.yearsOfOperation - 1.0));
    QCoreApplication::processEvents();
    QCOMPARE(table().content().columnCount(), evaluation->years().count() + 1);
}

void TestCashFlowPage::followsTermsAndCurrency()
{
    const double nominal = number(u"revenue"_s, u"2030"_s);
    session().setViewTerms(core::Terms::real);
    session().setViewCurrency(core::Currency::kzt);
    QCoreApplication::processEvents();
    const core::MoneyConversion conversion(*session().evaluation(), session().view());
    QCOMPARE(m_desk->page.unitText(), u"KZT billion, real 2026"_s);
    QCOMPARE(number(u"revenue"_s, u"2030"_s), nominal * conversion.inYear(2030) / 1e3);
    QVERIFY(m_desk->page.head().message().startsWith(u"Free cash flow of KZT "_s));
}

void TestCashFlowPage::copiesTheWholeStatementWithAllDigits()
{
    const QSignalSpy told(&m_desk->workspace, &ui::Workspace::messageShown);
    QTest::mouseClick(&part<QToolButton>("copyStatement"), Qt::LeftButton);
    const QMimeData& data = *QGuiApplication::clipboard()->mimeData();
    QVERIFY(data.hasText());
    const ui::Block block = ui::blockFromHtml(data.html());
    const ui::TableContent& content = table().content();
    QCOMPARE(block.rowCount(), content.rowCount() + 1);
    QCOMPARE(block.columnCount(), content.columnCount());
    QCOMPARE(block.rows[0][0].text, u"USD million, nominal"_s);
    QCOMPARE(block.rows[0][4].text, u"2028 year 3"_s);
    for (int row = 0; row < content.rowCount(); ++row)
        for (int column = 1; column < content.columnCount(); ++column)
            QCOMPARE(block.rows[static_cast<std::size_t>(row) + 1][static_cast<std::size_t>(column)]
                         .number,
                content.cell(row, column).number);
    // Also lines that are behind a closed group.
    QVERIFY(!shows(u"cost_lines.labour"_s));
    const QStringList lines = data.text().split(u'\n', Qt::SkipEmptyParts);
    QCOMPARE(lines.size(), content.rowCount() + 1);
    const QString labour =
        lines[content.rowOf(u"cost_lines.labour"_s).value() + 1].section(u'\t', 6, 6).trimmed();
    QCOMPARE(labour.toDouble(), number(u"cost_lines.labour"_s, u"2030"_s));
    QVERIFY(labour.size() > 10);
    QCOMPARE(told.size(), 1);
}

void TestCashFlowPage::sumsTheSelection()
{
    const QSignalSpy changed(&table(), &NumberTable::selectionSummaryChanged);
    goTo(u"free_cash_flow"_s, u"2026"_s);
    click(indexOf(u"free_cash_flow"_s, u"2030"_s), Qt::ShiftModifier);
    QVERIFY(!changed.isEmpty());
    const ui::SelectionSummary summary = table().selectionSummary();
    double sum = 0.0;
    for (int year = 2026; year <= 2030; ++year)
        sum += number(u"free_cash_flow"_s, QString::number(year));
    QCOMPARE(summary.count, 5);
    QCOMPARE(summary.sum.value(), sum);
    QCOMPARE(summary.mean.value(), sum / 5);
}

void TestCashFlowPage::tellsWhichFigureIsSelected()
{
    QSignalSpy selected(&m_desk->workspace, &ui::Workspace::figureSelected);
    const auto last = [&] { return selected.last().first().value<FigureReference>(); };
    goTo(u"income_tax"_s, u"2028"_s);
    QCOMPARE(last(), (FigureReference {ResultCase::project, "income_tax", 2028}));
    QTest::keyClick(&table(), Qt::Key_Right);
    QCOMPARE(last(), (FigureReference {ResultCase::project, "income_tax", 2029}));
    chooseCase(standalone);
    QCOMPARE(last(), (FigureReference {ResultCase::standalone, "income_tax", 2029}));
    // An edit says nothing new, so that an explanation that was followed stays.
    const qsizetype count = selected.size();
    QVERIFY(session().setInput(u"levers.price"_s, 1.5));
    QCoreApplication::processEvents();
    QCOMPARE(selected.size(), count);
}

void TestCashFlowPage::explainsByKeyAndDoubleClick()
{
    QSignalSpy explained(&m_desk->workspace, &ui::Workspace::explainRequested);
    chooseCase(savings);
    goTo(u"operating_costs"_s, u"2030"_s);
    QTest::keyClick(&table(), Qt::Key_F3);
    QCOMPARE(explained.size(), 1);
    const FigureReference expected {ResultCase::savings, "operating_costs", 2030};
    QCOMPARE(explained.last().first().value<FigureReference>(), expected);

    goTo(u"ebitda"_s, u"2031"_s);
    QTest::mouseDClick(table().viewport(), Qt::LeftButton, {},
        table().visualRect(table().currentIndex()).center());
    QCOMPARE(explained.size(), 2);
    QCOMPARE(explained.last().first().value<FigureReference>().name, std::string("ebitda"));
}

void TestCashFlowPage::marksWhatTheExplainedFigureIsMadeOf()
{
    const auto marked = [&] {
        QStringList cells;
        const ui::TableContent& content = table().content();
        for (int row = 0; row < content.rowCount(); ++row)
            for (int column = 0; column < content.columnCount(); ++column)
                if (content.cell(row, column).isMarked)
                    cells += content.rows[static_cast<std::size_t>(row)].id + u' ' +
                             content.columns[static_cast<std::size_t>(column)].id;
        return cells;
    };
    const QStringList ofIncomeTax {u"taxable_before_losses 2028"_s, u"losses_used 2028"_s};
    ui::ExplainPanel panel(m_desk->workspace);
    connect(
        &m_desk->workspace, &ui::Workspace::explainRequested, &panel, &ui::ExplainPanel::explain);
    goTo(u"income_tax"_s, u"2028"_s);
    QTest::keyClick(&table(), Qt::Key_F3);
    QCoreApplication::processEvents();
    QCOMPARE(marked(), QStringList());
    panel.setVisible(true);
    QTRY_COMPARE(marked(), ofIncomeTax);
    // What another case is made of is in that case.
    chooseCase(savings);
    QCOMPARE(marked(), QStringList());
    chooseCase(project);
    QCOMPARE(marked(), ofIncomeTax);
    panel.explain({ResultCase::project, "npv", {}});
    QTRY_COMPARE(marked().size(), session().evaluation()->years().count());
    QVERIFY(marked().first().startsWith(u"present_value "_s));
    panel.back();
    QTRY_COMPARE(marked(), ofIncomeTax);
    panel.setVisible(false);
    QTRY_COMPARE(marked(), QStringList());
}

void TestCashFlowPage::chartsALineUnderTheStatement()
{
    auto& figure = part<ui::FigureView>("figure.line");
    QVERIFY(!figure.isVisible());
    QVERIFY(m_desk->page.figures().empty());

    chooseFromMenuOf(u"income_tax"_s, u"Chart this line"_s);
    QVERIFY(figure.isVisible());
    QVERIFY(figure.height() >= 200);
    QVERIFY(table().height() >= figure.height());
    QVERIFY(table().viewport()->rect().contains(table().visualRect(table().currentIndex())));
    QVERIFY(figure.mapTo(&m_desk->page, QPoint(0, 0)).y() >
            table().mapTo(&m_desk->page, QPoint(0, table().height() - 1)).y());
    QCOMPARE(m_desk->page.figures(), std::vector<ui::FigureView*> {&figure});
    QCOMPARE(figure.figure().series.front().id, std::string("income_tax"));
    QCOMPARE(figure.figure().series.front().points[5].value, number(u"income_tax"_s, u"2030"_s));

    QTest::mouseClick(&part<QToolButton>("closeChart"), Qt::LeftButton);
    QVERIFY(!figure.isVisible());
    QVERIFY(m_desk->page.figures().empty());
    QVERIFY(table().hasFocus());
}

void TestCashFlowPage::anotherChartTakesThePlaceOfTheFirst()
{
    chooseFromMenuOf(u"income_tax"_s, u"Chart this line"_s);
    chooseFromMenuOf(u"category.Gallium circuit"_s, u"Chart this line"_s);
    QCOMPARE(m_desk->page.findChildren<ui::FigureView*>().size(), 1);
    QCOMPARE(part<ui::FigureView>("figure.line").figure().series.front().id,
        std::string("category.Gallium circuit"));
}

void TestCashFlowPage::chartFollowsCaseAndEdits()
{
    chooseFromMenuOf(u"free_cash_flow"_s, u"Chart this line"_s);
    const auto& figure = part<ui::FigureView>("figure.line");
    const auto inFigure = [&] { return figure.figure().series.front().points[5].value; };
    QCOMPARE(inFigure(), number(u"free_cash_flow"_s, u"2030"_s));
    chooseCase(standalone);
    QCOMPARE(inFigure(), number(u"free_cash_flow"_s, u"2030"_s));
    QVERIFY(session().setInput(u"levers.price"_s, 1.5));
    QCoreApplication::processEvents();
    QCOMPARE(inFigure(), number(u"free_cash_flow"_s, u"2030"_s));
}

void TestCashFlowPage::saysWhatIsMissingWithoutFigures()
{
    const QString path = m_desk->folder.filePath(u"broken.json"_s);
    core::Project broken = session().project();
    broken.timeline.firstYear = broken.timeline.startOfOperations + 5;
    QFile file(path);
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write(QByteArray::fromStdString(core::writeProject(broken)));
    file.close();
    QVERIFY(session().open(path));
    QVERIFY(!session().evaluation());
    QCoreApplication::processEvents();
    QVERIFY(m_desk->page.head().message().startsWith(u"The project cannot be evaluated yet"_s));
    QVERIFY(!table().isVisible());
    QVERIFY(!part<QToolButton>("copyStatement").isEnabled());

    session().newProject();
    QCoreApplication::processEvents();
    QVERIFY(table().isVisible());
    QVERIFY(part<QToolButton>("copyStatement").isEnabled());
}

QTEST_MAIN(TestCashFlowPage)
#include "tst_cashflowpage.moc"

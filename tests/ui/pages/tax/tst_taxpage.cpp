#include "core/project/DefaultProject.h"
#include "core/project/ProjectJson.h"
#include "core/project/Registry.h"
#include "ui/document/Preferences.h"
#include "ui/document/Session.h"
#include "ui/figures/FigureView.h"
#include "ui/pages/tax/TaxPage.h"
#include "ui/tables/NumberTable.h"
#include "ui/theme/Appearance.h"
#include "ui/widgets/InputPanel.h"
#include "ui/widgets/PageHead.h"
#include "ui/widgets/ProblemLine.h"

#include <QAbstractItemView>
#include <QApplication>
#include <QCheckBox>
#include <QComboBox>
#include <QContextMenuEvent>
#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QMenu>
#include <QPushButton>
#include <QScrollBar>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

#include <cmath>
#include <functional>

using namespace Qt::StringLiterals;
using core::InputValue;
using core::Project;
using ui::CellAddress;
using ui::NumberTable;
using ui::TableCell;

using Change = std::function<void(Project&)>;

Q_DECLARE_METATYPE(core::InputValue)
Q_DECLARE_METATYPE(Change)

namespace {

const QString method = u"tax.asset_classes.II.method"_s;
const QString rate = u"tax.asset_classes.II.rate"_s;
const QString stateShare = u"shareholders.state.share"_s;
const QString inflation = u"macro.usd_inflation"_s;

// The page with its side panel, in a window as wide as those of the program.
struct Window {
    QTemporaryDir folder;
    ui::Preferences preferences {folder.filePath(u"preferences.ini"_s)};
    ui::Appearance appearance {preferences};
    ui::Session session;
    ui::Workspace workspace {session, appearance, preferences};
    QWidget window;
    ui::TaxPage* page = new ui::TaxPage(workspace, &window);
    QWidget* panel = page->sidePanel();
    NumberTable& rates = table("table.rates");
    NumberTable& classes = table("table.asset_classes");
    NumberTable& shareholders = table("table.shareholders");
    QSignalSpy told {&workspace, &ui::Workspace::messageShown};

    Window()
    {
        auto* const row = new QHBoxLayout(&window);
        row->addWidget(page, 1);
        row->addWidget(panel);
        panel->setFixedWidth(340);
        window.resize(1236, 800);
        window.show();
        window.activateWindow();
    }

    bool isReady() { return QTest::qWaitForWindowActive(&window); }

    template <class Widget>
    Widget& part(const QString& name) const
    {
        auto* const found = page->findChild<Widget*>(name);
        Q_ASSERT(found);
        return *found;
    }
    NumberTable& table(const char* name) const { return part<NumberTable>(QLatin1String(name)); }
    QString problemBelow(const NumberTable& table) const
    {
        const auto& line = part<ui::ProblemLine>(u"problems."_s + table.objectName());
        return line.isVisible() ? line.problem() : QString();
    }

    void select(NumberTable& table, const CellAddress& cell)
    {
        table.setFocus();
        QVERIFY(table.select(cell));
    }
    // Keys go to what has the focus: a field, a table, or the editor that it opened.
    static void press(Qt::Key key, Qt::KeyboardModifiers modifiers = {})
    {
        QTest::keyClick(QApplication::focusWidget(), key, modifiers);
    }
    static void typeKeys(const QString& text)
    {
        for (const QChar letter : text) // the first one opens an editor, which has the focus then
            QTest::keyClick(QApplication::focusWidget(), letter.toLatin1());
    }
    static void type(const QString& text)
    {
        typeKeys(text);
        press(Qt::Key_Return);
    }
    void typeInto(NumberTable& table, const CellAddress& cell, const QString& text)
    {
        select(table, cell);
        type(text);
        update();
    }
    void choose(NumberTable& table, const QString& input, const QString& text)
    {
        select(table, {input, {}});
        press(Qt::Key_F2);
        auto* const list = table.findChild<QComboBox*>();
        QVERIFY(list);
        QTRY_VERIFY(list->view()->isVisible());
        list->view()->setCurrentIndex(list->model()->index(list->findText(text), 0));
        QTest::keyClick(list->view(), Qt::Key_Return);
        QTRY_VERIFY(table.hasFocus());
        update();
    }
    void chooseFromMenu(NumberTable& table, const QString& text)
    {
        QContextMenuEvent event(QContextMenuEvent::Keyboard, {}, {});
        QApplication::sendEvent(&table, &event);
        auto* const menu = qobject_cast<QMenu*>(QApplication::activePopupWidget());
        QVERIFY(menu);
        for (QAction* const action : menu->actions())
            if (action->text() == text)
                menu->setActiveAction(action);
        QTest::keyClick(menu, Qt::Key_Return);
        window.activateWindow();
        QVERIFY(isReady());
    }
    void update()
    {
        QCoreApplication::processEvents();
        page->refreshNow();
    }

    InputValue value(const CellAddress& cell) const
    {
        const auto content = ui::contentOf(session.project(), cell);
        return content ? content->value : InputValue();
    }
    TableCell cell(const NumberTable& table, const QString& row, const QString& column) const
    {
        const ui::TableContent& content = table.content();
        return content.cell(content.rowOf(row).value(), content.columnOf(column).value());
    }
    QStringList rowIds(const NumberTable& table) const
    {
        QStringList ids;
        for (const ui::TableRow& row : table.content().rows)
            ids += row.id;
        return ids;
    }
    int steps() { return session.undoStack().index(); }
    void undoAll()
    {
        while (session.undoStack().canUndo())
            session.undoStack().undo();
        update();
    }
};

std::string document(const ui::Session& session)
{
    return core::writeProject(session.project());
}

QString plain(QString text)
{
    return text.replace(QChar(ui::noBreakSpace), u' ');
}

}

class TestTaxPage : public QObject {
    Q_OBJECT

private slots:
    void initTestCase();
    void fieldsEditTheirInputs_data();
    void fieldsEditTheirInputs();
    void listsEditTheirInputs();
    void boxesEditTheirInputs();
    void cellsEditTheirInputs();
    void yearsAreStatedAndGivenBack();
    void exchangeRateByYearComesWithItsRow();
    void methodsComeWithWhatTheyNeed_data();
    void methodsComeWithWhatTheyNeed();
    void refusedEntriesAreKeptAndNamed();
    void refusedFieldsAreKeptAndNamed();
    void sharesThatMissTheWholeAreMended();
    void remedySparesTheRowThatIsWorkedOn();
    void rowsAreAddedDuplicatedRenamedMovedAndRemoved_data();
    void rowsAreAddedDuplicatedRenamedMovedAndRemoved();
    void usedClassesAreNotRemoved();
    void lastShareholderIsNotRemoved();
    void everyInputIsFound();
    void panelFollowsTheInput();
    void figuresAreExplained();
    void messageFollowsTheFigures_data();
    void messageFollowsTheFigures();
    void moneyIsThatOfTheView();
    void projectsThatBreakRulesSayWhatIsMissing();
    void emptyListsCanBeFilled();
    void nothingIsWiderThanThePage();
};

void TestTaxPage::initTestCase()
{
    QLocale::setDefault(QLocale(QLocale::English, QLocale::UnitedStates));
}

void TestTaxPage::fieldsEditTheirInputs_data()
{
    QTest::addColumn<QString>("input");
    QTest::addColumn<QString>("typed");
    QTest::addColumn<InputValue>("value");
    const auto row = [](const char* input, const char* typed, InputValue value) {
        QTest::newRow(input) << QString::fromLatin1(input) << QString::fromLatin1(typed) << value;
    };
    row("discounting.rate", "12.5", 0.125);
    row("macro.fx.kzt_per_usd", "520", 520.0);
    row("tax.loss_carry_forward_years", "7", 7.0);
    row("tax.loss_offset_limit", "75", 0.75);
    row("tax.property_tax_rate", "2", 0.02);
    row("royalty.rate", "0.5", 0.005);
    row("financing.grace_years", "3", 3.0);
}

void TestTaxPage::fieldsEditTheirInputs()
{
    QFETCH(QString, input);
    QFETCH(QString, typed);
    QFETCH(InputValue, value);
    Window w;
    QVERIFY(w.isReady());
    const std::string before = document(w.session);
    const double npv =
        *w.session.evaluation()->metrics(core::PlantCase::project)[core::Metric::npv];
    QVERIFY(w.page->goToInput(input));
    auto& field = w.part<QLineEdit>(input);
    QVERIFY(field.hasFocus());
    field.selectAll();
    w.type(typed);
    QVERIFY(w.value({input, {}}) == value);
    QVERIFY(w.session.isEvaluated());
    QCOMPARE(w.steps(), 1);
    w.session.undoStack().undo();
    QCOMPARE(document(w.session), before);
    QCOMPARE(*w.session.evaluation()->metrics(core::PlantCase::project)[core::Metric::npv], npv);
}

void TestTaxPage::listsEditTheirInputs()
{
    Window w;
    QVERIFY(w.isReady());
    QVERIFY(w.page->goToInput(u"royalty.base"_s));
    w.press(Qt::Key_Down);
    QCOMPARE(w.session.project().royalty.base, core::RoyaltyBase::net);
    QVERIFY(w.page->goToInput(u"financing.repayment"_s));
    w.press(Qt::Key_Down);
    QCOMPARE(w.session.project().financing.repayment, core::Repayment::annuity);
    QVERIFY(w.page->goToInput(u"discounting.timing"_s));
    w.press(Qt::Key_Down);
    QCOMPARE(w.session.project().discounting.timing, core::DiscountTiming::endOfYear);
    QCOMPARE(w.steps(), 3);
}

void TestTaxPage::boxesEditTheirInputs()
{
    Window w;
    QVERIFY(w.isReady());
    QVERIFY(w.page->goToInput(u"tax.write_off_at_end"_s));
    w.press(Qt::Key_Space);
    QVERIFY(!w.session.project().tax.writeOffAtEnd);
    w.update();
    // What is left now: 1.9 million of buildings after twenty years at 10 %.
    QVERIFY(w.cell(w.classes, u"tax.asset_classes.I"_s, u"left"_s).number.value() > 0.2);
    QVERIFY(w.page->goToInput(u"financing.capitalise_interest"_s));
    auto& box = w.part<QCheckBox>(u"financing.capitalise_interest"_s);
    QTest::mouseClick(&box, Qt::LeftButton, {}, {8, box.height() / 2});
    QVERIFY(!w.session.project().financing.capitaliseInterest);
}

void TestTaxPage::cellsEditTheirInputs()
{
    Window w;
    QVERIFY(w.isReady());
    const std::string before = document(w.session);
    w.typeInto(w.classes, {rate, {}}, u"30"_s);
    QVERIFY(w.value({rate, {}}) == InputValue(0.3));
    QCOMPARE(plain(w.cell(w.classes, u"tax.asset_classes.II"_s, u"rate"_s).text), u"30 %"_s);
    w.select(w.classes, {u"tax.asset_classes.II.property"_s, {}});
    w.press(Qt::Key_Space);
    QVERIFY(w.session.project().tax.assetClasses[1].property);
    w.typeInto(w.shareholders, {u"shareholders.private.withholding_rate"_s, {}}, u"15"_s);
    QCOMPARE(w.session.project().shareholders[1].withholdingRate, 0.15);
    w.select(w.shareholders, {u"shareholders.private.state"_s, {}});
    w.press(Qt::Key_Space);
    QVERIFY(w.session.project().shareholders[1].state);
    QVERIFY(w.session.isEvaluated());
    QCOMPARE(w.steps(), 4);
    w.undoAll();
    QCOMPARE(document(w.session), before);
}

void TestTaxPage::yearsAreStatedAndGivenBack()
{
    Window w;
    QVERIFY(w.isReady());
    const std::string before = document(w.session);
    QVERIFY(w.cell(w.rates, inflation, u"2031"_s).tone == ui::CellTone::inherited);
    w.typeInto(w.rates, {inflation, 2031}, u"4"_s);
    QVERIFY(w.value({inflation, 2031}) == InputValue(0.04));
    QVERIFY(w.cell(w.rates, inflation, u"2031"_s).tone == ui::CellTone::input);
    QCOMPARE(plain(w.cell(w.rates, inflation, u"2030"_s).text), u"3.3 %"_s); // 2 + 2/3 × 2
    QCOMPARE(plain(w.cell(w.rates, inflation, u"2040"_s).text), u"4.0 %"_s);
    const QString index = w.cell(w.rates, u"usd_index"_s, u"2040"_s).text;
    w.select(w.rates, {inflation, 2031});
    w.press(Qt::Key_Delete);
    w.update();
    QCOMPARE(document(w.session), before);
    QVERIFY(w.cell(w.rates, inflation, u"2031"_s).tone == ui::CellTone::inherited);
    QVERIFY(w.cell(w.rates, u"usd_index"_s, u"2040"_s).text != index);

    // A year of a rate that is the same throughout leaves the others what they were.
    w.typeInto(w.rates, {u"tax.income_tax_relief"_s, 2030}, u"100"_s);
    for (const int year : {2029, 2031, 2040})
        QVERIFY(w.value({u"tax.income_tax_relief"_s, year}) == InputValue(0.0));
    const core::Evaluation& evaluation = *w.session.evaluation();
    QCOMPARE(*evaluation.figure(evaluation.rows().project.tax.incomeTax, 2030), 0.0);
}

void TestTaxPage::exchangeRateByYearComesWithItsRow()
{
    Window w;
    QVERIFY(w.isReady());
    const std::string before = document(w.session);
    const QString path = u"macro.fx.path"_s;
    const QString used = w.cell(w.rates, u"exchange_rate"_s, u"2035"_s).text;
    QVERIFY(!w.rowIds(w.rates).contains(path));
    QVERIFY(w.page->goToInput(path)); // what decides about it is nearest
    QCOMPARE(QApplication::focusWidget()->objectName(), u"macro.fx.mode"_s);
    w.press(Qt::Key_Down); // from "follows inflation"
    w.update();
    QVERIFY(w.session.isEvaluated());
    QCOMPARE(w.cell(w.rates, path, u"2035"_s).text, used);
    QCOMPARE(w.cell(w.rates, u"exchange_rate"_s, u"2035"_s).text, used);
    QVERIFY(w.page->goToInput(path));
    QCOMPARE(w.rates.currentRow(), path);
    w.typeInto(w.rates, {path, 2035}, u"700"_s);
    QCOMPARE(w.cell(w.rates, u"exchange_rate"_s, u"2035"_s).text, u"700"_s);
    QCOMPARE(w.steps(), 2);
    w.undoAll();
    QCOMPARE(document(w.session), before);
    QVERIFY(!w.rowIds(w.rates).contains(path));
}

void TestTaxPage::methodsComeWithWhatTheyNeed_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("rateText");
    QTest::addColumn<QString>("yearsText");
    QTest::newRow("straight line") << u"Straight line"_s << QString() << u"4"_s; // from 25 %
    QTest::newRow("sum of the years") << u"Sum of the years"_s << QString() << u"4"_s;
    QTest::newRow("units of production") << u"Units of production"_s << QString() << QString();
    QTest::newRow("immediate") << u"Immediate"_s << QString() << QString();
}

void TestTaxPage::methodsComeWithWhatTheyNeed()
{
    QFETCH(QString, text);
    QFETCH(QString, rateText);
    QFETCH(QString, yearsText);
    Window w;
    QVERIFY(w.isReady());
    const std::string before = document(w.session);
    const QString row = u"tax.asset_classes.II"_s;
    w.choose(w.classes, method, text);
    QVERIFY(w.session.isEvaluated());
    QCOMPARE(w.steps(), 1);
    QCOMPARE(w.cell(w.classes, row, u"method"_s).text, text);
    QCOMPARE(w.cell(w.classes, row, u"rate"_s).text, rateText);
    QCOMPARE(w.cell(w.classes, row, u"years"_s).text, yearsText);
    w.choose(w.classes, method, u"Declining balance"_s);
    QCOMPARE(plain(w.cell(w.classes, row, u"rate"_s).text), u"25 %"_s);
    w.undoAll();
    QCOMPARE(document(w.session), before);
}

void TestTaxPage::refusedEntriesAreKeptAndNamed()
{
    Window w;
    QVERIFY(w.isReady());
    const auto before = w.session.sharedProject();
    w.typeInto(w.classes, {rate, {}}, u"142"_s);
    QCOMPARE(w.session.sharedProject(), before);
    const ui::InvalidEntry* const entry = w.session.invalidEntries().find({rate, {}});
    QVERIFY(entry);
    QCOMPARE(entry->text, u"142"_s);
    QVERIFY(w.problemBelow(w.classes).contains(entry->sentence));
    QVERIFY(w.problemBelow(w.rates).isEmpty());
    QVERIFY(w.problemBelow(w.shareholders).isEmpty());

    w.typeInto(w.rates, {inflation, 2030}, u"soon"_s);
    QVERIFY(!w.problemBelow(w.rates).isEmpty());
    QVERIFY(!w.problemBelow(w.classes).isEmpty());
    w.select(w.classes, {rate, {}});
    w.press(Qt::Key_Escape);
    QVERIFY(w.problemBelow(w.classes).isEmpty());
    w.typeInto(w.rates, {inflation, 2030}, u"2.5"_s);
    QVERIFY(w.problemBelow(w.rates).isEmpty());
    QVERIFY(w.session.invalidEntries().all().empty());
}

void TestTaxPage::refusedFieldsAreKeptAndNamed()
{
    Window w;
    QVERIFY(w.isReady());
    const QString gearing = u"financing.gearing"_s;
    QVERIFY(w.page->goToInput(gearing));
    auto& field = w.part<QLineEdit>(gearing);
    field.selectAll();
    w.type(u"160"_s);
    QCOMPARE(w.session.project().financing.gearing, 0.6);
    QCOMPARE(w.session.invalidEntries().all().size(), std::size_t {1});
    QCOMPARE(field.text(), u"160"_s);
    const auto sentences = w.page->findChildren<QLabel*>(u"sentence"_s);
    const auto shown = std::find_if(sentences.begin(), sentences.end(),
        [](const QLabel* label) { return label->isVisible() && !label->text().isEmpty(); });
    QVERIFY(shown != sentences.end());
    QVERIFY2(plain((*shown)->text()).contains(u"60.0 %"_s), qPrintable((*shown)->text()));
}

void TestTaxPage::sharesThatMissTheWholeAreMended()
{
    Window w;
    QVERIFY(w.isReady());
    w.typeInto(w.shareholders, {u"shareholders.private.share"_s, {}}, u"55"_s);
    QVERIFY(!w.session.isEvaluated());
    const TableCell sum = w.cell(w.shareholders, u"sum"_s, u"share"_s);
    QCOMPARE(plain(sum.text), u"95 %"_s);
    QVERIFY(sum.tone == ui::CellTone::error);
    QVERIFY(plain(w.problemBelow(w.shareholders)).contains(u"5 % is not given out"_s));

    w.select(w.shareholders, {u"shareholders.private.share"_s, {}});
    auto* const text = w.part<ui::ProblemLine>(u"problems.table.shareholders"_s)
                           .findChild<QLabel*>(u"problemText"_s);
    QVERIFY(text->text().contains(u"Give the rest to Republic of Kazakhstan"_s));
    text->setFocus();
    w.press(Qt::Key_Tab); // to the link
    w.press(Qt::Key_Return);
    w.update();
    QCOMPARE(w.session.project().shareholders[0].share, 0.45);
    QVERIFY(w.session.isEvaluated());
    QVERIFY(w.problemBelow(w.shareholders).isEmpty());
    QVERIFY(w.cell(w.shareholders, u"sum"_s, u"share"_s).tone == ui::CellTone::result);
    QCOMPARE(w.steps(), 2);
    QCOMPARE(w.session.undoStack().undoText(), u"Give the rest to Republic of Kazakhstan"_s);
    w.undoAll();
    QCOMPARE(w.session.project(), core::defaultProject());
}

void TestTaxPage::remedySparesTheRowThatIsWorkedOn()
{
    Window w;
    QVERIFY(w.isReady());
    w.select(w.shareholders, {stateShare, {}});
    w.typeKeys(u"35"_s);
    w.press(Qt::Key_Tab); // stays in the row
    w.update();
    const auto* const text = w.part<ui::ProblemLine>(u"problems.table.shareholders"_s)
                                 .findChild<QLabel*>(u"problemText"_s);
    QVERIFY(text->text().contains(u"Give the rest to Private shareholders"_s));
    w.press(Qt::Key_Down);
    w.update();
    QVERIFY(text->text().contains(u"Give the rest to Republic of Kazakhstan"_s));
}

void TestTaxPage::rowsAreAddedDuplicatedRenamedMovedAndRemoved_data()
{
    QTest::addColumn<QString>("table");
    QTest::addColumn<QString>("list");
    QTest::addColumn<QString>("first");
    QTest::newRow("asset classes") << u"table.asset_classes"_s << u"tax.asset_classes"_s << u"I"_s;
    QTest::newRow("shareholders") << u"table.shareholders"_s << u"shareholders"_s << u"state"_s;
}

void TestTaxPage::rowsAreAddedDuplicatedRenamedMovedAndRemoved()
{
    QFETCH(QString, table);
    QFETCH(QString, list);
    QFETCH(QString, first);
    Window w;
    QVERIFY(w.isReady());
    const std::string before = document(w.session);
    auto& rows = w.part<NumberTable>(table);
    const QStringList original = w.rowIds(rows);
    const QString firstRow = list + u'.' + first;
    w.select(rows, {firstRow, {}});

    // Below the current row, with its name ready to be typed.
    QTest::mouseClick(&w.part<QPushButton>(table + u".add"_s), Qt::LeftButton);
    w.type(u"Fresh"_s);
    w.update();
    QCOMPARE(w.rowIds(rows).size(), original.size() + 1);
    const QString fresh = w.rowIds(rows)[1];
    const QString nameColumn = rows.content().columns.front().id;
    QCOMPARE(w.cell(rows, fresh, nameColumn).text, u"Fresh"_s);
    QVERIFY(w.session.isEvaluated());
    QCOMPARE(w.steps(), 2);

    QVERIFY(rows.selectRow(fresh));
    rows.setFocus();
    w.press(Qt::Key_Up, Qt::AltModifier);
    w.update();
    QCOMPARE(w.rowIds(rows).front(), fresh);
    QCOMPARE(rows.currentRow(), fresh);

    w.chooseFromMenu(rows, u"Duplicate row"_s);
    w.press(Qt::Key_Escape); // out of its name
    w.update();
    QCOMPARE(w.rowIds(rows).size(), original.size() + 2);
    QCOMPARE(w.cell(rows, w.rowIds(rows)[1], nameColumn).text, u"Fresh (copy)"_s);
    QVERIFY(w.session.isEvaluated());

    w.press(Qt::Key_Minus, Qt::ControlModifier);
    w.update();
    QCOMPARE(w.rowIds(rows).size(), original.size() + 1);
    QCOMPARE(w.steps(), 5);
    w.undoAll();
    QCOMPARE(document(w.session), before);
    QCOMPARE(w.rowIds(rows), original);
}

void TestTaxPage::usedClassesAreNotRemoved()
{
    Window w;
    QVERIFY(w.isReady());
    const auto before = w.session.sharedProject();
    w.select(w.classes, {u"tax.asset_classes.I"_s, {}});
    w.press(Qt::Key_Minus, Qt::ControlModifier);
    QCOMPARE(w.session.sharedProject(), before);
    QCOMPARE(w.told.size(), 1);
    const QString sentence = w.told.front().front().toString();
    QVERIFY2(sentence.contains(u"“Group I: buildings and structures” is used by “Building, "_s),
        qPrintable(sentence));
}

void TestTaxPage::lastShareholderIsNotRemoved()
{
    Window w;
    QVERIFY(w.isReady());
    w.select(w.shareholders, {u"shareholders.state"_s, {}});
    w.press(Qt::Key_Minus, Qt::ControlModifier);
    w.update();
    QCOMPARE(w.session.project().shareholders.size(), std::size_t {1});
    QVERIFY(!w.problemBelow(w.shareholders).isEmpty()); // of 60 %
    w.select(w.shareholders, {u"shareholders.private"_s, {}});
    w.press(Qt::Key_Minus, Qt::ControlModifier);
    QCOMPARE(w.session.project().shareholders.size(), std::size_t {1});
    QCOMPARE(w.told.size(), 1);
}

void TestTaxPage::everyInputIsFound()
{
    Window w;
    QVERIFY(w.isReady());
    const QStringList blocks {
        u"discounting"_s, u"macro"_s, u"royalty"_s, u"tax"_s, u"financing"_s, u"shareholders"_s};
    QStringList ids = blocks;
    ids += {u"macro.fx"_s, u"tax.asset_classes"_s, u"tax.asset_classes.III"_s,
        u"shareholders.private"_s};
    int exact = 0;
    for (const core::Input& input : core::inputsOf(w.session.project())) {
        const QString id = QString::fromStdString(input.id);
        if (blocks.contains(id.section(u'.', 0, 0)))
            ids += id;
    }
    QVERIFY(ids.size() > 50);
    for (const QString& id : ids) {
        QVERIFY2(w.page->goToInput(id), qPrintable(id));
        const QWidget* const focused = QApplication::focusWidget();
        QVERIFY2(focused && w.page->isAncestorOf(focused), qPrintable(id));
        if (focused->objectName() == id) {
            ++exact;
            continue;
        }
        const auto* const table = qobject_cast<const NumberTable*>(focused);
        if (!table)
            continue; // the first field of a block, or the mode of an exchange rate without a path
        const TableCell cell = w.cell(*table, table->currentRow(), table->currentColumn());
        exact += cell.cell.input == id ? 1 : 0;
        QVERIFY2(cell.cell.input.startsWith(id) || id.startsWith(cell.cell.input), qPrintable(id));
    }
    // All but the blocks, two lists, the path and the lives of the four classes.
    QCOMPARE(exact, ids.size() - blocks.size() - 2 - 1 - 4);
    QVERIFY(!w.page->goToInput(u"levers.fx"_s));
    QVERIFY(!w.page->goToInput(u"taxes"_s));
}

void TestTaxPage::panelFollowsTheInput()
{
    Window w;
    QVERIFY(w.isReady());
    const auto* const panel = qobject_cast<ui::InputPanel*>(w.panel);
    QVERIFY(panel);
    QVERIFY(w.page->goToInput(u"royalty.rate"_s));
    QCOMPARE(panel->input(), u"royalty.rate"_s);
    QCOMPARE(w.page->sidePanelTitle(), u"Property tax and royalty"_s);
    w.select(w.rates, {u"tax.income_tax_rate"_s, 2030});
    QCOMPARE(panel->input(), u"tax.income_tax_rate"_s);
    QCOMPARE(w.page->sidePanelTitle(), u"Rates by year"_s);
    QCOMPARE(w.page->mainTable(), &w.rates);
    // Of a name, the first number of the row, or else what there is.
    w.select(w.classes, {u"tax.asset_classes.II"_s, {}});
    QCOMPARE(panel->input(), rate);
    QVERIFY(w.session.setCell({method, {}}, std::string("immediate")));
    w.update();
    w.select(w.classes, {u"tax.asset_classes.I"_s, {}});
    w.select(w.classes, {u"tax.asset_classes.II"_s, {}});
    QCOMPARE(panel->input(), method);
    w.select(w.shareholders, {stateShare, {}});
    QCOMPARE(panel->input(), stateShare);
    QCOMPARE(w.page->mainTable(), &w.shareholders);
}

void TestTaxPage::figuresAreExplained()
{
    Window w;
    QVERIFY(w.isReady());
    QSignalSpy explained(&w.workspace, &ui::Workspace::explainRequested);
    QSignalSpy selected(&w.workspace, &ui::Workspace::figureSelected);
    w.select(w.rates, {u"tax.income_tax_relief"_s, 2030});
    w.press(Qt::Key_Down); // to the dollar index
    w.press(Qt::Key_F3);
    QCOMPARE(explained.size(), 1);
    const core::FigureReference index {core::ResultCase::project, "usd_index", 2030};
    QCOMPARE(explained.last().front().value<core::FigureReference>(), index);
    QCOMPARE(selected.last().front().value<core::FigureReference>(), index);
}

void TestTaxPage::messageFollowsTheFigures_data()
{
    QTest::addColumn<Change>("change");
    QTest::addColumn<QString>("message");
    const auto row = [](const char* name, const Change& change, const char* message) {
        QTest::newRow(name) << change << QString::fromUtf8(message);
    };
    // Income tax of the default project, and 60 % of its capital of USD 20 million.
    row(
        "as it is", [](Project&) {},
        "Income tax of USD 13.5 million over the life at 20.0 %; loan of USD 12.0 million at "
        "9.0 %.");
    row(
        "without a loan", [](Project& p) { p.financing.gearing = 0.0; },
        "Income tax of USD 13.5 million over the life at 20.0 %; no loan.");
    row(
        "free of tax", [](Project& p) { p.tax.incomeTaxRelief = 1.0; },
        "No income tax is due over the life; loan of USD 12.0 million at 9.0 %.");
    row(
        "free of both",
        [](Project& p) {
            p.tax.incomeTaxRate = 0.0;
            p.financing.gearing = 0.0;
        },
        "No income tax is due over the life; no loan.");
}

void TestTaxPage::messageFollowsTheFigures()
{
    QFETCH(Change, change);
    QFETCH(QString, message);
    Window w;
    QVERIFY(w.isReady());
    Project after = w.session.project();
    change(after);
    w.session.edit(u"Change"_s, after);
    w.update();
    QCOMPARE(plain(w.page->head().message()), message);
}

void TestTaxPage::moneyIsThatOfTheView()
{
    Window w;
    QVERIFY(w.isReady());
    QCOMPARE(w.page->unitText(), u"USD million, nominal"_s);
    w.session.setViewCurrency(core::Currency::kzt);
    w.update();
    QVERIFY2(w.page->head().message().startsWith(u"Income tax of KZT "_s),
        qPrintable(w.page->head().message()));
    QVERIFY(w.classes.content().columns.back().head.contains(u"KZT"_s));
    QVERIFY(w.shareholders.content().columns.back().head.contains(u"KZT"_s));
    QVERIFY(w.page->figures().front()->figure().unit.starts_with("KZT"));
}

void TestTaxPage::projectsThatBreakRulesSayWhatIsMissing()
{
    Window w;
    QVERIFY(w.isReady());
    Project broken = w.session.project();
    broken.tax.assetClasses[1].rate.reset();
    broken.macro.exchangeRate.mode = core::ExchangeRateMode::path;
    QVERIFY(w.session.edit(u"Break"_s, broken));
    w.update();
    QVERIFY(w.problemBelow(w.classes).contains(u"Group II"_s));
    QVERIFY(w.problemBelow(w.rates).contains(u"is missing"_s));
    w.typeInto(w.classes, {rate, {}}, u"25"_s);
    QVERIFY(w.problemBelow(w.classes).isEmpty());
    w.typeInto(w.rates, {u"macro.fx.path"_s, 2030}, u"500"_s);
    QVERIFY(w.problemBelow(w.rates).isEmpty());
    QVERIFY(w.session.isEvaluated());
}

// As a document may have them that was not written here.
void TestTaxPage::emptyListsCanBeFilled()
{
    Window w;
    QVERIFY(w.isReady());
    Project empty = w.session.project();
    empty.tax.assetClasses.clear();
    empty.shareholders.clear();
    empty.timeline.yearsOfOperation = 0;
    QVERIFY(w.session.edit(u"Empty"_s, empty));
    w.update();
    QCOMPARE(w.rowIds(w.shareholders), QStringList(u"sum"_s));
    QVERIFY(!w.problemBelow(w.shareholders).isEmpty());
    QTest::mouseClick(&w.part<QPushButton>(u"table.asset_classes.add"_s), Qt::LeftButton);
    QTest::mouseClick(&w.part<QPushButton>(u"table.shareholders.add"_s), Qt::LeftButton);
    w.update();
    QCOMPARE(w.session.project().tax.assetClasses.size(), std::size_t {1});
    QCOMPARE(w.session.project().shareholders.size(), std::size_t {1});
    QCOMPARE(w.rowIds(w.shareholders).size(), 2);
}

// Only years scroll sideways.
void TestTaxPage::nothingIsWiderThanThePage()
{
    Window w;
    QVERIFY(w.isReady());
    for (const int textSize : {100, 130}) {
        w.preferences.setTextSizePercent(textSize);
        w.update();
        for (const NumberTable* table : {&w.classes, &w.shareholders})
            QCOMPARE(table->horizontalScrollBar()->maximum(), 0);
    }
}

QTEST_MAIN(TestTaxPage)
#include "tst_taxpage.moc"

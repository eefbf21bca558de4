#include "tests/ui/window/WindowTest.h"

#include "core/report/EvaluationJson.h"
#include "ui/figures/FigureChart.h"
#include "ui/figures/FigureView.h"
#include "ui/pages/Page.h"
#include "ui/tables/NumberTable.h"

#include <QChartView>
#include <QCheckBox>
#include <QClipboard>
#include <QComboBox>
#include <QContextMenuEvent>
#include <QLabel>
#include <QLineEdit>
#include <QMenu>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QToolButton>

#include <functional>
#include <memory>

using namespace Qt::StringLiterals;
using support::Desk;
using support::plain;
using support::press;
using support::type;

using Act = std::function<void(Desk&)>;

Q_DECLARE_METATYPE(Act)

namespace {

void goTo(Desk& desk, const QString& input)
{
    QVERIFY2(desk.window.goToInput(input), qPrintable(input));
    Desk::settle();
}

// Into the field or cell of an input.
Act typed(const QString& input, const QString& text, Qt::Key end = Qt::Key_Return)
{
    return [=](Desk& desk) {
        goTo(desk, input);
        if (qobject_cast<QLineEdit*>(QApplication::focusWidget()))
            press(Qt::Key_A, Qt::ControlModifier);
        type(text);
        press(end);
    };
}

// Keys on the cell of an input.
Act keyed(const QString& input, Qt::Key key, Qt::KeyboardModifiers modifiers = Qt::NoModifier)
{
    return [=](Desk& desk) {
        goTo(desk, input);
        press(key, modifiers);
    };
}

Act then(const Act& first, const Act& second)
{
    return [=](Desk& desk) {
        first(desk);
        second(desk);
    };
}

Act pressed(Qt::Key key, Qt::KeyboardModifiers modifiers = Qt::NoModifier)
{
    return [=](Desk&) { press(key, modifiers); };
}

Act clicked(ui::PageId page, const QString& button)
{
    return [=](Desk& desk) {
        desk.window.goToPage(page);
        Desk::settle();
        auto* const widget = desk.find<QAbstractButton>(button);
        QVERIFY2(widget && widget->isVisible(), qPrintable(button));
        QTest::mouseClick(widget, Qt::LeftButton, {}, widget->rect().center());
        Desk::settle();
    };
}

// An entry of the menu of the row with an element.
Act chosen(const QString& element, const QString& entry)
{
    return [=](Desk& desk) {
        goTo(desk, element);
        ui::NumberTable* table = nullptr;
        for (QWidget* part = QApplication::focusWidget(); part && !table;
             part = part->parentWidget())
            table = qobject_cast<ui::NumberTable*>(part);
        QVERIFY2(table, qPrintable(element));
        QContextMenuEvent event(QContextMenuEvent::Keyboard, QPoint(), QPoint());
        QCoreApplication::sendEvent(table, &event);
        auto* const menu =
            table->findChildren<QMenu*>(QString(), Qt::FindDirectChildrenOnly).last();
        for (QAction* const action : menu->actions())
            if (action->text() == entry && action->isEnabled())
                menu->setActiveAction(action);
        QVERIFY2(menu->activeAction(), qPrintable(entry));
        press(Qt::Key_Return);
        desk.window.activateWindow();
        Desk::settle();
        table->setFocus();
    };
}

Act pasted(const QString& input, const QString& text)
{
    return [=](Desk& desk) {
        QGuiApplication::clipboard()->setText(text);
        goTo(desk, input);
        press(Qt::Key_V, Qt::ControlModifier);
    };
}

// Beside the page in front.
template <class Widget>
Widget* inPanel(const Desk& desk, const QString& name)
{
    return desk.window.currentPage()->sidePanel()->findChild<Widget*>(name);
}

// All figures as they are written; none while the document breaks rules.
std::string figuresOf(const Desk& desk)
{
    return desk.session.isEvaluated() ? core::evaluationJson(*desk.session.evaluation())
                                      : std::string();
}

}

class TestUndo : public QObject {
    Q_OBJECT

private slots:
    void initTestCase();
    void everyEditIsOneStepThatIsNamed_data();
    void everyEditIsOneStepThatIsNamed();

private:
    std::unique_ptr<Desk> m_desk;
};

void TestUndo::initTestCase()
{
    QLocale::setDefault(QLocale(QLocale::English));
    m_desk = std::make_unique<Desk>();
}

void TestUndo::everyEditIsOneStepThatIsNamed_data()
{
    using ui::PageId;
    QTest::addColumn<Act>("prepare"); // what is not looked at
    QTest::addColumn<Act>("edit");
    QTest::addColumn<QString>("text"); // that the step's name contains
    const Act nothing = [](Desk&) {};
    const auto row = [&](const char* name, const Act& edit, const QString& text,
                         const Act& prepare = {}) {
        QTest::newRow(name) << (prepare ? prepare : nothing) << edit << text;
    };
    row("number in a form", typed(u"production.nameplate_kg_per_year"_s, u"16000"_s, Qt::Key_Tab),
        u"Nameplate capacity"_s);
    row("choice in a form", keyed(u"discounting.terms"_s, Qt::Key_Down),
        u"Terms of the discount rates"_s);
    row("flag in a form", keyed(u"financing.capitalise_interest"_s, Qt::Key_Space), u"apitalise"_s);
    row("optional block", clicked(PageId::production, u"resource"_s),
        u"Do not limit output by the resource"_s);
    row("cell", typed(u"cost_lines.labour.reuse_share"_s, u"55"_s), u"Labour"_s);
    row("cell given back", keyed(u"cost_lines.labour.fixed"_s, Qt::Key_Delete), u"Labour"_s);
    row("year stated", typed(u"macro.usd_inflation"_s, u"3"_s), u"nflation"_s);
    row(
        "year given back",
        [](Desk& desk) {
            goTo(desk, u"price_decks.consensus.prices.ga4n"_s);
            while (desk.window.currentPage()->mainTable()->currentColumn() != u"2030"_s)
                press(Qt::Key_Right);
            press(Qt::Key_Delete);
        },
        u"Consensus"_s);
    row(
        "interpolated year stated",
        [](Desk& desk) {
            goTo(desk, u"price_decks.consensus.prices.ga4n"_s);
            while (desk.window.currentPage()->mainTable()->currentColumn() != u"2031"_s)
                press(Qt::Key_Right);
            type(u"777"_s);
            press(Qt::Key_Return);
        },
        u"Consensus"_s);
    row("paste", pasted(u"price_decks.consensus.prices.ga4n"_s, u"501\t502\n601\t602\n"_s),
        u"Paste"_s);
    row(
        "fill down",
        [](Desk& desk) {
            goTo(desk, u"cost_lines.labour.reuse_share"_s);
            press(Qt::Key_Down, Qt::ShiftModifier);
            press(Qt::Key_Down, Qt::ShiftModifier);
            press(Qt::Key_D, Qt::ControlModifier);
        },
        u"Fill"_s);
    row(
        "fill right",
        [](Desk& desk) {
            goTo(desk, u"price_decks.consensus.prices.ga4n"_s);
            press(Qt::Key_Right, Qt::ShiftModifier);
            press(Qt::Key_Right, Qt::ShiftModifier);
            press(Qt::Key_R, Qt::ControlModifier);
        },
        u"Fill"_s);

    struct List {
        const char* name;
        QString element;
        QString button; // that adds
        PageId page;
    };
    // Of each the first, so that it can be moved down.
    const core::Project project = core::defaultProject();
    const auto path = [](const char* list, const std::string& id) {
        return QString::fromLatin1(list) + u'.' + QString::fromStdString(id);
    };
    const List lists[] = {
        {"cost line", path("cost_lines", "bauxite"), u"costs.addLine"_s, PageId::costs},
        {"capital item", path("capital.items", project.capital.items.front().id),
            u"table.capital.add"_s, PageId::capital},
        {"deck", path("price_decks", project.priceDecks[1].id), u"newDeck"_s, PageId::prices},
        {"product", path("products", project.products.front().id), u"table.products.add"_s,
            PageId::production},
        {"asset class", path("tax.asset_classes", project.tax.assetClasses.front().id),
            u"table.asset_classes.add"_s, PageId::tax},
        {"shareholder", path("shareholders", project.shareholders.front().id),
            u"table.shareholders.add"_s, PageId::tax},
    };
    const auto named = [](const char* what, const List& list) {
        return QByteArray(what) + ' ' + list.name;
    };
    for (const List& list : lists) {
        const Act leaveName = pressed(Qt::Key_Escape);
        const Act duplicate = then(chosen(list.element, u"Duplicate row"_s), leaveName);
        row(named("add", list), then(clicked(list.page, list.button), leaveName), u"Add “New"_s);
        row(named("duplicate", list), duplicate, u"Duplicate “"_s);
        row(named("rename", list),
            then(chosen(list.element, u"Rename"_s),
                [](Desk&) {
                    press(Qt::Key_A, Qt::ControlModifier);
                    type(u"Another"_s);
                    press(Qt::Key_Return);
                }),
            u"Rename “"_s);
        row(named("move", list), then(keyed(list.element, Qt::Key_Down, Qt::AltModifier), nothing),
            u"Move “"_s, duplicate);
        // A copy, which changes no share by going.
        row(named("remove", list), pressed(Qt::Key_Minus, Qt::ControlModifier), u"Remove “"_s,
            then(duplicate, [](Desk&) { press(Qt::Key_Home); }));
    }

    row(
        "note",
        [](Desk& desk) {
            goTo(desk, u"production.utilisation"_s);
            auto* const note = inPanel<QPlainTextEdit>(desk, u"panel.note"_s);
            note->setFocus();
            note->selectAll();
            type(u"From the operator"_s);
            desk.find<QWidget>(u"navigationList"_s)->setFocus();
        },
        u"Source note"_s);
    row(
        "evidence",
        [](Desk& desk) {
            goTo(desk, u"production.nameplate_kg_per_year"_s);
            inPanel<QComboBox>(desk, u"panel.grade"_s)->setFocus();
            press(Qt::Key_Down);
        },
        u"Evidence"_s);
    row(
        "deck in the tool bar",
        [](Desk& desk) {
            QMenu* const menu = desk.find<QToolButton>(u"deck"_s)->menu();
            menu->popup(QPoint(0, 0));
            menu->setActiveAction(menu->actions()[2]);
            press(Qt::Key_Return);
            desk.window.activateWindow();
        },
        u"deck"_s);
    row(
        "weights scaled",
        [](Desk& desk) {
            auto* const problem = desk.window.currentPage()->findChild<QLabel*>(u"problemText"_s);
            QVERIFY(problem && problem->isVisible());
            problem->setFocus(Qt::TabFocusReason);
            press(Qt::Key_Tab);
            press(Qt::Key_Return);
        },
        u"Scale weights to 100 %"_s, typed(u"price_decks.consensus.probability"_s, u"25"_s));
    row(
        "price dragged",
        [](Desk& desk) {
            desk.window.goToPage(PageId::prices);
            Desk::settle();
            auto* const view =
                desk.find<ui::FigureView>(u"figure.prices"_s)->findChild<QChartView*>();
            QWidget* const viewport = view->viewport();
            QPoint at =
                static_cast<ui::FigureChart*>(view->chart())->layOut().at(2035, 620.0).toPoint();
            QTest::mousePress(viewport, Qt::LeftButton, {}, at);
            for (int i = 0; i < 4; ++i) {
                at -= QPoint(0, 10);
                QMouseEvent move(QEvent::MouseMove, at, viewport->mapToGlobal(at), Qt::NoButton,
                    Qt::LeftButton, Qt::NoModifier);
                QCoreApplication::sendEvent(viewport, &move);
            }
            QTest::mouseRelease(viewport, Qt::LeftButton, {}, at);
        },
        u"Consensus"_s);
}

void TestUndo::everyEditIsOneStepThatIsNamed()
{
    QFETCH(Act, prepare);
    QFETCH(Act, edit);
    QFETCH(QString, text);
    m_desk->session.newProject();
    m_desk->window.goToPage(ui::PageId::overview);
    Desk::settle();
    prepare(*m_desk);
    Desk::settle();
    QUndoStack& steps = m_desk->session.undoStack();
    const int stepsBefore = steps.index();
    const std::string documentBefore = m_desk->document();
    const std::string figuresBefore = figuresOf(*m_desk);

    edit(*m_desk);
    Desk::settle();
    QCOMPARE(steps.index(), stepsBefore + 1);
    QVERIFY2(plain(steps.undoText()).contains(text), qPrintable(steps.undoText()));
    const std::string documentAfter = m_desk->document();
    const std::string figuresAfter = figuresOf(*m_desk);
    QVERIFY(documentAfter != documentBefore);
    QVERIFY(m_desk->window.isWindowModified());

    press(Qt::Key_Z, Qt::ControlModifier);
    QCOMPARE(steps.index(), stepsBefore);
    QVERIFY(m_desk->document() == documentBefore);
    QVERIFY(figuresOf(*m_desk) == figuresBefore);

    press(Qt::Key_Y, Qt::ControlModifier);
    QCOMPARE(steps.index(), stepsBefore + 1);
    QVERIFY(m_desk->document() == documentAfter);
    QVERIFY(figuresOf(*m_desk) == figuresAfter);
    QVERIFY(m_desk->isFocusVisible());
}

QTEST_MAIN(TestUndo)
#include "tst_undo.moc"

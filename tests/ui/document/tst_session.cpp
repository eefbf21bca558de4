#include "ui/document/Session.h"

#include "core/project/DefaultProject.h"
#include "core/project/ProjectJson.h"
#include "core/project/Validation.h"
#include "core/storage/ProjectDocument.h"
#include "ui/document/ProjectLists.h"
#include "ui/models/DisplayFormat.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QLocale>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

#include <cmath>
#include <functional>

using namespace Qt::StringLiterals;
using core::InputValue;
using ui::ProjectList;
using ui::Session;
using Points = core::Series::Points;
using Change = std::function<bool(Session&)>;

Q_DECLARE_METATYPE(Change)

namespace {

QString documentOf(const Session& session)
{
    return QString::fromStdString(core::writeProject(session.project()));
}

QString sentences(const core::Status& status)
{
    QString text;
    if (!status)
        for (const core::Problem& problem : status.error().problems)
            text += QString::fromStdString(core::sentence(problem)) + u'\n';
    return text;
}

double npvOf(const Session& session)
{
    return *session.evaluation()->metrics(core::PlantCase::project)[core::Metric::npv];
}

// The NPV of the project as it stands, worked out afresh.
double freshNpvOf(const Session& session)
{
    const auto evaluation = core::Evaluation::of(session.project());
    return *(*evaluation)->metrics(core::PlantCase::project)[core::Metric::npv];
}

Change input(const char* id, InputValue value)
{
    return [id, value](Session& session) {
        return session.setInput(QString::fromLatin1(id), value).hasValue();
    };
}

Change list(core::Result<core::Project> (*change)(Session&))
{
    return [change](
               Session& session) { return session.edit(u"A list"_s, change(session)).hasValue(); };
}

constexpr const char* reuse = "cost_lines.digestion.reuse_share";

}

class TestSession : public QObject {
    Q_OBJECT

private slots:
    void initTestCase();
    void startsWithTheDefaultProject();
    void everyEditCanBeUndone_data();
    void everyEditCanBeUndone();
    void manyEditsUndoToTheStart();
    void namesTheFieldAndBothValues_data();
    void namesTheFieldAndBothValues();
    void typingInOneFieldIsOneStep();
    void typingElsewhereIsAnotherStep_data();
    void typingElsewhereIsAnotherStep();
    void typingBackLeavesNoStep();
    void entriesOfASeriesAreFieldsOfTheirOwn();
    void editsMergeByTheirKey();
    void nothingIsNoStep();
    void refusedInputsChangeNothing();
    void severalInputsAreOneStep();
    void oneRefusedInputRefusesAll();
    void invalidProjectsKeepTheLastFigures();
    void figuresFollowUndoOutOfAnInvalidProject();
    void figuresAreThoseOfAFreshEvaluation_data() { everyEditCanBeUndone_data(); }
    void figuresAreThoseOfAFreshEvaluation();
    void tellsWhenAllIsUpToDate();
    void savesAndOpens_data();
    void savesAndOpens();
    void savingKeepsTheWayBack();
    void savesAddRevisionsWithTheirFigures();
    void savingElsewhereLeavesTheOtherPastBehind();
    void aFileChangedBySomeoneElseIsNotOverwritten_data();
    void aFileChangedBySomeoneElseIsNotOverwritten();
    void projectsWithProblemsAreSavedAndOpened();
    void openingAnInvalidProjectDropsForeignFigures();
    void whatCannotBeOpenedChangesNothing_data();
    void whatCannotBeOpenedChangesNothing();
    void whatCannotBeSavedStaysModified_data();
    void whatCannotBeSavedStaysModified();
    void newProjectForgetsFileAndSteps();
    void viewIsNoEdit();
    void viewConvertsMoney();

private:
    QString file(const QString& name) const { return m_folder.filePath(name); }

    QTemporaryDir m_folder;
};

void TestSession::initTestCase()
{
    QLocale::setDefault(QLocale(QLocale::English));
}

void TestSession::startsWithTheDefaultProject()
{
    Session session;
    QCOMPARE(
        documentOf(session), QString::fromStdString(core::writeProject(core::defaultProject())));
    QVERIFY(session.isEvaluated());
    QVERIFY(session.problems().empty());
    QVERIFY(!session.isModified());
    QVERIFY(session.filePath().isEmpty());
    QCOMPARE(session.displayName(), u"ERG gallium, Pavlodar"_s);
    QVERIFY(!session.undoStack().canUndo());
}

void TestSession::everyEditCanBeUndone_data()
{
    QTest::addColumn<Change>("change");
    const auto row = [](const char* name, Change change) { QTest::newRow(name) << change; };
    row("a number", input("levers.price", 1.5));
    row("a whole number", input("timeline.years_of_operation", 15.0));
    row("a yes or no", input("tax.write_off_at_end", false));
    row("a word", input("discounting.timing", std::string("end_of_year")));
    row("the active deck", input("active_deck", std::string("floor")));
    row("a series", input("macro.usd_inflation", Points {{2026, 0.02}, {2030, 0.03}}));
    row("a profile", input("production.ramp_up", core::Profile {0.2, 1.0}));
    row("an optional number", input("tax.loss_carry_forward_years", 7.0));
    row("nothing instead of a number", input("tax.loss_carry_forward_years", InputValue()));
    row("a price", input("price_decks.floor.prices.ga4n", 500.0));
    row("a price instead of a premium", input("price_decks.consensus.prices.ga6n", 900.0));
    row("the amount of a premium", input("price_decks.floor.prices.ga6n.amount", 200.0));
    row("several inputs", [](Session& session) {
        return session
            .applyCells(u"Paste"_s, {{{u"levers.price"_s}, 1.1}, {{u"levers.opex"_s}, 0.9},
                                        {{QString::fromLatin1(reuse)}, 0.5}})
            .hasValue();
    });
    row("the name of the project", [](Session& session) {
        core::Project project = session.project();
        project.name = "Другое";
        return session.edit(u"Name"_s, project);
    });
    row("add a cost line", list([](Session& s) {
        return ui::withAdded(s.project(), ProjectList::costLines, u"Security"_s);
    }));
    row("duplicate a cost line", list([](Session& s) {
        return ui::withDuplicate(s.project(), ProjectList::costLines, "digestion");
    }));
    row("remove a cost line", list([](Session& s) {
        return ui::withRemoved(s.project(), ProjectList::costLines, "digestion");
    }));
    row("rename a cost line", list([](Session& s) {
        return ui::withRenamed(s.project(), ProjectList::costLines, "digestion", u"Digestion"_s);
    }));
    row("move a cost line", list([](Session& s) {
        return ui::withMoved(s.project(), ProjectList::costLines, "digestion", 3);
    }));
    row("add a deck", list([](Session& s) {
        return ui::withAdded(s.project(), ProjectList::priceDecks, u"Own view"_s);
    }));
    row("move a deck", list([](Session& s) {
        return ui::withMoved(s.project(), ProjectList::priceDecks, "consensus", 2);
    }));
    row("add a product", list([](Session& s) {
        return ui::withAdded(s.project(), ProjectList::products, u"7N"_s);
    }));
    row("move a product", list([](Session& s) {
        return ui::withMoved(s.project(), ProjectList::products, "ga6n", -1);
    }));
    row("add a capital item", list([](Session& s) {
        return ui::withAdded(s.project(), ProjectList::capitalItems, u"Laboratory"_s);
    }));
    row("move a capital item", list([](Session& s) {
        return ui::withMoved(
            s.project(), ProjectList::capitalItems, s.project().capital.items.front().id, 1);
    }));
    row("remove a capital item", list([](Session& s) {
        return ui::withRemoved(
            s.project(), ProjectList::capitalItems, s.project().capital.items.back().id);
    }));
    row("add an asset class", list([](Session& s) {
        return ui::withAdded(s.project(), ProjectList::assetClasses, u"Software"_s);
    }));
    row("add a shareholder", list([](Session& s) {
        return ui::withAdded(s.project(), ProjectList::shareholders, u"Partner"_s);
    }));
}

void TestSession::everyEditCanBeUndone()
{
    QFETCH(Change, change);
    Session session;
    const QString before = documentOf(session);
    const core::Project projectBefore = session.project();
    const double npvBefore = npvOf(session);
    if (!change(session))
        QFAIL("the edit was refused");
    if (session.project() == projectBefore) {
        QCOMPARE(session.undoStack().count(), 0); // it was so already
        return;
    }
    const QString after = documentOf(session);
    const core::Project projectAfter = session.project();
    QCOMPARE(session.undoStack().count(), 1);
    QVERIFY(session.isModified());
    session.undoStack().undo();
    QCOMPARE(documentOf(session), before);
    QVERIFY(session.project() == projectBefore);
    QCOMPARE(npvOf(session), npvBefore);
    QVERIFY(!session.isModified());
    session.undoStack().redo();
    QCOMPARE(documentOf(session), after);
    QVERIFY(session.project() == projectAfter);
}

void TestSession::manyEditsUndoToTheStart()
{
    Session session;
    const QString before = documentOf(session);
    for (int i = 0; i < 8; ++i) {
        QVERIFY(session.setInput(u"levers.price"_s, 1.01 + 0.01 * i));
        QVERIFY(session.setInput(u"levers.opex"_s, 1.01 + 0.01 * i));
        QVERIFY(session.edit(
            u"Add"_s, ui::withAdded(session.project(), ProjectList::costLines, u"Line"_s)));
    }
    QCOMPARE(session.undoStack().count(), 24);
    const QString after = documentOf(session);
    session.undoStack().setIndex(0);
    QCOMPARE(documentOf(session), before);
    session.undoStack().setIndex(24);
    QCOMPARE(documentOf(session), after);
}

void TestSession::namesTheFieldAndBothValues_data()
{
    QTest::addColumn<QString>("id");
    QTest::addColumn<InputValue>("value");
    QTest::addColumn<QString>("text"); // "_" is the no-break space
    const auto row = [](const char* name, const char* id, InputValue value, const QString& text) {
        QTest::newRow(name) << QString::fromLatin1(id) << value << text;
    };
    row("a share of a cost line", "cost_lines.caustic.reuse_share", 0.925,
        u"Share saved by reuse, Caustic soda and limestone make-up: 90 → 92.5_%"_s);
    row("an amount", "cost_lines.digestion.fixed", 650000.0,
        u"Fixed cost, Digestion and clarification: labour, upkeep: 609,000 → 650,000_USD/year"_s);
    row("a number without a unit", "levers.price", 1.5, u"Lever on prices: 1 → 1.5"_s);
    row("a yes or no", "tax.write_off_at_end", false, u"*: yes → no"_s);
    row("a word", "discounting.timing", std::string("end_of_year"),
        u"*: Middle of year → End of year"_s);
    row("the id of something", "active_deck", std::string("floor"),
        u"*: Consensus → Western floor price"_s);
    row("a year of a series", "price_decks.consensus.prices.ga4n", InputValue(),
        u"*Consensus, Gallium 4N (99.99 %), 2027: 1,150 → 1,200_USD/kg"_s);
    row("a year of a profile", "production.ramp_up", core::Profile {0.1, 0.7, 0.85, 1.0},
        u"Ramp-up, year 2: 60 → 70_%"_s);
    row("a whole series", "macro.usd_inflation", 0.02, u"Inflation of the dollar"_s);
}

void TestSession::namesTheFieldAndBothValues()
{
    QFETCH(QString, id);
    QFETCH(InputValue, value);
    QFETCH(QString, text);
    Session session;
    if (std::holds_alternative<std::monostate>(value)) {
        Points points = std::get<Points>(*core::valueOf(session.project(), id.toStdString()));
        points[2027] = 1200.0;
        value = points;
    }
    const core::Status status = session.setInput(id, value);
    QVERIFY2(status, qPrintable(sentences(status)));
    text.replace(u'_', QChar(ui::noBreakSpace));
    const QString found = session.undoStack().undoText();
    if (text.startsWith(u'*'))
        QVERIFY2(found.endsWith(text.mid(1)), qPrintable(found));
    else
        QCOMPARE(found, text);
}

void TestSession::typingInOneFieldIsOneStep()
{
    Session session;
    const QString before = documentOf(session);
    for (const double value : {4.0, 42.0, 42.5})
        QVERIFY(session.setInput(QString::fromLatin1(reuse), value / 100.0));
    QCOMPARE(session.undoStack().count(), 1);
    QVERIFY2(session.undoStack().undoText().endsWith(u": 100 → 42.5\u00A0%"_s),
        qPrintable(session.undoStack().undoText()));
    session.undoStack().undo();
    QCOMPARE(documentOf(session), before);
}

void TestSession::typingElsewhereIsAnotherStep_data()
{
    QTest::addColumn<Change>("between");
    const auto row = [](const char* name, Change change) { QTest::newRow(name) << change; };
    row("another field", input("levers.price", 1.5));
    row("the field was left", [](Session& session) {
        session.finishTyping();
        return true;
    });
    row("an undo and a redo", [](Session& session) {
        session.undoStack().undo();
        session.undoStack().redo();
        return true;
    });
    row("a step back to the same field", [](Session& session) {
        const bool isSet = session.setInput(u"levers.price"_s, 1.5).hasValue();
        session.undoStack().undo();
        return isSet;
    });
    row("a save",
        [this](Session& session) { return session.saveAs(file(u"between.galval"_s)).hasValue(); });
}

void TestSession::typingElsewhereIsAnotherStep()
{
    QFETCH(Change, between);
    Session session;
    QVERIFY(session.setInput(QString::fromLatin1(reuse), 0.4));
    QVERIFY(between(session));
    const int steps = session.undoStack().index();
    QVERIFY(session.setInput(QString::fromLatin1(reuse), 0.5));
    QCOMPARE(session.undoStack().index(), steps + 1);
}

void TestSession::typingBackLeavesNoStep()
{
    Session session;
    QVERIFY(session.setInput(QString::fromLatin1(reuse), 0.4));
    QVERIFY(session.setInput(QString::fromLatin1(reuse), 1.0));
    QCOMPARE(session.undoStack().count(), 0);
    QVERIFY(!session.isModified());
    QVERIFY(session.project() == core::defaultProject());
}

void TestSession::entriesOfASeriesAreFieldsOfTheirOwn()
{
    Session session;
    const QString id = u"price_decks.consensus.prices.ga4n"_s;
    Points points = std::get<Points>(*core::valueOf(session.project(), id.toStdString()));
    const auto type = [&](int year, double price) {
        points[year] = price;
        return session.setInput(id, points).hasValue();
    };
    QVERIFY(type(2027, 1.0));
    QVERIFY(type(2027, 12.0));
    QVERIFY(type(2028, 800.0));
    QCOMPARE(session.undoStack().count(), 2);
    session.undoStack().undo();
    session.undoStack().undo();
    QVERIFY(session.project() == core::defaultProject());
}

void TestSession::editsMergeByTheirKey()
{
    Session session;
    const auto named = [&](const char* name) {
        core::Project project = session.project();
        project.name = name;
        return project;
    };
    QVERIFY(session.edit(u"Name: A"_s, named("A"), u"name"_s));
    QVERIFY(session.edit(u"Name: AB"_s, named("AB"), u"name"_s));
    QCOMPARE(session.undoStack().count(), 1);
    QCOMPARE(session.undoStack().undoText(), u"Name: AB"_s);
    QVERIFY(session.edit(u"Name: ABC"_s, named("ABC"), u"other"_s));
    QVERIFY(session.edit(u"Name: D"_s, named("D")));
    QVERIFY(session.edit(u"Name: E"_s, named("E")));
    QCOMPARE(session.undoStack().count(), 4);
}

void TestSession::nothingIsNoStep()
{
    Session session;
    QSignalSpy changed(&session, &Session::projectChanged);
    QVERIFY(!session.edit(u"Nothing"_s, session.project()));
    QVERIFY(session.setInput(u"levers.price"_s, 1.0));
    QVERIFY(session.applyCells(u"Nothing"_s, {{{u"levers.price"_s}, 1.0}}));
    QVERIFY(session.applyCells(u"Nothing"_s, {}));
    QCOMPARE(session.undoStack().count(), 0);
    QCOMPARE(changed.count(), 0);
}

void TestSession::refusedInputsChangeNothing()
{
    Session session;
    const core::Status range = session.setInput(u"levers.price"_s, -1.0);
    QVERIFY(!range);
    QVERIFY(sentences(range).contains(u"levers.price: expected a number from 0 to 100"_s));
    QVERIFY(!session.setInput(u"levers.prise"_s, 1.0));
    QVERIFY(!session.setInput(u"levers.price"_s, std::nan("")));
    const core::Status removed = session.edit(
        u"Remove"_s, ui::withRemoved(session.project(), ProjectList::costLines, "nothing"));
    QVERIFY(!removed);
    QCOMPARE(session.undoStack().count(), 0);
    QVERIFY(session.project() == core::defaultProject());
}

void TestSession::severalInputsAreOneStep()
{
    Session session;
    QVERIFY(session.applyCells(
        u"Paste 2 numbers"_s, {{{u"levers.price"_s}, 1.1}, {{u"levers.opex"_s}, 0.9}}));
    QCOMPARE(session.project().levers.price, 1.1);
    QCOMPARE(session.project().levers.opex, 0.9);
    QCOMPARE(session.undoStack().undoText(), u"Paste 2 numbers"_s);
    QVERIFY(session.applyCells(
        u"Paste 2 numbers"_s, {{{u"levers.price"_s}, 1.2}, {{u"levers.opex"_s}, 0.8}}));
    QCOMPARE(session.undoStack().count(), 2);
}

void TestSession::oneRefusedInputRefusesAll()
{
    Session session;
    const core::Status status = session.applyCells(u"Paste"_s,
        {{{u"levers.price"_s}, 1.1}, {{u"levers.opex"_s}, -1.0}, {{u"levers.nothing"_s}, 1.0}});
    QVERIFY(!status);
    QCOMPARE(status.error().problems.size(), std::size_t {2});
    QVERIFY(session.project() == core::defaultProject());
}

void TestSession::invalidProjectsKeepTheLastFigures()
{
    Session session;
    const auto figures = session.evaluation();
    QSignalSpy evaluated(&session, &Session::evaluated);
    QSignalSpy problems(&session, &Session::problemsChanged);
    // Probabilities no longer sum to 1.
    QVERIFY(session.setInput(u"price_decks.floor.probability"_s, 0.5));
    QVERIFY(session.evaluation() == figures);
    QVERIFY(!session.isEvaluated());
    QCOMPARE(session.problems().front().where, std::string("price_decks"));
    QCOMPARE(evaluated.count(), 0);
    QCOMPARE(problems.count(), 1);
    QVERIFY(session.setInput(u"levers.price"_s, 1.5));
    QVERIFY(session.evaluation() == figures);
    QCOMPARE(problems.count(), 1); // the same as before
    session.finishTyping();
    QVERIFY(session.setInput(u"price_decks.floor.probability"_s, 0.15));
    QVERIFY(session.problems().empty());
    QCOMPARE(evaluated.count(), 1);
    QCOMPARE(npvOf(session), freshNpvOf(session));
}

void TestSession::figuresFollowUndoOutOfAnInvalidProject()
{
    Session session;
    const double npv = npvOf(session);
    QVERIFY(session.setInput(u"timeline.start_of_operations"_s, 2020.0));
    QVERIFY(!session.problems().empty());
    session.undoStack().undo();
    QVERIFY(session.isEvaluated());
    QCOMPARE(npvOf(session), npv);
}

// The model of the last figures is used again; it has to be one for the project as it stands.
void TestSession::figuresAreThoseOfAFreshEvaluation()
{
    QFETCH(Change, change);
    Session session;
    QVERIFY(change(session));
    if (session.problems().empty())
        QCOMPARE(npvOf(session), freshNpvOf(session));
    session.undoStack().undo();
    QCOMPARE(npvOf(session), freshNpvOf(session));
    session.undoStack().redo();
    if (session.problems().empty())
        QCOMPARE(npvOf(session), freshNpvOf(session));
}

void TestSession::tellsWhenAllIsUpToDate()
{
    Session session;
    int told = 0;
    const auto check = [&] {
        ++told;
        QCOMPARE(session.project().levers.price, 1.5);
        QVERIFY(session.evaluation()->project() == session.project());
    };
    connect(&session, &Session::projectChanged, this, check);
    connect(&session, &Session::evaluated, this,
        [&](const std::shared_ptr<const core::Evaluation>& evaluation) {
            check();
            QVERIFY(evaluation == session.evaluation());
        });
    QSignalSpy filed(&session, &Session::fileChanged);
    QVERIFY(session.setInput(u"levers.price"_s, 1.5));
    QCOMPARE(told, 2);
    QCOMPARE(filed.count(), 1);
    disconnect(&session, nullptr, this, nullptr);
}

void TestSession::savesAndOpens_data()
{
    QTest::addColumn<QString>("name");
    QTest::newRow("a project file") << u"saved.galval"_s;
    QTest::newRow("a JSON document") << u"saved.json"_s;
    QTest::newRow("a name in Russian and with spaces") << u"Галлий, план 2026.galval"_s;
}

void TestSession::savesAndOpens()
{
    QFETCH(QString, name);
    Session session;
    QVERIFY(session.setInput(u"levers.price"_s, 1.5));
    QSignalSpy changed(&session, &Session::fileChanged);
    const core::Status saved = session.saveAs(file(name));
    QVERIFY2(saved, qPrintable(sentences(saved)));
    QVERIFY(!session.isModified());
    QCOMPARE(session.filePath(), QFileInfo(file(name)).absoluteFilePath());
    QCOMPARE(session.displayName(), name);
    QCOMPARE(changed.count(), 1);

    Session other;
    QVERIFY(other.setInput(u"levers.opex"_s, 1.5));
    const core::Status opened = other.open(file(name));
    QVERIFY2(opened, qPrintable(sentences(opened)));
    QVERIFY(other.project() == session.project());
    QVERIFY(!other.isModified());
    QVERIFY(!other.undoStack().canUndo());
    QCOMPARE(other.filePath(), session.filePath());
    QCOMPARE(npvOf(other), npvOf(session));
}

void TestSession::savingKeepsTheWayBack()
{
    Session session;
    QVERIFY(session.setInput(u"levers.price"_s, 1.5));
    QVERIFY(session.saveAs(file(u"back.galval"_s)));
    session.undoStack().undo();
    QVERIFY(session.isModified());
    QVERIFY(session.project() == core::defaultProject());
    session.undoStack().redo();
    QVERIFY(!session.isModified());
}

void TestSession::savesAddRevisionsWithTheirFigures()
{
    Session session;
    session.setAuthor(u"А. Смирнова"_s);
    QVERIFY(session.saveAs(file(u"revisions.galval"_s), u"First"_s));
    QVERIFY(session.setInput(u"levers.price"_s, 1.5));
    QVERIFY(session.save(u"Higher prices"_s));
    const auto loaded = core::loadProject(file(u"revisions.galval"_s).toStdU16String());
    QVERIFY(loaded);
    QCOMPARE(loaded->revisions.size(), std::size_t {2});
    QCOMPARE(QString::fromStdString(loaded->revisions[1].author), u"А. Смирнова"_s);
    QCOMPARE(loaded->revisions[1].comment, std::string("Higher prices"));
    const auto figures = core::readKeyFigures(loaded->revisions[1].keyFigures);
    QVERIFY(figures);
    QCOMPARE(figures->at("npv"), npvOf(session));
}

void TestSession::savingElsewhereLeavesTheOtherPastBehind()
{
    {
        Session first;
        QVERIFY(first.saveAs(file(u"elsewhere.galval"_s)));
        QVERIFY(first.setInput(u"levers.price"_s, 1.5));
        QVERIFY(first.save());
    }
    Session second;
    QVERIFY(second.saveAs(file(u"elsewhere.galval"_s)));
    const auto loaded = core::loadProject(file(u"elsewhere.galval"_s).toStdU16String());
    QVERIFY(loaded);
    QCOMPARE(loaded->revisions.size(), std::size_t {1});
}

void TestSession::aFileChangedBySomeoneElseIsNotOverwritten_data()
{
    QTest::addColumn<QString>("name");
    QTest::addColumn<QString>("who");
    QTest::newRow("a project file") << u"shared.galval"_s << u"Controller saved revision 2"_s;
    QTest::newRow("a document") << u"shared.json"_s << u"was changed since it was opened."_s;
}

void TestSession::aFileChangedBySomeoneElseIsNotOverwritten()
{
    QFETCH(QString, name);
    QFETCH(QString, who);
    Session session;
    QVERIFY(session.saveAs(file(name)));
    QVERIFY(session.setInput(u"levers.price"_s, 1.5));
    core::RevisionInfo info;
    info.author = "Controller";
    core::Project theirs = core::defaultProject();
    theirs.levers.price = 0.7;
    QVERIFY(core::saveDocument(file(name).toStdU16String(), theirs, info));

    const core::Status refused = session.save();
    QVERIFY(!refused);
    QCOMPARE(refused.error().code, core::ErrorCode::FileChanged);
    QVERIFY2(sentences(refused).contains(who), qPrintable(sentences(refused)));
    QVERIFY(session.isModified());
    QVERIFY(core::openDocument(file(name).toStdU16String()).value() == theirs);

    QVERIFY(session.save({}, Session::ChangedFile::saveAnyway));
    QVERIFY(!session.isModified());
    const auto loaded = core::loadDocument(file(name).toStdU16String());
    QVERIFY(loaded);
    QVERIFY(loaded->project == session.project());
    QVERIFY(loaded->revisions.empty() || loaded->revisions.size() == 3);
    QVERIFY(session.setInput(u"levers.price"_s, 1.6));
    QVERIFY(session.save());
}

void TestSession::projectsWithProblemsAreSavedAndOpened()
{
    Session session;
    QVERIFY(session.setInput(u"price_decks.floor.probability"_s, 0.5));
    for (const QString& name : {u"problems.galval"_s, u"problems.json"_s}) {
        const core::Status saved = session.saveAs(file(name));
        QVERIFY2(saved, qPrintable(sentences(saved)));
        Session other;
        const core::Status opened = other.open(file(name));
        QVERIFY2(opened, qPrintable(sentences(opened)));
        QVERIFY(other.project() == session.project());
        QVERIFY(other.problems() == session.problems());
    }
}

void TestSession::openingAnInvalidProjectDropsForeignFigures()
{
    Session invalid;
    QVERIFY(invalid.setInput(u"price_decks.floor.probability"_s, 0.5));
    QVERIFY(invalid.saveAs(file(u"invalid.json"_s)));

    Session session;
    QSignalSpy evaluated(&session, &Session::evaluated);
    QVERIFY(session.open(file(u"invalid.json"_s)));
    QVERIFY(!session.evaluation());
    QVERIFY(!session.isEvaluated());
    QVERIFY(!session.problems().empty());
    QVERIFY(!session.shown(1.0, 2030));
    QCOMPARE(evaluated.count(), 1);
    QVERIFY(!evaluated[0][0].value<std::shared_ptr<const core::Evaluation>>());
    QVERIFY(session.setInput(u"price_decks.floor.probability"_s, 0.15));
    QVERIFY(session.isEvaluated());
    QCOMPARE(npvOf(session), freshNpvOf(session));
}

void TestSession::whatCannotBeOpenedChangesNothing_data()
{
    QTest::addColumn<QString>("name");
    QTest::addColumn<QByteArray>("content");
    QTest::newRow("no file") << u"absent.galval"_s << QByteArray();
    QTest::newRow("an empty file") << u"empty.galval"_s << QByteArray("");
    QTest::newRow("a text") << u"text.galval"_s << QByteArray("Dear colleagues");
    QTest::newRow("half a document") << u"half.json"_s << QByteArray("{\"format\": \"galval-proj");
    QTest::newRow("another document") << u"other.json"_s << QByteArray("{\"a\": 1}");
    QTest::newRow("a damaged database")
        << u"damaged.galval"_s << QByteArray("SQLite format 3\0damaged", 23);
}

void TestSession::whatCannotBeOpenedChangesNothing()
{
    QFETCH(QString, name);
    QFETCH(QByteArray, content);
    if (!content.isNull()) {
        QFile written(file(name));
        QVERIFY(written.open(QIODevice::WriteOnly));
        written.write(content);
    }
    Session session;
    QVERIFY(session.setInput(u"levers.price"_s, 1.5));
    QSignalSpy changed(&session, &Session::projectChanged);
    const core::Status opened = session.open(file(name));
    QVERIFY(!opened);
    QVERIFY(!opened.error().problems.empty());
    QVERIFY(!opened.error().problems.front().message.empty());
    QCOMPARE(session.project().levers.price, 1.5);
    QVERIFY(session.undoStack().canUndo());
    QVERIFY(session.filePath().isEmpty());
    QCOMPARE(changed.count(), 0);
}

void TestSession::whatCannotBeSavedStaysModified_data()
{
    QTest::addColumn<QString>("path");
    QTest::newRow("no name") << QString();
    QTest::newRow("another ending") << u"project.xlsx"_s;
    QTest::newRow("a folder that is not there") << u"nowhere/project.galval"_s;
    QTest::newRow("a folder") << u"folder.galval"_s;
}

void TestSession::whatCannotBeSavedStaysModified()
{
    QFETCH(QString, path);
    QDir(m_folder.path()).mkdir(u"folder.galval"_s);
    Session session;
    QVERIFY(session.setInput(u"levers.price"_s, 1.5));
    const core::Status saved = path.isEmpty() ? session.save() : session.saveAs(file(path));
    QVERIFY(!saved);
    QVERIFY(!saved.error().problems.front().message.empty());
    QVERIFY(session.isModified());
    QVERIFY(session.filePath().isEmpty());
}

void TestSession::newProjectForgetsFileAndSteps()
{
    Session session;
    QVERIFY(session.setInput(u"levers.price"_s, 1.5));
    QVERIFY(session.saveAs(file(u"forgotten.galval"_s)));
    QVERIFY(session.setInput(u"levers.price"_s, 2.0));
    session.newProject();
    QVERIFY(session.project() == core::defaultProject());
    QVERIFY(session.filePath().isEmpty());
    QVERIFY(!session.isModified());
    QCOMPARE(session.undoStack().count(), 0);
    QCOMPARE(npvOf(session), freshNpvOf(session));
}

void TestSession::viewIsNoEdit()
{
    Session session;
    QSignalSpy viewed(&session, &Session::viewChanged);
    QSignalSpy changed(&session, &Session::projectChanged);
    for (int i = 0; i < 2; ++i) {
        session.setViewTerms(core::Terms::real);
        session.setViewCurrency(core::Currency::kzt);
    }
    QCOMPARE(viewed.count(), 2);
    QCOMPARE(changed.count(), 0);
    QVERIFY(!session.isModified());
}

// By the example: base year 2026, USD inflation 2.3 % in 2027 and 2 % in 2028, KZT inflation 8.5 %
// in 2027, 500 tenge a dollar in 2026, following the two price levels.
void TestSession::viewConvertsMoney()
{
    Session session;
    const auto isNear = [](std::optional<double> found, double expected) {
        return found && std::abs(*found - expected) <= 1e-12 * expected;
    };
    QVERIFY(isNear(session.shown(100.0, 2027), 100.0));
    session.setViewTerms(core::Terms::real);
    QVERIFY(isNear(session.shown(100.0, 2026), 100.0));
    QVERIFY(isNear(session.shown(100.0, 2027), 100.0 / 1.023));
    QVERIFY(isNear(session.shown(100.0, 2028), 100.0 / 1.023 / 1.02));
    session.setViewCurrency(core::Currency::kzt);
    QVERIFY(isNear(session.shown(100.0, 2026), 50000.0));
    // At purchasing power parity, real tenge are real dollars at the rate of the base year.
    QVERIFY(isNear(session.shown(100.0, 2027), 50000.0 / 1.023));
    session.setViewTerms(core::Terms::nominal);
    QVERIFY(isNear(session.shown(100.0, 2027), 50000.0 * 1.085 / 1.023));
    for (const core::Terms terms : {core::Terms::nominal, core::Terms::real}) {
        session.setViewTerms(terms);
        QVERIFY(!session.shown(100.0, 1900));
        QVERIFY(!session.shown(100.0, 2100));
    }
    session.setViewCurrency(core::Currency::usd);
    QVERIFY(!session.shown(100.0, 1900));
}

QTEST_GUILESS_MAIN(TestSession)
#include "tst_session.moc"

#include "tests/ui/tables/SampleTables.h"

#include "ui/document/Preferences.h"
#include "ui/document/Session.h"
#include "ui/tables/NumberTable.h"
#include "ui/tables/PastePreview.h"
#include "ui/theme/Appearance.h"

#include <QApplication>
#include <QClipboard>
#include <QDir>
#include <QElapsedTimer>
#include <QTextStream>

using namespace Qt::StringLiterals;

// Draws tables of the default project into a folder, to be looked at, and says what showing new
// figures costs.

namespace {

void save(QWidget& widget, const QDir& folder, const QString& name)
{
    QCoreApplication::processEvents();
    widget.grab().save(folder.filePath(name + u".png"_s));
}

// On a page, since tables are no windows.
void show(ui::NumberTable& table, QWidget& page, const QSize& size)
{
    page.resize(size);
    table.resize(size);
    page.show();
    page.activateWindow();
    table.setFocus();
}

void renderAll(
    ui::Session& session, ui::Appearance& appearance, const QDir& folder, const QString& suffix)
{
    QWidget costsPage;
    ui::NumberTable costs(session, appearance, &costsPage);
    costs.setSideMargins(24, 12);
    costs.setMarksCurrentRow(true);
    costs.setContent(costTable(session.project()));
    show(costs, costsPage, {886, 520});
    costs.select({u"cost_lines.labour.reuse_share"_s});
    save(costs, folder, u"costs"_s + suffix);
    session.invalidEntries().set(
        {{u"cost_lines.maintenance.reuse_share"_s}, u"142 %"_s, u"Too large."_s});
    costs.run(ui::TableCommand::edit);
    costs.setCollapsed(u"group.Alumina front end"_s, true);
    save(costs, folder, u"costs-editing"_s + suffix);
    session.invalidEntries().clearAll();
    costsPage.hide();

    QWidget pricesPage;
    ui::NumberTable prices(session, appearance, &pricesPage);
    prices.setSideMargins(24, 8);
    prices.setMarksCurrentRow(true);
    prices.setContent(priceTable(session.project()));
    show(prices, pricesPage, {936, 340});
    prices.select({u"price_decks.ban_persists.prices.ga4n"_s, 2030});
    save(prices, folder, u"prices"_s + suffix);
    QApplication::clipboard()->setText(u"Консенсус\t1500\t1150,5\nМин. цена\t1400\tн/д\n"_s);
    prices.run(ui::TableCommand::paste);
    if (auto* const preview = prices.findChild<QDialog*>(u"pastePreview"_s)) {
        save(*preview, folder, u"paste"_s + suffix);
        preview->reject();
    }
    pricesPage.hide();

    QWidget cashFlowPage;
    ui::NumberTable cashFlow(session, appearance, &cashFlowPage);
    cashFlow.setSideMargins(24, 16);
    cashFlow.setRowHeight(24);
    ui::TableContent content = cashFlowTable(*session.evaluation());
    content.rows[8].cells[4].isMarked = content.rows[9].cells[4].isMarked = true;
    cashFlow.setContent(content);
    show(cashFlow, cashFlowPage, {894, 660});
    cashFlow.selectRow(content.rows[11].id);
    cashFlow.run(ui::TableCommand::selectRows);
    save(cashFlow, folder, u"cash-flow"_s + suffix);
}

void measure(ui::Session& session, ui::Appearance& appearance, QTextStream& out)
{
    ui::NumberTable table(session, appearance);
    table.resize(1200, 700);
    const ui::TableContent content = cashFlowTable(*session.evaluation());
    table.setContent(content);
    table.show();
    QCoreApplication::processEvents();
    constexpr int rounds = 100;
    QElapsedTimer timer;
    double setting = 0.0, painting = 0.0;
    for (int round = 0; round < rounds; ++round) {
        ui::TableContent next = content;
        timer.start();
        table.setContent(std::move(next));
        setting += static_cast<double>(timer.nsecsElapsed()) / rounds / 1e6;
        timer.start();
        table.grab();
        painting += static_cast<double>(timer.nsecsElapsed()) / rounds / 1e6;
    }
    out << content.columnCount() << " columns, " << content.rowCount() << " rows: set " << setting
        << " ms, paint " << painting << " ms\n";
}

}

int main(int argc, char** argv)
{
    QApplication application(argc, argv);
    QTextStream out(stdout);
    const QStringList arguments = QApplication::arguments();
    if (arguments.size() != 2) {
        out << "render_tables FOLDER\n";
        return 2;
    }
    QLocale::setDefault(QLocale(QLocale::English));
    const QDir folder(arguments[1]);
    folder.mkpath(u"."_s);
    ui::Preferences preferences(folder.filePath(u"preferences.ini"_s));
    ui::Appearance appearance(preferences);
    appearance.apply();
    ui::Session session;
    preferences.setTheme(ui::ThemeChoice::light);
    renderAll(session, appearance, folder, {});
    preferences.setTheme(ui::ThemeChoice::dark);
    renderAll(session, appearance, folder, u"-dark"_s);
    preferences.setTheme(ui::ThemeChoice::light);
    preferences.setTextSizePercent(130);
    renderAll(session, appearance, folder, u"-large"_s);
    preferences.setTextSizePercent(100);
    measure(session, appearance, out);
    return 0;
}

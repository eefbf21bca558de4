#include "ui/pages/prices/PriceTable.h"

#include "core/report/ExplainedSum.h"
#include "core/report/figure/DeckChoice.h"
#include "ui/document/CellEdit.h"
#include "ui/pages/Shares.h"
#include "ui/pages/TextWidth.h"
#include "ui/pages/prices/DeckPrices.h"
#include "ui/pages/production/ProductWords.h"

#include <QCoreApplication>

#include <algorithm>
#include <cmath>

using namespace Qt::StringLiterals;

namespace ui {

namespace {

constexpr int deckWidth = 184;
constexpr int weightWidth = 56;
constexpr int gradeWidth = 52;
constexpr int mostGradeWidth = 110;
constexpr int yearWidth = 54;
constexpr int frozenColumns = 3;
constexpr std::size_t gradeColumn = 2;

struct Texts {
    Q_DECLARE_TR_FUNCTIONS(PriceTable)
};

QString idOfDeck(const std::string& deck)
{
    return QString::fromStdString(pathOf(ProjectList::priceDecks, deck));
}

class Maker {
public:
    Maker(const core::Project& project, const DisplayFormat& format)
        : m_project(project)
        , m_format(format)
        , m_years(priceYears(project))
        , m_grades(gradesOf(project))
        , m_hasMixedTerms(haveMixedTerms(project))
    {
    }

    TableContent make()
    {
        TableContent content;
        content.columns = columns();
        content.frozenLeft = frozenColumns;
        const std::vector<core::ShownDeck> shown = core::shownDecks(m_project);
        for (std::size_t d = 0; d < m_project.priceDecks.size(); ++d) {
            std::optional<int> ink;
            for (const core::ShownDeck& deck : shown)
                if (deck.position == d)
                    ink = deck.ink;
            for (std::size_t p = 0; p < m_project.products.size(); ++p)
                content.rows.push_back(deckRow(m_project.priceDecks[d], p, ink));
        }
        for (std::size_t p = 0; p < m_project.products.size(); ++p)
            content.rows.push_back(weightedRow(p));
        content.columns[gradeColumn].width =
            std::clamp(widthOfTexts(content, gradeColumn), gradeWidth, mostGradeWidth);
        return content;
    }

private:
    std::vector<TableColumn> columns() const
    {
        std::vector<TableColumn> columns {
            {u"deck"_s, Texts::tr("Deck"), {}, Qt::AlignLeft, deckWidth},
            {u"probability"_s, Texts::tr("Prob."), {}, Qt::AlignRight, weightWidth},
            {u"grade"_s, Texts::tr("Grade"), {}, Qt::AlignLeft, gradeWidth}};
        for (const int year : m_years) {
            const QString text = QString::number(year);
            columns.push_back({text, text, {}, Qt::AlignRight, yearWidth});
        }
        return columns;
    }

    TableRow deckRow(const core::PriceDeck& deck, std::size_t product, std::optional<int> ink) const
    {
        const std::string& productId = m_project.products[product].id;
        TableRow row;
        row.id = priceRowId(deck.id, productId);
        row.element = ListElement {ProjectList::priceDecks, deck.id};
        if (product == 0) {
            row.ink = ink;
            row.cells = {nameCell(deck), weightCell(deck)};
        } else {
            row.cells = {product == 1 ? stateCell(deck) : TableCell(), TableCell()};
        }
        row.cells.push_back(gradeCell(product));
        addPrices(row, deck, productId);
        return row;
    }

    static TableCell nameCell(const core::PriceDeck& deck, bool isActive)
    {
        TableCell cell;
        cell.text = QString::fromStdString(deck.name);
        cell.isStrong = isActive;
        cell.editor = TableCell::Editor::name;
        cell.cell.input = idOfDeck(deck.id);
        cell.toolTip = QString::fromStdString(deck.note);
        return cell;
    }
    TableCell nameCell(const core::PriceDeck& deck) const
    {
        return nameCell(deck, deck.id == m_project.activeDeck);
    }

    // What is special about a deck, below its name.
    TableCell stateCell(const core::PriceDeck& deck) const
    {
        const QString terms =
            deck.terms == core::Terms::nominal
                ? Texts::tr("nominal")
                : Texts::tr("real %1").arg(QString::number(m_project.timeline.baseYear));
        QStringList words;
        if (deck.id == m_project.activeDeck)
            words += Texts::tr("active");
        if (m_hasMixedTerms)
            words += terms;
        TableCell cell;
        cell.text = words.join(u", "_s);
        cell.tone = CellTone::quiet;
        cell.isStrong = deck.id == m_project.activeDeck;
        return cell;
    }

    TableCell weightCell(const core::PriceDeck& deck) const
    {
        TableCell cell;
        cell.look = TableCell::Look::number;
        cell.text = weightText(deck.probability, m_format);
        cell.number = deck.probability;
        cell.isPercent = true;
        cell.tone = CellTone::input;
        cell.isStrong = true;
        cell.editor = TableCell::Editor::number;
        cell.cell.input = idOfDeck(deck.id) + u".probability"_s;
        return cell;
    }

    TableCell gradeCell(std::size_t product) const
    {
        TableCell cell;
        cell.text = m_grades[static_cast<qsizetype>(product)];
        cell.tone = CellTone::quiet;
        cell.toolTip = QString::fromStdString(m_project.products[product].name);
        return cell;
    }

    void addPrices(TableRow& row, const core::PriceDeck& deck, const std::string& product) const
    {
        const std::optional<core::Series> price = priceIn(deck, product);
        const auto entry = deck.prices.find(product);
        const core::Series* const stated =
            entry == deck.prices.end() ? nullptr : std::get_if<core::Series>(&entry->second);
        const QString origin = price && !stated ? originOf(deck, product) : QString();
        for (const int year : m_years) {
            TableCell cell;
            cell.look = TableCell::Look::number;
            cell.editor = TableCell::Editor::number;
            cell.cell = priceCell(deck.id, product, year);
            cell.figure = core::FigureReference {
                core::ResultCase::project, "deck_prices." + deck.id + '.' + product, year};
            cell.tone = CellTone::inherited;
            if (price)
                showPrice(cell, price->at(year));
            cell.isStrong = stated && (stated->isConstant() || stated->points().contains(year));
            if (cell.isStrong)
                cell.tone = CellTone::input;
            else
                cell.toolTip = stated ? Texts::tr("Follows from the years that prices are "
                                                  "entered for. Typing a price enters it.")
                                      : origin;
            row.cells.push_back(std::move(cell));
        }
    }

    // Of a price that is a premium.
    QString originOf(const core::PriceDeck& deck, const std::string& product) const
    {
        const auto& premium = std::get<core::PremiumPrice>(deck.prices.at(product));
        return Texts::tr("%1 plus a premium. Typing a price makes it a price of its own.")
            .arg(gradeOf(premium.premiumOver));
    }

    QString gradeOf(const std::string& product) const
    {
        for (std::size_t p = 0; p < m_project.products.size(); ++p)
            if (m_project.products[p].id == product)
                return m_grades[static_cast<qsizetype>(p)];
        return QString::fromStdString(product);
    }

    void showPrice(TableCell& cell, double price) const
    {
        cell.number = price;
        cell.text = m_format.perKg(price);
    }

    TableRow weightedRow(std::size_t product) const
    {
        const std::string& productId = m_project.products[product].id;
        TableRow row;
        row.id = u"weighted/"_s + QString::fromStdString(productId); // not the id of a deck
        row.kind = TableRow::Kind::total;
        TableCell label;
        label.text = Texts::tr("Weighted by probability");
        TableCell weight;
        if (product == 0) {
            const double sum = sumOfWeights(m_project);
            weight.look = TableCell::Look::number;
            weight.number = sum;
            weight.isPercent = true;
            weight.text = weightText(sum, m_format);
            weight.figure = core::FigureReference {
                core::ResultCase::project, std::string(core::sumOfDeckProbabilities)};
            if (!weightsAddUp(m_project))
                weight.tone = CellTone::error;
        }
        row.cells = {label, weight, gradeCell(product)};
        const std::vector<double> prices = weightedPrices(m_project, productId, m_years);
        for (std::size_t i = 0; i < m_years.size(); ++i) {
            TableCell cell;
            cell.look = TableCell::Look::number;
            cell.text = QChar(enDash);
            if (!prices.empty()) {
                showPrice(cell, prices[i]);
                cell.figure = core::FigureReference {
                    core::ResultCase::project, core::weightedPriceOf(productId), m_years[i]};
            }
            row.cells.push_back(std::move(cell));
        }
        return row;
    }

    const core::Project& m_project;
    const DisplayFormat& m_format;
    std::vector<int> m_years;
    QStringList m_grades;
    bool m_hasMixedTerms;
};

}

TableContent priceTable(const core::Project& project, const DisplayFormat& format)
{
    return Maker(project, format).make();
}

QString priceRowId(const std::string& deck, const std::string& product)
{
    return QString::fromStdString(deck + '.' + product);
}

CellAddress priceCell(const std::string& deck, const std::string& product, int year)
{
    return {idOfDeck(deck) + u".prices."_s + QString::fromStdString(product), year};
}

}

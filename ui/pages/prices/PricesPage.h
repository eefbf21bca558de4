#pragma once

#include "ui/pages/Page.h"

#include "core/engine/Result.h"
#include "ui/document/CellAddress.h"

#include <optional>
#include <string>

class QMenu;
class QSplitter;

namespace core {
struct PriceDeck;
struct Project;
}

namespace ui {

class DeckPanel;
class ProblemLine;
class Segments;
class ThemedLabel;

// The price decks: how they run, beside what has been paid and what would break even, and all their
// prices by year, to be typed, pasted or dragged.
class PricesPage : public Page {
    Q_OBJECT

public:
    explicit PricesPage(Workspace& workspace, QWidget* parent = nullptr);

    QWidget* sidePanel() override;
    QString sidePanelTitle() const override;
    bool goToInput(const QString& inputId) override;
    QString unitText() const override;
    NumberTable* mainTable() override { return m_table; }
    std::vector<FigureView*> figures() override { return {m_figure}; }
    bool fixesTerms() const override { return true; } // each deck has its own
    bool fixesCurrency() const override { return true; }

protected:
    void refresh() override;
    void refreshTables() override;

private:
    // What the current cell of the table stands for, as far as it stands for something.
    struct Place {
        std::string deck;
        std::string product;
        std::optional<int> year;
    };

    struct Drag {
        std::optional<double> before; // the price
        int steps = 0;                // that could be undone
    };

    void addCommands();
    QWidget* makeChart();
    QWidget* makeTable();
    void connectTable();

    const core::Project& project() const;
    Place place() const;
    const core::PriceDeck* shownDeck() const; // in the panel; null without decks
    // False in a project that has lost its decks or products.
    bool hasPrices() const;
    int messageYear() const;
    CellAddress firstPriceOf(const std::string& deck) const;

    void showProducts();
    void showFigure();
    void showPanel();
    void showProblems();
    QString message() const;

    void addDeck();
    void paste();
    void fillMenu(QMenu* menu);
    void makeActive(const std::string& deck);
    void askForShift(const core::PriceDeck& deck);
    void tellOf(const core::Status& status); // why something was refused
    void scaleWeights();
    void dragPrice(const QString& deck, int year, double value, bool isFinished);
    bool selectInDeck(const std::string& deck, const QString& inputId);

    QSplitter* m_splitter = nullptr;
    FigureView* m_figure = nullptr;
    Segments* m_products = nullptr;
    QStringList m_productNames; // as m_products has them
    std::size_t m_product = 0;  // that the figure shows
    NumberTable* m_table = nullptr;
    ThemedLabel* m_caption = nullptr;
    ProblemLine* m_problems = nullptr;
    DeckPanel* m_panel = nullptr;
    QString m_panelTitle;
    std::optional<Drag> m_drag;
};

}

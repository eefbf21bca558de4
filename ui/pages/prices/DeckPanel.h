#pragma once

#include <QScrollArea>
#include <QString>

#include <optional>
#include <string>
#include <vector>

class QGridLayout;
class QVBoxLayout;

namespace core {
struct PriceDeck;
}

namespace ui {

class IconLabel;
class InputForm;
class NoteField;
class ThemedLabel;
class Workspace;

// Beside the prices: what holds for a whole deck, what the project is worth on it, what the price
// that is selected comes to, and where it is from.
class DeckPanel : public QScrollArea {
    Q_OBJECT

public:
    explicit DeckPanel(Workspace& workspace, QWidget* parent = nullptr);

    // What was typed into the note of the deck before is kept with that one.
    void showDeck(const std::string& deck);
    // The price that is selected in the deck; without a year, all of the product.
    void showPrice(const std::string& product, std::optional<int> year);
    void refresh();

    // Gives the field of an input the focus; false when the panel has none for it.
    bool select(const QString& inputId);

private:
    struct Result {
        ThemedLabel* figure = nullptr;
        ThemedLabel* unit = nullptr;
    };

    void addResults(QVBoxLayout& column);
    void addSelected(QVBoxLayout& column);
    void addSource(QVBoxLayout& column);
    Result addResult(QGridLayout& grid, const QString& label, const QString& name);

    const core::PriceDeck* deck() const; // null when there is none of this id
    void showForm(const core::PriceDeck& deck);
    void showResults();
    void showSelected(const core::PriceDeck& deck);
    void showSource(const core::PriceDeck& deck);
    QString earnings(const core::PriceDeck& deck, double price) const;
    std::string selectedInput(const core::PriceDeck& deck) const;
    void setNote(const QString& note);

    Workspace& m_workspace;
    std::string m_deck;
    std::string m_product;
    std::optional<int> m_year;

    QWidget* m_content = nullptr;
    InputForm* m_form = nullptr;
    Result m_npv;
    Result m_irr;
    Result m_weighted;
    QWidget* m_selected = nullptr;
    ThemedLabel* m_selectedHeading = nullptr;
    ThemedLabel* m_selectedText = nullptr;
    IconLabel* m_evidenceMark = nullptr;
    ThemedLabel* m_evidence = nullptr;
    NoteField* m_note = nullptr;
    ThemedLabel* m_sources = nullptr;
};

}

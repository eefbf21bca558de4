#pragma once

#include <QDialog>

#include <optional>

namespace ui {

class Appearance;
class NumberField;
class ThemedLabel;

// Asks by how many percent all prices of a deck are to be shifted.
class PriceShift : public QDialog {
    Q_OBJECT

public:
    PriceShift(Appearance& appearance, const QString& deckName, QWidget* parent = nullptr);

    void accept() override; // stays open while what was typed is no percentage

signals:
    void chosen(double part); // −0.1: ten percent down

private:
    NumberField* m_field = nullptr;
    ThemedLabel* m_sentence = nullptr;
    std::optional<double> m_part;
};

}

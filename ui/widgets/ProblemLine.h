#pragma once

#include <QWidget>

class QLabel;

namespace ui {

class Appearance;

// What is wrong in the table or form above it, in sentences, and at their end what would mend it.
// Takes no room while nothing is wrong.
class ProblemLine : public QWidget {
    Q_OBJECT

public:
    explicit ProblemLine(Appearance& appearance, QWidget* parent = nullptr);

    // The remedy is a link, empty for none.
    void setProblem(const QString& sentences, const QString& remedy = {});
    QString problem() const { return m_sentences; }

signals:
    void remedyChosen();

private:
    void dress();

    Appearance& m_appearance;
    QString m_sentences;
    QString m_remedy;
    QLabel* m_icon = nullptr;
    QLabel* m_text = nullptr;
};

}

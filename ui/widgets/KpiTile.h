#pragma once

#include <QAbstractButton>

namespace ui {

class Appearance;

// What a tile shows: "NPV", "12.5", "USD million", "at 11.0 % nominal".
struct KeyFigureText {
    QString label;
    QString figure; // a word where there is no such figure
    QString unit;
    QString context;

    bool operator==(const KeyFigureText&) const = default;
};

// A key figure: the number largest, its label above, a line of context below. A click explains it.
class KpiTile : public QAbstractButton {
    Q_OBJECT

public:
    explicit KpiTile(const Appearance& appearance, QWidget* parent = nullptr);

    void setKeyFigure(const KeyFigureText& text);
    const KeyFigureText& keyFigure() const { return m_text; }
    void setSeparated(bool hasLine); // a line at its left edge

    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;

protected:
    void paintEvent(QPaintEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;
    void enterEvent(QEnterEvent* event) override;
    void leaveEvent(QEvent* event) override;

private:
    int textLeft() const;

    const Appearance& m_appearance;
    KeyFigureText m_text;
    bool m_isSeparated = false;
};

}

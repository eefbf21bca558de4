#pragma once

#include <QToolButton>

namespace ui {

class Appearance;

// A button that opens a menu and shows what is chosen: the label grey, the value in medium weight,
// as "Price deck  Consensus ⌄".
class MenuButton : public QToolButton {
    Q_OBJECT

public:
    MenuButton(const Appearance& appearance, const QString& label, QWidget* parent = nullptr);

    void setLabel(const QString& label);
    void setValue(const QString& value);
    QString value() const { return m_value; }

    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    void describe();

    const Appearance& m_appearance;
    QString m_label;
    QString m_value;
};

}

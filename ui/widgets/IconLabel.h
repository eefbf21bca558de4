#pragma once

#include <QIcon>
#include <QWidget>

namespace ui {

// An icon of 16 pixels that only shows something, and says it in its tool tip.
class IconLabel : public QWidget {
    Q_OBJECT

public:
    explicit IconLabel(QWidget* parent = nullptr);

    // The words are also those of screen readers. Without an icon the place stays empty.
    void setIcon(const QIcon&, const QString& words);
    bool isEmpty() const { return m_icon.isNull(); }

protected:
    void paintEvent(QPaintEvent*) override;

private:
    QIcon m_icon;
};

}

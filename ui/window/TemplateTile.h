#pragma once

#include <QAbstractButton>

namespace ui {

class Appearance;

// Something that a new project can start from: a small drawing and its name.
class TemplateTile : public QAbstractButton {
    Q_OBJECT

public:
    enum class Drawing { bridge, axes };

    TemplateTile(const Appearance& appearance, const QString& text, Drawing drawing,
        QWidget* parent = nullptr);

    QSize sizeHint() const override;

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    void drawBridge(QPainter& painter, const QRectF& area) const;
    void drawAxes(QPainter& painter, const QRectF& area) const;

    const Appearance& m_appearance;
    Drawing m_drawing;
};

}

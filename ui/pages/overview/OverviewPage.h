#pragma once

#include "ui/pages/Page.h"

#include <QStringList>

class QGridLayout;

namespace ui {

class EmptyState;
class KpiTile;

// The project at a glance: key figures that explain themselves, and four figures. Which ones is the
// user's choice and kept.
class OverviewPage : public Page {
    Q_OBJECT

public:
    explicit OverviewPage(Workspace& workspace, QWidget* parent = nullptr);

    QString unitText() const override;
    std::vector<FigureView*> figures() override;

protected:
    void refresh() override;
    void resizeEvent(QResizeEvent* event) override;

private:
    struct Slot {
        QWidget* box = nullptr;
        FigureView* view = nullptr;
    };

    void addTiles();
    void addFigures();
    void addStartingPoint(PageId page, const QString& text);
    void arrangeTiles();
    void arrangeColumns();
    void chooseFigures();
    void explainTile(qsizetype place);
    void openTileMenu(std::size_t tile, const QPoint& globalPosition);
    QString message() const;

    QStringList m_tileIds;
    QStringList m_figureIds;
    std::vector<KpiTile*> m_tiles;
    std::vector<Slot> m_slots;
    QGridLayout* m_tileGrid = nullptr;
    QGridLayout* m_grid = nullptr;
    EmptyState* m_start = nullptr; // in the place of the figures while there is nothing to draw
    int m_tilesPerRow = 0;
    int m_columns = 0;
};

}

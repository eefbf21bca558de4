#pragma once

#include <QTableView>

class QSortFilterProxyModel;

namespace ui {

class Appearance;
class RecentModel;
struct RecentFile;

// The files that were opened lately, as a table of whole rows that can be filtered by name and
// folder.
class RecentTable : public QTableView {
    Q_OBJECT

public:
    RecentTable(const Appearance& appearance, RecentModel& model, QWidget* parent = nullptr);

    void setFilter(const QString& text);
    int contentHeight() const;

signals:
    void chosen(const ui::RecentFile& file);
    void contentHeightChanged();

protected:
    void keyPressEvent(QKeyEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;

private:
    void choose(const QModelIndex& index);
    void layOut();

    const Appearance& m_appearance;
    RecentModel& m_model;
    QSortFilterProxyModel* m_shown = nullptr;
};

}

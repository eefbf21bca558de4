#pragma once

#include "ui/document/RecentFile.h"

#include <QAbstractTableModel>
#include <QFutureWatcher>

#include <vector>

namespace ui {

class Preferences;

// The files that were opened lately, with what is to be known of each: read beside the window, as
// some may be on a share that is slow or gone.
class RecentModel : public QAbstractTableModel {
    Q_OBJECT

public:
    enum Column { name, folder, state, npv, author, saved, revision, columnCountOfAll };

    explicit RecentModel(Preferences& preferences, QObject* parent = nullptr);
    ~RecentModel() override; // gives up what is being read

    void read(); // anew
    const RecentFile& file(int row) const { return m_files[static_cast<std::size_t>(row)]; }

    int rowCount(const QModelIndex& parent = {}) const override;
    int columnCount(const QModelIndex& parent = {}) const override;
    QVariant data(const QModelIndex& index, int role) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

private:
    QString text(const RecentFile& file, Column column) const;

    Preferences& m_preferences;
    std::vector<RecentFile> m_files;
    QFutureWatcher<RecentFile> m_reading;
};

}

#pragma once

#include "ui/pages/Workspace.h"

#include <QAbstractListModel>

#include <map>
#include <vector>

namespace ui {

// Headings and pages. Headings cannot be selected.
class NavigationModel : public QAbstractListModel {
    Q_OBJECT

public:
    enum Role { PageRole = Qt::UserRole + 1, IsHeadingRole, ErrorCountRole, IconNameRole };

    explicit NavigationModel(QObject* parent = nullptr);

    int rowCount(const QModelIndex& parent = {}) const override;
    QVariant data(const QModelIndex& index, int role) const override;
    Qt::ItemFlags flags(const QModelIndex& index) const override;

    QModelIndex indexOf(PageId page) const;
    void setErrorCounts(const std::map<PageId, int>& counts);

private:
    struct Line {
        bool isHeading = false;
        QString text;
        QString icon;
        PageId page = PageId::overview;
    };

    std::vector<Line> m_lines;
    std::map<PageId, int> m_errorCounts;
};

}

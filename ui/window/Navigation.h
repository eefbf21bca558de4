#pragma once

#include "ui/pages/Workspace.h"

#include <QListView>

#include <map>

namespace ui {

class NavigationModel;

// The list of pages under their headings, with the number of errors on each. Collapsed it shows the
// icons alone.
class Navigation : public QListView {
    Q_OBJECT

public:
    explicit Navigation(const Appearance& appearance, QWidget* parent = nullptr);

    void setCurrentPage(PageId page); // emits nothing
    PageId currentPage() const;
    void setErrorCounts(const std::map<PageId, int>& counts);
    void setCollapsed(bool isCollapsed);
    bool isCollapsed() const { return m_isCollapsed; }

    int preferredWidth() const;

signals:
    void pageChosen(ui::PageId page);

protected:
    void currentChanged(const QModelIndex& current, const QModelIndex& previous) override;

private:
    NavigationModel* m_model = nullptr;
    const Appearance& m_appearance;
    bool m_isCollapsed = false;
    bool m_isQuiet = false;
};

}

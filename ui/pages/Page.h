#pragma once

#include "core/model/Evaluation.h"
#include "core/report/MoneyView.h"
#include "ui/pages/Workspace.h"

#include <QWidget>

#include <memory>
#include <vector>

class QVBoxLayout;

namespace ui {

class FigureView;
class NumberTable;
class PageHead;

// One screen of the project. It shows what the session holds and is brought up to date once after
// every change, at once while it is visible, else when it is shown next.
class Page : public QWidget {
    Q_OBJECT

public:
    Page(Workspace& workspace, PageId id, const QString& title, QWidget* parent = nullptr);

    PageId pageId() const { return m_id; }
    PageHead& head() const { return *m_head; }

    // Detail of what is selected, shown beside the page; none for pages without.
    virtual QWidget* sidePanel() { return nullptr; }
    virtual QString sidePanelTitle() const { return {}; }

    // Selects the input and gives it the focus. False when it is not on this page.
    virtual bool goToInput(const QString& inputId);

    // Of the numbers on the page, for the status bar: "USD thousand, real 2026".
    virtual QString unitText() const { return {}; }
    virtual NumberTable* mainTable() { return nullptr; } // to be exported; its selection is summed
    virtual std::vector<FigureView*> figures() { return {}; }

    // Whether the page is shown in fixed terms or currency, whatever the window's setting is.
    virtual bool fixesTerms() const { return false; }
    virtual bool fixesCurrency() const { return false; }

    void refreshNow(); // when something is to be read from the page at once

signals:
    void refreshed();        // all of it shows what the session holds
    void sidePanelChanged(); // its widget or title
    void sidePanelWanted();  // to be shown now, in place of an explanation, too
    void mainTableChanged(); // to another one

protected:
    enum class Scrolling { none, vertical };

    // Where a page puts its content, below the head. To be asked for once.
    QVBoxLayout* body(Scrolling scrolling = Scrolling::none);

    virtual void refresh() = 0;
    // What has to follow an edit at once: tables, which go on with a row that they have added or
    // with the cell below the one that was typed into. It comes before refresh(), where it is not
    // called again for the same figures.
    virtual void refreshTables() {}
    void invalidate(); // something that the page shows has changed
    // What the page comes to, in a sentence below its title. While the project breaks a rule it
    // says instead that the figures are older.
    void setMessage(const QString& message);

    Workspace& workspace() const { return m_workspace; }
    Session& session() const { return m_workspace.session(); }
    Appearance& appearance() const { return m_workspace.appearance(); }

    // A figure that copies, exports and explains itself. `name` is that of the object.
    FigureView* addFigureView(const QString& name, QWidget* parent);

    void showEvent(QShowEvent* event) override;

private:
    // What tables are made of.
    struct TableSource {
        std::shared_ptr<const core::Project> project;
        std::shared_ptr<const core::Evaluation> evaluation;
        core::MoneyView view;
        NegativeStyle negatives = NegativeStyle::minus;

        bool operator==(const TableSource&) const = default;
    };

    void followTables();

    Workspace& m_workspace;
    PageId m_id;
    PageHead* m_head = nullptr;
    QVBoxLayout* m_column = nullptr;
    bool m_isStale = true;
    bool m_isAwaited = false; // a refresh has been asked for
    TableSource m_tableSource;
};

}

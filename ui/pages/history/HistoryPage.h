#pragma once

#include "ui/document/FileThreads.h"
#include "ui/pages/LatestAnswer.h"
#include "ui/pages/Page.h"
#include "ui/pages/history/RevisionList.h"
#include "ui/pages/history/RevisionReading.h"

#include "core/report/MoneyView.h"
#include "core/storage/Remark.h"

class QPushButton;
class QStackedWidget;

namespace ui {

class AttributionView;
class EmptyState;
class PageHead;
class ProblemLine;
class ThemedLabel;

// The revisions of the project's file: what two of them differ in and why the value moved, approval
// and comments, and the way back to an earlier state.
class HistoryPage : public Page {
    Q_OBJECT

public:
    explicit HistoryPage(Workspace& workspace, QWidget* parent = nullptr);

    QString unitText() const override;
    NumberTable* mainTable() override;
    std::vector<FigureView*> figures() override;

protected:
    void refresh() override;
    void showEvent(QShowEvent* event) override;

private:
    // The states that are compared, and all that the comparison depends on.
    struct Question {
        QString file;
        int from = 0;
        int to = 0;
        std::shared_ptr<const core::Project> now; // where it is one of them
        core::MoneyView view;
        bool hasProvenance = false;

        bool operator==(const Question&) const = default;
    };

    QWidget* makeList();
    QWidget* makeComparison();
    QWidget* makeEmpty();
    QPushButton* addCommand(const QString& name, void (HistoryPage::*command)());
    std::optional<Question> question() const;
    int chosen() const; // the revision that commands are for; 0: none
    const ReadRevision* readChosen() const;
    void showLines();
    void compare();
    void showPair(const ReadPair& pair);
    void showCommands();
    QString sideText(int number) const;
    QString changedBy(const QString& inputId) const;
    void openChosen() { workspace().openRevision(chosen()); }
    void restore();
    void approve() { remark(core::RemarkKind::approval); }
    void comment() { remark(core::RemarkKind::comment); }
    void remark(core::RemarkKind kind);

    std::vector<RevisionLine> m_lines; // of what is saved
    bool m_areLinesStale = true;
    std::optional<Question> m_asked;
    std::optional<ReadPair> m_pair; // that is shown
    LatestAnswer<ReadPair> m_reading {this, fileThreads()};

    QStackedWidget* m_stack = nullptr;
    EmptyState* m_empty = nullptr;
    RevisionList* m_list = nullptr;
    PageHead* m_comparisonHead = nullptr;
    QPushButton* m_open = nullptr;
    QPushButton* m_approve = nullptr;
    QPushButton* m_comment = nullptr;
    QPushButton* m_restore = nullptr;
    ThemedLabel* m_approval = nullptr;
    ProblemLine* m_problem = nullptr;
    AttributionView* m_view = nullptr;
    ThemedLabel* m_others = nullptr;
};

}

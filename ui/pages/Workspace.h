#pragma once

#include "core/engine/Result.h"
#include "core/report/FigureReference.h"
#include "ui/document/QuickSimulation.h"
#include "ui/models/DisplayFormat.h"

#include <QObject>

#include <functional>
#include <optional>
#include <utility>

namespace ui {

class Appearance;
class Preferences;
class Session;

// The pages, in the order of the navigation.
enum class PageId {
    overview,
    production,
    prices,
    costs,
    capital,
    tax,
    cashFlow,
    sensitivity,
    risk,
    scenarios,
    history,
};

// What all pages share: the open project and how it is shown; and what they ask the window for,
// as none of them knows another.
class Workspace : public QObject {
    Q_OBJECT

public:
    Workspace(Session& session, Appearance& appearance, Preferences& preferences,
        QObject* parent = nullptr);

    Session& session() const { return m_session; }
    Appearance& appearance() const { return m_appearance; }
    Preferences& preferences() const { return m_preferences; }
    // What risk there is, for whatever shows it on the fly.
    QuickSimulation& quickSimulation() const { return m_quickSimulation; }
    DisplayFormat format() const; // in the language's separators, negatives as the user likes them

    // Shows how the figure came about; `select` only where that is being shown for another one.
    void explain(const core::FigureReference& figure) { emit explainRequested(figure); }
    void select(const core::FigureReference& figure) { emit figureSelected(figure); }
    // The figure whose explanation is being shown; none while there is none.
    const std::optional<core::FigureReference>& explained() const { return m_explained; }
    void setExplained(const std::optional<core::FigureReference>& figure);

    // The year matters where the input has a cell of its own for it.
    void goToInput(const QString& inputId, std::optional<int> year = {})
    {
        emit inputRequested(inputId, year);
    }
    void goToPage(PageId page) { emit pageRequested(page); }
    void saveAs() { emit saveAsRequested(); }                         // asking for a name
    void openRevision(int number) { emit revisionRequested(number); } // of the project's file
    // Runs what may wait for the file of the project, here unless the window has a better way, and
    // says meanwhile what is going on.
    using FileWait = std::function<core::Status(
        const QString& message, const std::function<core::Status()>& work)>;
    void setFileWait(FileWait wait) { m_fileWait = std::move(wait); }
    core::Status waitForFile(const QString& message, const std::function<core::Status()>& work)
    {
        return m_fileWait ? m_fileWait(message, work) : work();
    }
    void tell(const QString& message) { emit messageShown(message); }

signals:
    void explainRequested(const core::FigureReference& figure);
    void figureSelected(const core::FigureReference& figure);
    void explainedChanged();
    void inputRequested(const QString& inputId, std::optional<int> year);
    void pageRequested(ui::PageId page);
    void saveAsRequested();
    void revisionRequested(int number);
    void messageShown(const QString& message); // for the status bar

private:
    Session& m_session;
    Appearance& m_appearance;
    Preferences& m_preferences;
    mutable QuickSimulation m_quickSimulation;
    std::optional<core::FigureReference> m_explained;
    FileWait m_fileWait;
};

}

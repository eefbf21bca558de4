#pragma once

#include "ui/pages/Page.h"
#include "ui/pages/TableSection.h"
#include "ui/widgets/InputForm.h"

#include <QPointer>
#include <QStringList>

class QVBoxLayout;

namespace ui {

class InputPanel;

// A page of inputs: forms and tables one below another, one figure at the end, and beside the page
// all that is known of the input that has the focus. A page that is one adds its parts when it is
// made, and brings tables and figure up to date in refresh(); forms follow the project themselves.
class InputsPage : public Page {
    Q_OBJECT

public:
    ~InputsPage() override;

    QWidget* sidePanel() override;
    QString sidePanelTitle() const override; // the heading that the input stands under
    // Finds inputs, and of elements, blocks and lists the first cell or field.
    bool goToInput(const QString& inputId) override;
    NumberTable* mainTable() override; // the one that was used last
    std::vector<FigureView*> figures() override;

protected:
    InputsPage(Workspace&, PageId, const QString& title, QWidget* parent);

    // Parts of the page, from top to bottom.
    // `above` stands before the form, as a switch for what is in it.
    InputForm* addForm(const std::vector<FormSection>&, QWidget* above = nullptr);
    TableSection* addTable(const QString& name, const QString& heading);
    FigureView* addFigure(const QString& name);

    // Instead of a message and figure that cannot be had yet.
    QString notComputableText() const;

private:
    struct Form {
        InputForm* form;
        std::vector<FormSection> sections;
    };

    // Whether it was found: the id itself, or something inside of what it names.
    bool goTo(const QString& id, TableSection::Match);
    void showInput(const QString& id, const QString& heading);
    void showFirstInput();
    void addPart(QWidget*);
    void showEvent(QShowEvent*) override;

    QVBoxLayout* m_column;
    std::vector<Form> m_forms;
    std::vector<TableSection*> m_tables;
    FigureView* m_figure = nullptr;
    NumberTable* m_mainTable = nullptr;
    QPointer<InputPanel> m_panel; // the window may take it as its own
    QString m_heading;            // of the input in the panel
};

}

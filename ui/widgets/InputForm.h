#pragma once

#include "ui/document/CellAddress.h"
#include "ui/widgets/InputRow.h"

#include <QString>
#include <QStringList>
#include <QWidget>

#include <vector>

class QHBoxLayout;
class QVBoxLayout;

namespace ui {

class ThemedLabel;

struct FormRow {
    CellAddress cell;
    QString label = {}; // instead of that of the registry

    bool operator==(const FormRow&) const = default;
};

struct FormSection {
    QString heading;
    std::vector<FormRow> rows;

    bool operator==(const FormSection&) const = default;
};

FormSection sectionOf(const QString& heading, const QStringList& inputs);

// Inputs under headings. On a page they stand in two columns where both fit. Rows whose input the
// project does not have are left out, and come when it has.
class InputForm : public QWidget {
    Q_OBJECT

public:
    InputForm(Session&, Appearance&, FormPlace = FormPlace::page, QWidget* parent = nullptr);

    void setSections(std::vector<FormSection>);

    // Gives an input the focus and brings it into view; false when the form does not have it.
    bool select(const QString& inputId);
    QString currentInput() const { return m_currentInput; }

    QSize minimumSizeHint() const override;

signals:
    // The focus moved to the field of this input.
    void currentInputChanged(const QString& inputId);

protected:
    void resizeEvent(QResizeEvent*) override;

private:
    struct Shown {
        QWidget* box;
        ThemedLabel* heading; // none above the first rows of a panel
        std::vector<InputRow*> rows;
    };

    std::vector<FormSection> present() const;
    void refresh();
    void rebuild();
    Shown makeSection(const FormSection&);
    void arrange();
    std::size_t firstOfSecondColumn() const;

    Session& m_session;
    Appearance& m_appearance;
    FormPlace m_place;
    std::vector<FormSection> m_sections;
    std::vector<FormSection> m_presentSections;
    std::vector<Shown> m_shown;
    QVBoxLayout* m_columns[2];
    int m_columnCount = 0;
    QString m_currentInput;
};

}

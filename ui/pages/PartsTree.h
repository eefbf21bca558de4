#pragma once

#include "core/report/ExplainedFigure.h"
#include "core/report/FigureReference.h"
#include "ui/pages/QuantityText.h"

#include <QTreeWidget>

namespace ui {

class Workspace;

// What a figure is made of, each part expandable to its own parts, down to the inputs. Enter or a
// double click follows a part: to its explanation, or to the input.
class PartsTree : public QTreeWidget {
    Q_OBJECT

public:
    explicit PartsTree(Workspace& workspace, QWidget* parent = nullptr);

    void setParts(const core::ExplainedFigure& explained);

    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;

signals:
    void figureFollowed(const core::FigureReference& figure);

protected:
    void focusInEvent(QFocusEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;

private:
    void addParts(QTreeWidgetItem* parent, const std::vector<core::ExplainedPart>& parts);
    QTreeWidgetItem* itemOf(const core::ExplainedPart& part, const QuantityWriter& writer) const;
    void expandItem(QTreeWidgetItem* item);
    void follow(QTreeWidgetItem* item);
    void fit();

    Workspace& m_workspace;
};

}

#pragma once

#include "ui/pages/attribution/AttributionView.h"

#include <QDialog>

namespace ui {

// Why a figure differs between two states of the project, in a window of its own.
class AttributionDialog : public QDialog {
    Q_OBJECT

public:
    AttributionDialog(
        Workspace& workspace, const Comparison& comparison, QWidget* parent = nullptr);

    AttributionView& view() const { return *m_view; }

private:
    AttributionView* m_view;
};

}

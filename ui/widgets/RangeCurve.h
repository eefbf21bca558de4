#pragma once

#include "core/project/Evidence.h"

#include <QWidget>

#include <optional>

namespace ui {

class Appearance;

// The density over a range around the plan (PERT, lambda 4), with its ends and the plan named in
// percent of it.
class RangeCurve : public QWidget {
    Q_OBJECT

public:
    explicit RangeCurve(Appearance&, QWidget* parent = nullptr);

    void setRange(std::optional<core::EvidenceRange>);

    QSize sizeHint() const override;

protected:
    void paintEvent(QPaintEvent*) override;

private:
    Appearance& m_appearance;
    std::optional<core::EvidenceRange> m_range;
};

}

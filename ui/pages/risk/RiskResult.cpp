#include "ui/pages/risk/RiskResult.h"

#include "core/report/figure/TargetText.h"
#include "ui/figures/FigureLayout.h"

#include <QCoreApplication>

#include <algorithm>
#include <cmath>

using namespace Qt::StringLiterals;

namespace ui {

namespace {

struct Texts {
    Q_DECLARE_TR_FUNCTIONS(RiskResult)
};

class Maker {
public:
    Maker(const core::Evaluation& evaluation, const core::SimulationResult& result,
        core::MoneyView view, const DisplayFormat& format)
        : m_evaluation(evaluation)
        , m_result(result)
        , m_format(format)
        , m_target(core::targetText(evaluation, result.target, view, largest()))
    {
    }

    TableContent make()
    {
        TableContent content;
        const QString unit = QString::fromStdString(m_target.unit);
        content.columns = {{u"result"_s, Texts::tr("Result"), unit, Qt::AlignLeft, 136, true},
            {u"value"_s, {}, {}, Qt::AlignRight, 100}};
        if (!m_result.sorted.empty())
            addStatistics();
        add(u"loss"_s, Texts::tr("Probability of a loss"),
            m_format.probability(m_result.probabilityOfLoss), m_result.probabilityOfLoss, true);
        if (!m_result.sorted.empty())
            addEnds();
        addIrr();
        if (m_result.undefined > 0)
            add(u"undefined"_s, Texts::tr("Trials without such a figure"),
                m_format.fixed(static_cast<double>(m_result.undefined), 0),
                static_cast<double>(m_result.undefined));
        addPlan();
        content.rows = std::move(m_rows);
        return content;
    }

private:
    double largest() const
    {
        return m_result.sorted.empty() ? 0.0
                                       : std::max(std::abs(m_result.percentile(0.1)),
                                             std::abs(m_result.percentile(0.9)));
    }

    QString number(double figure) const
    {
        return m_format.fixed(m_target.shown(figure), m_target.decimals);
    }

    TableCell& add(const QString& id, const QString& label, const QString& text,
        std::optional<double> value, bool isPercent = false)
    {
        TableRow row;
        row.id = id;
        TableCell name;
        name.text = label;
        name.tone = CellTone::quiet;
        TableCell cell;
        cell.look = TableCell::Look::number;
        cell.text = text;
        cell.number = value;
        cell.isPercent = isPercent;
        row.cells = {name, cell};
        m_rows.push_back(std::move(row));
        return m_rows.back().cells.back();
    }

    TableCell& addFigure(const QString& id, const QString& label, double figure)
    {
        return add(id, label, number(figure), m_target.shown(figure));
    }

    void addStatistics()
    {
        const double error = std::abs(m_target.factor) * m_result.standardError;
        // As many decimals as show something of it.
        const int decimals =
            std::max(m_target.decimals, error < 0.05 && error > 0.0 ? 2 : m_target.decimals);
        TableCell& mean = add(u"mean"_s, Texts::tr("Mean"),
            Texts::tr("%1 ± %2").arg(m_format.fixed(m_target.shown(m_result.mean), decimals),
                m_format.fixed(error, decimals)),
            m_target.shown(m_result.mean));
        mean.toolTip = Texts::tr("With its standard error");
        add(u"deviation"_s, Texts::tr("Standard deviation"),
            m_format.fixed(
                std::abs(m_target.factor) * m_result.standardDeviation, m_target.decimals),
            std::abs(m_target.factor) * m_result.standardDeviation);
        addFigure(u"p10"_s, u"P10"_s, m_result.percentile(0.1));
        addFigure(u"p50"_s, u"P50"_s, m_result.percentile(0.5));
        addFigure(u"p90"_s, u"P90"_s, m_result.percentile(0.9));
    }

    void addEnds()
    {
        addFigure(u"tail"_s, Texts::tr("Mean of the worst 5 %").replace(u" %"_s, u"\u00A0%"_s),
            m_result.conditionalValueAtRisk);
        add(u"ends"_s, Texts::tr("Lowest, highest"),
            Texts::tr("%1, %2").arg(number(m_result.smallest), number(m_result.largest)), {});
    }

    void addIrr()
    {
        if (m_result.target != core::Target {})
            return;
        if (m_result.irrMean)
            add(u"irr"_s, Texts::tr("Mean IRR"), m_format.percent(*m_result.irrMean),
                *m_result.irrMean, true);
        if (m_result.irrNone > 0 && m_result.trials > 0) {
            const double part =
                static_cast<double>(m_result.irrNone) / static_cast<double>(m_result.trials);
            add(u"no_irr"_s, Texts::tr("Trials without an IRR"), m_format.probability(part), part,
                true);
        }
    }

    void addPlan()
    {
        const auto planned = core::figureOf(m_evaluation, m_result.target);
        const QString name = textOf(m_target.name);
        TableCell& cell = add(u"plan"_s, Texts::tr("%1 of the plan, no risk").arg(name),
            planned ? number(*planned) : Texts::tr("none"),
            planned ? std::optional(m_target.shown(*planned)) : std::nullopt);
        if (m_result.target.kind == core::Target::Kind::metric)
            cell.figure = core::FigureReference {
                core::ResultCase::project, std::string(core::nameOf(m_result.target)), {}};
    }

    const core::Evaluation& m_evaluation;
    const core::SimulationResult& m_result;
    const DisplayFormat& m_format;
    core::TargetText m_target;
    std::vector<TableRow> m_rows;
};

}

TableContent riskResult(const core::Evaluation& evaluation, const core::SimulationResult& result,
    core::MoneyView view, const DisplayFormat& format)
{
    return Maker(evaluation, result, view, format).make();
}

}

#include "ui/pages/tax/ShareholderTable.h"

#include "core/project/Rules.h"
#include "core/report/ComposedFigure.h"
#include "core/report/ExplainedSum.h"
#include "ui/pages/ElementRow.h"
#include "ui/pages/LifeMoney.h"
#include "ui/pages/tax/Ownership.h"

#include <QCoreApplication>

#include <algorithm>
#include <cmath>

using namespace Qt::StringLiterals;

namespace ui {

namespace {

struct Texts {
    Q_DECLARE_TR_FUNCTIONS(ShareholderTable)
};

class Maker {
public:
    Maker(const core::Project& project, const core::Evaluation* evaluation, core::MoneyView view,
        const DisplayFormat& format)
        : m_project(project)
        , m_evaluation(evaluation)
        , m_format(format)
    {
        if (!evaluation)
            return;
        m_money.emplace(*evaluation, view);
        double largest = 0.0;
        for (const core::Row net : evaluation->rows().project.shareholderNets) {
            const double sum = m_money->sumOf(net);
            m_net += sum;
            largest = std::max(largest, std::abs(sum));
        }
        m_money->scaleTo(std::max(largest, std::abs(m_net)));
    }

    TableContent make() const
    {
        TableContent content;
        content.columns = columns();
        for (const core::Shareholder& holder : m_project.shareholders)
            content.rows.push_back(row(holder));
        content.rows.push_back(sumRow());
        return content;
    }

private:
    std::vector<TableColumn> columns() const
    {
        std::vector<TableColumn> columns {
            {u"shareholder"_s, Texts::tr("Shareholder"), {}, Qt::AlignLeft, 210, true},
            {u"share"_s, Texts::tr("Share"), {}, Qt::AlignRight, 72},
            {u"state"_s, Texts::tr("Is the state"), {}, Qt::AlignRight, 72},
            {u"withholding_rate"_s, Texts::tr("Withheld from distributions"), {}, Qt::AlignRight,
                110}};
        if (m_money)
            columns.push_back({u"net"_s, Texts::tr("Net over the life, %1").arg(m_money->unit()),
                {}, Qt::AlignRight, 118});
        return columns;
    }

    TableRow row(const core::Shareholder& holder) const
    {
        ElementRow row(m_project, {ProjectList::shareholders, holder.id});
        row.addName(holder.name, holder.note);
        row.addShare("share", holder.share, m_format);
        row.addFlag("state", holder.state);
        row.addShare("withholding_rate", holder.withholdingRate, m_format);
        if (m_money)
            addNet(row, holder.id);
        return row.take();
    }

    void addNet(ElementRow& row, const std::string& id) const
    {
        const auto& evaluated = m_evaluation->project().shareholders;
        for (std::size_t i = 0; i < evaluated.size(); ++i)
            if (evaluated[i].id == id)
                row.add(m_money->cell(
                    m_money->sumOf(m_evaluation->rows().project.shareholderNets[i]), m_format,
                    core::FigureReference {
                        core::ResultCase::project, core::totalOf("shareholder_net." + id)}));
    }

    TableRow sumRow() const
    {
        TableCell sum;
        sum.look = TableCell::Look::number;
        sum.number = sumOfOwnership(m_project);
        sum.isPercent = true;
        sum.text = ownershipSumText(m_project, m_format);
        sum.figure =
            core::FigureReference {core::ResultCase::project, std::string(core::sumOfOwnerShares)};
        if (!core::isOne(*sum.number))
            sum.tone = CellTone::error;
        TableRow row;
        row.id = u"sum"_s;
        row.kind = TableRow::Kind::total;
        row.cells.resize(1);
        row.cells.front().text = Texts::tr("Sum");
        row.cells.push_back(sum);
        row.cells.resize(4);
        if (m_money) {
            row.cells.push_back(m_money->cell(m_net, m_format,
                core::FigureReference {
                    core::ResultCase::project, core::totalOf("shareholder_net")}));
            row.cells.back().tone = CellTone::result;
        }
        return row;
    }

    const core::Project& m_project;
    const core::Evaluation* m_evaluation;
    const DisplayFormat& m_format;
    std::optional<LifeMoney> m_money; // with an evaluation
    double m_net = 0.0;
};

}

TableContent shareholderTable(const core::Project& project, const core::Evaluation* evaluation,
    core::MoneyView view, const DisplayFormat& format)
{
    return Maker(project, evaluation, view, format).make();
}

}

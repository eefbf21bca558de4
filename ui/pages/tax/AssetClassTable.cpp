#include "ui/pages/tax/AssetClassTable.h"

#include "core/report/ComposedFigure.h"
#include "ui/pages/ElementRow.h"
#include "ui/pages/LifeMoney.h"

#include <QCoreApplication>

using namespace Qt::StringLiterals;

namespace ui {

namespace {

struct Texts {
    Q_DECLARE_TR_FUNCTIONS(AssetClassTable)
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
        for (std::size_t i = 0; i < evaluated().size(); ++i) {
            m_additions += m_money->sumOf(rows().additions[i]);
            m_left += m_money->lastOf(rows().bookValues[i]);
        }
        m_money->scaleTo(m_additions);
    }

    TableContent make() const
    {
        TableContent content;
        content.columns = columns();
        for (const core::AssetClass& assetClass : m_project.tax.assetClasses)
            content.rows.push_back(row(assetClass));
        if (m_money)
            content.rows.push_back(sumRow());
        return content;
    }

private:
    const std::vector<core::AssetClass>& evaluated() const
    {
        return m_evaluation->project().tax.assetClasses;
    }
    const core::CaseRows& rows() const { return m_evaluation->rows().project; }

    std::vector<TableColumn> columns() const
    {
        std::vector<TableColumn> columns {
            {u"class"_s, Texts::tr("Asset class"), {}, Qt::AlignLeft, 146, true},
            {u"method"_s, Texts::tr("Depreciation"), {}, Qt::AlignLeft, 136},
            {u"rate"_s, Texts::tr("Rate a year"), {}, Qt::AlignRight, 56},
            {u"years"_s, Texts::tr("Life, years"), {}, Qt::AlignRight, 52},
            {u"property"_s, Texts::tr("Property tax"), {}, Qt::AlignRight, 66}};
        if (m_money) {
            columns.push_back({u"additions"_s, Texts::tr("Additions, %1").arg(m_money->unit()), {},
                Qt::AlignRight, 92});
            columns.push_back({u"left"_s, Texts::tr("Left at end, %1").arg(m_money->unit()), {},
                Qt::AlignRight, 104});
        }
        return columns;
    }

    TableRow row(const core::AssetClass& assetClass) const
    {
        using enum core::DepreciationMethod;
        const core::DepreciationMethod method = assetClass.method;
        ElementRow row(m_project, {ProjectList::assetClasses, assetClass.id});
        row.addName(assetClass.name, assetClass.note);
        row.addChoice("method");
        if (method == decliningBalance)
            row.addShare("rate", assetClass.rate, m_format);
        else
            row.addEmpty();
        if (method == straightLine || method == sumOfYears)
            row.addNumber("years", assetClass.years,
                assetClass.years ? QString::number(*assetClass.years) : QString());
        else
            row.addEmpty();
        row.addFlag("property", assetClass.property);
        if (m_money)
            addResults(row, assetClass.id);
        return row.take();
    }

    void addResults(ElementRow& row, const std::string& id) const
    {
        for (std::size_t i = 0; i < evaluated().size(); ++i) {
            if (evaluated()[i].id != id)
                continue;
            row.add(m_money->cell(m_money->sumOf(rows().additions[i]), m_format,
                core::FigureReference {
                    core::ResultCase::project, core::totalOf("additions." + id)}));
            row.add(m_money->cell(m_money->lastOf(rows().bookValues[i]), m_format,
                core::FigureReference {
                    core::ResultCase::project, "book_value." + id, m_evaluation->years().last}));
        }
    }

    TableRow sumRow() const
    {
        TableRow row;
        row.id = u"sum"_s;
        row.kind = TableRow::Kind::total;
        row.cells.resize(5);
        row.cells.front().text = Texts::tr("All classes");
        const auto add = [&](double sum, const core::FigureReference& figure) {
            row.cells.push_back(m_money->cell(sum, m_format, figure));
            row.cells.back().tone = CellTone::result;
        };
        add(m_additions, {core::ResultCase::project, core::totalOf("additions")});
        add(m_left, {core::ResultCase::project, "book_value", m_evaluation->years().last});
        return row;
    }

    const core::Project& m_project;
    const core::Evaluation* m_evaluation;
    const DisplayFormat& m_format;
    std::optional<LifeMoney> m_money; // with an evaluation
    double m_additions = 0.0;
    double m_left = 0.0;
};

}

TableContent assetClassTable(const core::Project& project, const core::Evaluation* evaluation,
    core::MoneyView view, const DisplayFormat& format)
{
    return Maker(project, evaluation, view, format).make();
}

}

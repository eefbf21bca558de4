#include "ui/pages/KeyFigures.h"

#include "core/report/MetricText.h"
#include "core/report/MoneyView.h"
#include "ui/document/Session.h"
#include "ui/document/Uncertainties.h"
#include "ui/pages/MoneyText.h"

#include <QCoreApplication>

#include <cmath>

using namespace Qt::StringLiterals;

namespace ui {

namespace {

using core::Metric;
using core::PlantCase;

struct Texts {
    Q_DECLARE_TR_FUNCTIONS(KeyFigure)
};

const QString reuseId = u"npv_savings"_s;
const QString expectedId = u"expected_npv"_s;
const QString chanceId = u"probability_of_gain"_s;

struct Choice {
    Metric metric;
    const char* label;
};

// The metrics that tiles offer, under the short names of the board room.
constexpr std::array choices {
    Choice {Metric::npv, QT_TRANSLATE_NOOP("KeyFigure", "NPV")},
    Choice {Metric::irr, QT_TRANSLATE_NOOP("KeyFigure", "IRR")},
    Choice {Metric::payback, QT_TRANSLATE_NOOP("KeyFigure", "Payback")},
    Choice {Metric::breakEvenPrice, QT_TRANSLATE_NOOP("KeyFigure", "Break-even price")},
    Choice {Metric::cashCost, QT_TRANSLATE_NOOP("KeyFigure", "Cash cost")},
    Choice {Metric::allInSustainingCost, QT_TRANSLATE_NOOP("KeyFigure", "All-in sustaining cost")},
    Choice {Metric::levelisedCost, QT_TRANSLATE_NOOP("KeyFigure", "Levelised cost")},
    Choice {Metric::peakFunding, QT_TRANSLATE_NOOP("KeyFigure", "Peak funding")},
    Choice {Metric::mirr, QT_TRANSLATE_NOOP("KeyFigure", "MIRR")},
    Choice {Metric::profitabilityIndex, QT_TRANSLATE_NOOP("KeyFigure", "Profitability index")},
    Choice {Metric::discountedPayback, QT_TRANSLATE_NOOP("KeyFigure", "Discounted payback")},
    Choice {
        Metric::equivalentAnnualValue, QT_TRANSLATE_NOOP("KeyFigure", "Equivalent annual value")},
    Choice {Metric::npvPreTax, QT_TRANSLATE_NOOP("KeyFigure", "NPV before tax")},
    Choice {Metric::npvEquity, QT_TRANSLATE_NOOP("KeyFigure", "Equity NPV")},
    Choice {Metric::irrEquity, QT_TRANSLATE_NOOP("KeyFigure", "Equity IRR")},
    Choice {Metric::minimumDscr, QT_TRANSLATE_NOOP("KeyFigure", "Minimum DSCR")},
    Choice {Metric::stateTakeShare, QT_TRANSLATE_NOOP("KeyFigure", "State take")},
    Choice {
        Metric::shareOfWorldProduction, QT_TRANSLATE_NOOP("KeyFigure", "Share of world output")},
};

QString idOf(Metric metric)
{
    const std::string_view name = core::descriptionOf(metric).name;
    return QString::fromUtf8(name.data(), static_cast<qsizetype>(name.size()));
}

class Writer {
public:
    explicit Writer(const Workspace& workspace)
        : m_workspace(workspace)
        , m_session(workspace.session())
        , m_evaluation(*m_session.evaluation())
        , m_conversion(m_evaluation, m_session.view())
        , m_format(workspace.format())
    {
    }

    KeyFigureText metric(Metric metric) const
    {
        const core::MetricDescription& description = core::descriptionOf(metric);
        const std::optional<double> value = m_evaluation.metrics(PlantCase::project)[metric];
        KeyFigureText text;
        if (!value) {
            text.figure =
                QString::fromStdString(core::metricText(m_evaluation, PlantCase::project, metric));
            text.context = QString::fromStdString(
                core::metricRemark(m_evaluation, PlantCase::project, metric));
            return text;
        }
        using Kind = core::MetricDescription::Kind;
        switch (description.kind) {
        case Kind::money:
            money(text, *value);
            break;
        case Kind::rate:
            text.figure = m_format.fixed(*value, 1, 2);
            text.unit = u"%"_s;
            break;
        case Kind::years:
            text.figure = m_format.fixed(*value, 1);
            text.unit = Texts::tr("years");
            break;
        case Kind::pricePerKg:
            pricePerKg(text, *value, metric);
            break;
        case Kind::ratio:
            text.figure = m_format.fixed(*value, 2);
            text.unit = u"×"_s;
            break;
        }
        text.context = contextOf(metric, *value);
        return text;
    }

    KeyFigureText reuse() const
    {
        KeyFigureText text;
        money(text, m_evaluation.npvSavings());
        text.context =
            Texts::tr("stand-alone %1")
                .arg(presentMoney(*m_evaluation.metrics(PlantCase::standalone)[Metric::npv]));
        return text;
    }

    KeyFigureText expected() const
    {
        KeyFigureText text;
        money(text, m_evaluation.expectedNpv());
        text.context = Texts::tr(
            "over %n price deck(s)", nullptr, static_cast<int>(m_evaluation.decks().size()));
        return text;
    }

    KeyFigureText chance() const
    {
        KeyFigureText text;
        text.figure = QString(enDash);
        if (!isAnythingUncertain(m_evaluation.project())) {
            text.context = Texts::tr("nothing is uncertain");
            return text;
        }
        const SimulationOutcome& outcome =
            m_workspace.quickSimulation().latest(m_session.evaluation());
        if (!outcome.base) {
            text.context = Texts::tr("being worked out");
            return text;
        }
        if (!outcome.result) {
            text.context = Texts::tr("no simulation is possible");
            return text;
        }
        text.figure = m_format.probability(1.0 - outcome.result->probabilityOfLoss);
        text.figure.chop(2); // the sign stands as a unit
        text.unit = u"%"_s;
        text.context = Texts::tr("%1 trials, live")
                           .arg(m_format.fixed(static_cast<double>(outcome.result->trials), 0));
        return text;
    }

private:
    core::MoneyScale scaleOf(double usd) const
    {
        return core::moneyScale(
            std::abs(usd * m_conversion.presentValue()), m_session.view().currency);
    }

    void money(KeyFigureText& text, double usd) const
    {
        text.figure = presentMoney(usd);
        text.unit = QString::fromStdString(scaleOf(usd).unit);
    }

    QString presentMoney(double usd) const
    {
        const core::MoneyScale scale = scaleOf(usd);
        return m_format.fixed(usd * m_conversion.presentValue() / scale.divisor,
            moneyDecimals(scale, m_session.view().currency));
    }

    void pricePerKg(KeyFigureText& text, double usdPerKg, Metric metric) const
    {
        // Costs per kilogram are money of the base year, the others of the valuation year.
        const core::Timeline& timeline = m_evaluation.project().timeline;
        const bool isBase = metric == Metric::cashCost || metric == Metric::allInSustainingCost;
        const bool isTenge = m_session.view().currency == core::Currency::kzt;
        const double rate =
            core::MoneyConversion(m_evaluation, {core::Terms::nominal, m_session.view().currency})
                .inYear(isBase ? timeline.baseYear : timeline.valuationYear);
        text.figure = m_format.perKg(usdPerKg * rate);
        text.unit = isTenge ? u"KZT/kg"_s : u"USD/kg"_s;
    }

    static QString partOfYear(int year, double part)
    {
        if (part < 1.0 / 3.0)
            return Texts::tr("early %1").arg(year);
        return part < 2.0 / 3.0 ? Texts::tr("mid-%1").arg(year) : Texts::tr("late %1").arg(year);
    }

    QString contextOf(Metric metric, double value) const
    {
        const core::Project& project = m_evaluation.project();
        const core::CaseMetrics& standalone = m_evaluation.metrics(PlantCase::standalone);
        const QString valuationYear = QString::number(project.timeline.valuationYear);
        const QString rate = m_format.percent(project.discounting.rate);
        switch (metric) {
        case Metric::npv:
        case Metric::npvPreTax:
        case Metric::equivalentAnnualValue:
            return project.discounting.terms == core::Terms::nominal
                       ? Texts::tr("at %1 nominal").arg(rate)
                       : Texts::tr("at %1 real").arg(rate);
        case Metric::npvEquity:
            return Texts::tr("at %1").arg(m_format.percent(project.discounting.equityRate));
        case Metric::irr: {
            const auto real = m_evaluation.metrics(PlantCase::project)[Metric::irrReal];
            return real ? Texts::tr("real %1, hurdle %2").arg(m_format.percent(*real), rate)
                        : Texts::tr("hurdle %1").arg(rate);
        }
        case Metric::payback:
        case Metric::discountedPayback: {
            const double end = project.timeline.firstYear + value;
            const QString when =
                partOfYear(static_cast<int>(std::floor(end)), end - std::floor(end));
            // Cash is recovered at another time in other money.
            return m_session.view() == core::MoneyView()
                       ? when
                       : Texts::tr("%1, in nominal USD").arg(when);
        }
        case Metric::breakEvenPrice:
            return Texts::tr("flat, real %1").arg(valuationYear);
        case Metric::cashCost:
        case Metric::allInSustainingCost:
        case Metric::levelisedCost:
            if (const auto other = standalone[metric]) {
                KeyFigureText text;
                pricePerKg(text, *other, metric);
                return Texts::tr("stand-alone %1").arg(text.figure);
            }
            return {};
        case Metric::irrEquity:
            return Texts::tr("hurdle %1").arg(m_format.percent(project.discounting.equityRate));
        case Metric::peakFunding:
            return Texts::tr("lowest cumulative cash flow");
        case Metric::minimumDscr:
            if (const auto average = m_evaluation.metrics(PlantCase::project)[Metric::averageDscr])
                return Texts::tr("average %1").arg(m_format.fixed(*average, 2));
            return {};
        case Metric::shareOfWorldProduction:
            return Texts::tr("of %1 t a year")
                .arg(m_format.fixed(project.market.worldProductionTonnesPerYear, 0));
        default:
            return {};
        }
    }

    const Workspace& m_workspace;
    const Session& m_session;
    const core::Evaluation& m_evaluation;
    core::MoneyConversion m_conversion;
    DisplayFormat m_format;
};

}

QStringList keyFigureIds()
{
    QStringList ids;
    for (const Choice& choice : choices)
        ids += idOf(choice.metric);
    return ids << reuseId << expectedId << chanceId;
}

QStringList usualKeyFigureIds()
{
    return {idOf(Metric::npv), idOf(Metric::irr), idOf(Metric::payback),
        idOf(Metric::breakEvenPrice), idOf(Metric::cashCost), reuseId, chanceId};
}

QString keyFigureLabel(const QString& id)
{
    if (id == reuseId)
        return Texts::tr("NPV of refinery reuse");
    if (id == expectedId)
        return Texts::tr("Weighted NPV");
    if (id == chanceId)
        return Texts::tr("P (NPV > 0)");
    for (const Choice& choice : choices)
        if (idOf(choice.metric) == id)
            return Texts::tr(choice.label);
    return id;
}

KeyFigure keyFigureOf(const Workspace& workspace, const QString& id)
{
    KeyFigure figure;
    figure.id = id;
    figure.reference.name = id.toStdString();
    if (id == chanceId) {
        figure.reference.name = idOf(Metric::npv).toStdString();
        figure.page = PageId::risk;
    }
    if (id == reuseId)
        figure.reference.resultCase = core::ResultCase::savings;
    if (workspace.session().evaluation()) {
        const Writer writer(workspace);
        if (id == reuseId)
            figure.text = writer.reuse();
        else if (id == expectedId)
            figure.text = writer.expected();
        else if (id == chanceId)
            figure.text = writer.chance();
        else if (const auto metric = core::findMetric(id.toStdString()))
            figure.text = writer.metric(*metric);
    } else {
        figure.text.figure = QString(enDash);
        figure.text.context = Texts::tr("the project has errors");
    }
    figure.text.label = keyFigureLabel(id);
    return figure;
}

}

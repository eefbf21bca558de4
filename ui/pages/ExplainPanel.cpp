#include "ui/pages/ExplainPanel.h"

#include "core/report/Statement.h"
#include "ui/document/Preferences.h"
#include "ui/document/Session.h"
#include "ui/pages/PartsTree.h"
#include "ui/pages/QuantityText.h"
#include "ui/pages/Workspace.h"
#include "ui/theme/Appearance.h"
#include "ui/widgets/EvidenceText.h"
#include "ui/widgets/ThemedLabel.h"
#include "ui/widgets/YearBars.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QScrollArea>
#include <QVBoxLayout>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace ui {

namespace {

constexpr int margin = 16;
constexpr int afterSection = 14;

QString html(const std::string& text)
{
    return QString::fromStdString(text).toHtmlEscaped();
}

QString link(const QString& target, const QString& text, const QColor& colour)
{
    return u"<a href=\"%1\" style=\"color:%2;text-decoration:none\">%3</a>"_s.arg(
        target.toHtmlEscaped(), colour.name(), text);
}

// Whether the money view converts any number of its formula, which is in the model's money.
bool isMadeOfMoney(const core::ExplainedFigure& explained)
{
    const auto isConverted = [](const core::Quantity& quantity) {
        using Kind = core::Quantity::Kind;
        return quantity.kind == Kind::money || quantity.kind == Kind::cumulative ||
               quantity.kind == Kind::presentValue || quantity.kind == Kind::moneyPerKg;
    };
    return isConverted(explained.quantity) ||
           std::any_of(explained.parts.begin(), explained.parts.end(),
               [&](const core::ExplainedPart& part) { return isConverted(part.quantity); });
}

}

ExplainPanel::ExplainPanel(Workspace& workspace, QWidget* parent)
    : QWidget(parent)
    , m_workspace(workspace)
{
    setObjectName(u"explainPanel"_s);
    buildLayout();
    connect(&workspace.appearance(), &Appearance::changed, this, &ExplainPanel::refresh);
    const Session& session = workspace.session();
    connect(&session, &Session::evaluated, this, &ExplainPanel::refresh);
    connect(&session, &Session::viewChanged, this, &ExplainPanel::refresh);
    connect(
        &workspace.preferences(), &Preferences::negativeStyleChanged, this, &ExplainPanel::refresh);
}

void ExplainPanel::buildLayout()
{
    Appearance& appearance = m_workspace.appearance();
    auto* const area = new QScrollArea(this);
    area->setWidgetResizable(true);
    area->setFrameShape(QFrame::NoFrame);
    area->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    area->setFocusPolicy(Qt::NoFocus);
    auto* const content = new QWidget(area);
    auto* const column = new QVBoxLayout(content);
    column->setContentsMargins(margin, 12, margin, margin);
    column->setSpacing(4);

    auto* const head = new QHBoxLayout;
    m_title = new ThemedLabel(appearance, TextStyle::explainTitle, &Theme::text, content);
    m_title->setWordWrap(true);
    m_value = new ThemedLabel(appearance, TextStyle::explainFigure, &Theme::text, content);
    m_value->setObjectName(u"explain.value"_s);
    head->addWidget(m_title, 1);
    head->addWidget(m_value);
    column->addLayout(head);
    m_unit = addText(*column, u"explain.unit"_s,
        new ThemedLabel(appearance, TextStyle::caption, &Theme::text2, content));
    column->addSpacing(afterSection);

    m_formulaHeading = addHeading(*column, tr("How it is calculated"));
    m_inWords = addText(*column, u"explain.inWords"_s,
        new ThemedLabel(appearance, TextStyle::table, QFont::Medium, &Theme::text, content));
    m_inFigures = addText(*column, u"explain.inFigures"_s,
        new ThemedLabel(appearance, TextStyle::table, &Theme::text2, content));
    column->addSpacing(afterSection);

    m_partsHeading = addHeading(*column, tr("Made from"));
    m_partsHeading->setToolTip(tr("Double click or Enter follows a part"));
    m_parts = new PartsTree(m_workspace, content);
    column->addWidget(m_parts);
    column->addSpacing(afterSection);

    m_usesHeading = addHeading(*column, tr("Used by"));
    m_uses = addText(*column, u"explain.uses"_s,
        new ThemedLabel(appearance, TextStyle::table, &Theme::text, content));
    column->addSpacing(afterSection);

    m_yearsHeading = addHeading(*column, {});
    m_years = new YearBars(appearance, content);
    column->addWidget(m_years);
    column->addSpacing(afterSection);

    m_sourcesHeading = addHeading(*column, tr("Sources"));
    m_sources = addText(*column, u"explain.sources"_s,
        new ThemedLabel(appearance, TextStyle::table, &Theme::text, content));
    column->addStretch(1);
    area->setWidget(content);

    auto* const outer = new QVBoxLayout(this);
    outer->setContentsMargins(0, 0, 0, 0);
    outer->addWidget(area);

    for (QLabel* const label : {m_uses, m_sources}) {
        label->setTextFormat(Qt::RichText);
        label->setTextInteractionFlags(Qt::TextBrowserInteraction);
        connect(label, &QLabel::linkActivated, this, &ExplainPanel::followLink);
    }
    connect(m_parts, &PartsTree::figureFollowed, this, &ExplainPanel::explain);
    connect(m_years, &YearBars::yearChosen, this, [this](int year) {
        core::FigureReference next = figure();
        next.name = core::withoutTotal(next.name);
        next.year = year;
        explain(next);
    });
}

ThemedLabel* ExplainPanel::addText(QVBoxLayout& column, const QString& name, ThemedLabel* label)
{
    label->setObjectName(name);
    label->setWordWrap(true);
    label->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    column.addWidget(label);
    return label;
}

QLabel* ExplainPanel::addHeading(QVBoxLayout& column, const QString& text)
{
    auto* const label = new ThemedLabel(
        m_workspace.appearance(), TextStyle::table, QFont::DemiBold, &Theme::text, this);
    label->setText(text);
    label->setWordWrap(true);
    column.addWidget(label);
    return label;
}

void ExplainPanel::explain(const core::FigureReference& figure)
{
    if (hasFigure() && m_path[m_position] == figure) {
        refresh();
        return;
    }
    if (hasFigure())
        m_path.resize(++m_position);
    m_path.push_back(figure);
    refresh();
}

void ExplainPanel::back()
{
    if (m_position == 0)
        return;
    --m_position;
    refresh();
}

void ExplainPanel::forward()
{
    if (m_position + 1 >= m_path.size())
        return;
    ++m_position;
    refresh();
}

void ExplainPanel::showEvent(QShowEvent* event)
{
    QWidget::showEvent(event);
    tellWhatIsExplained();
}

void ExplainPanel::hideEvent(QHideEvent* event)
{
    QWidget::hideEvent(event);
    tellWhatIsExplained();
}

void ExplainPanel::tellWhatIsExplained()
{
    m_workspace.setExplained(isVisible() && hasFigure() ? std::optional(figure()) : std::nullopt);
}

void ExplainPanel::refresh()
{
    if (!hasFigure())
        return;
    tellWhatIsExplained();
    const auto& evaluation = m_workspace.session().evaluation();
    if (!evaluation) {
        showProblem(tr("The project cannot be evaluated, so there is nothing to explain yet."));
        return;
    }
    const auto explained = core::explainFigure(*evaluation, figure());
    if (explained)
        show(*explained);
    else
        showProblem(
            tr("This figure is no longer part of the model: %1.")
                .arg(QString::fromStdString(core::sentence(explained.error().problems.front()))));
}

void ExplainPanel::showProblem(const QString& sentence)
{
    m_title->setText(tr("No figure"));
    m_value->clear();
    m_unit->setText(sentence);
    for (QWidget* const part :
        std::initializer_list<QWidget*> {m_formulaHeading, m_inWords, m_inFigures, m_partsHeading,
            m_parts, m_usesHeading, m_uses, m_yearsHeading, m_years, m_sourcesHeading, m_sources})
        part->hide();
}

// The statement shows costs as payments; the model has them positive.
double ExplainPanel::signOf(const core::ExplainedFigure& explained)
{
    const std::string_view name = core::withoutCase(core::withoutTotal(explained.figure.name));
    for (const core::StatementLine& line :
        core::statementOf(*m_workspace.session().evaluation(), explained.figure.resultCase))
        if (line.id == name)
            return line.sign;
    return 1.0;
}

void ExplainPanel::show(const core::ExplainedFigure& explained)
{
    showHead(explained);
    m_formulaHeading->show();
    m_inWords->setText(QString::fromStdString(explained.inWords));
    m_inWords->setVisible(!explained.inWords.empty());
    const QString inFigures = QString::fromStdString(explained.inFigures);
    const bool isOtherMoney =
        m_workspace.session().view() != core::MoneyView() && isMadeOfMoney(explained);
    const bool areMillions = explained.moneyUnit == core::MoneyUnit::understood &&
                             explained.quantity.kind != core::Quantity::Kind::moneyPerKg;
    const QString named =
        areMillions ? tr("In USD million, nominal: %1") : tr("In nominal USD: %1");
    m_inFigures->setText(isOtherMoney ? named.arg(inFigures) : inFigures);
    m_inFigures->setVisible(!explained.inFigures.empty());
    m_formulaHeading->setVisible(!explained.inWords.empty());
    m_parts->setParts(explained);
    const bool hasParts = m_parts->topLevelItemCount() > 0;
    m_partsHeading->setVisible(hasParts);
    m_parts->setVisible(hasParts);
    showUses(explained);
    showYears(explained);
    showSources(explained);
}

void ExplainPanel::showHead(const core::ExplainedFigure& explained)
{
    const QString title = QString::fromStdString(explained.title);
    const std::optional<int> year = explained.figure.year;
    m_title->setText(year ? tr("%1, %2").arg(title, QString::number(*year)) : title);
    QStringList remarks;
    if (explained.value) {
        const double sign = signOf(explained);
        const QuantityWriter writer(*m_workspace.session().evaluation(),
            m_workspace.session().view(), m_workspace.format());
        const ShownQuantity shown = writer.shown(explained, sign);
        m_value->setText(shown.number);
        if (!shown.unit.isEmpty())
            remarks += shown.unit + u'.';
        if (sign < 0.0)
            remarks += tr("Shown as a payment.");
    } else {
        m_value->setText(QString::fromStdString(explained.word));
    }
    if (explained.figure.resultCase != core::ResultCase::project)
        remarks += explained.figure.resultCase == core::ResultCase::standalone
                       ? tr("Stand-alone plant.")
                       : tr("Savings from reuse.");
    if (!explained.remark.empty())
        remarks += QString::fromStdString(explained.remark);
    m_unit->setText(remarks.join(u' '));
    m_unit->setVisible(!remarks.isEmpty());
}

void ExplainPanel::showUses(const core::ExplainedFigure& explained)
{
    const QColor accent = m_workspace.appearance().theme().accent;
    m_links.clear();
    QStringList links;
    for (const core::ExplainedUse& use : explained.usedBy) {
        const QString label = html(use.label);
        const std::optional<int> year = use.figure.year;
        links += link(u"use:%1"_s.arg(m_links.size()),
            year ? tr("%1, %2").arg(label, QString::number(*year)) : label, accent);
        m_links.push_back(use.figure);
    }
    m_uses->setText(links.join(u" · "_s));
    m_usesHeading->setVisible(!links.isEmpty());
    m_uses->setVisible(!links.isEmpty());
}

void ExplainPanel::showYears(const core::ExplainedFigure& explained)
{
    const bool isByYear = explained.years.size() > 1;
    m_yearsHeading->setVisible(isByYear);
    m_years->setVisible(isByYear);
    if (!isByYear)
        return;
    m_yearsHeading->setText(explained.figure.year
                                ? tr("%1 by year").arg(QString::fromStdString(explained.title))
                                : tr("By year"));
    const QuantityWriter writer(
        *m_workspace.session().evaluation(), m_workspace.session().view(), m_workspace.format());
    m_years->setValues(
        explained.years.front().year, writer.overYears(explained), explained.figure.year);
}

void ExplainPanel::showSources(const core::ExplainedFigure& explained)
{
    const QColor accent = m_workspace.appearance().theme().accent;
    QString text;
    for (const core::ExplainedSource& source : explained.sources) {
        text += u"<p style=\"margin:0 0 8px 0\"><span style=\"font-weight:600\">%1</span> %2"_s.arg(
            html(source.label), html(source.valueText));
        if (!source.evidence.empty())
            text += u" · "_s + evidenceName(source.evidence).toLower();
        for (const std::string& note : source.notes)
            text += u"<br>"_s + html(note);
        text +=
            u"<br>"_s +
            link(u"input:"_s + QString::fromStdString(source.inputId), tr("Go to input"), accent) +
            u"</p>"_s;
    }
    m_sources->setText(text);
    m_sourcesHeading->setVisible(!text.isEmpty());
    m_sources->setVisible(!text.isEmpty());
}

void ExplainPanel::followLink(const QString& target)
{
    if (target.startsWith(u"input:"_s))
        m_workspace.goToInput(target.mid(6), figure().year);
    else
        explain(m_links[target.mid(4).toULong()]);
}

}

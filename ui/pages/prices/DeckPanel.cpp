#include "ui/pages/prices/DeckPanel.h"

#include "core/project/Registry.h"
#include "core/report/MoneyView.h"
#include "ui/document/CellEdit.h"
#include "ui/document/ProjectLists.h"
#include "ui/document/Session.h"
#include "ui/pages/Workspace.h"
#include "ui/pages/prices/DeckPrices.h"
#include "ui/pages/production/ProductWords.h"
#include "ui/theme/Appearance.h"
#include "ui/widgets/EvidenceText.h"
#include "ui/widgets/IconLabel.h"
#include "ui/widgets/InputForm.h"
#include "ui/widgets/NoteField.h"
#include "ui/widgets/ThemedLabel.h"

#include <QGridLayout>
#include <QHBoxLayout>
#include <QVBoxLayout>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace ui {

namespace {

constexpr int margin = 16;
constexpr int sectionGap = 20;
constexpr int rowGap = 6;
constexpr int noteHeight = 96;
constexpr double noDifference = 5e-5; // of a share that is shown with one decimal in percent

QString textFrom(std::string_view text)
{
    return QString::fromUtf8(text.data(), static_cast<qsizetype>(text.size()));
}

QString gradeOf(const core::Project& project, const std::string& product)
{
    const QStringList grades = gradesOf(project);
    for (std::size_t p = 0; p < project.products.size(); ++p)
        if (project.products[p].id == product)
            return grades[static_cast<qsizetype>(p)];
    return QString::fromStdString(product);
}

ThemedLabel* addHeading(Appearance& appearance, QLayout& column, QWidget* parent)
{
    auto* const heading =
        new ThemedLabel(appearance, TextStyle::table, QFont::DemiBold, &Theme::text, parent);
    column.addWidget(heading);
    return heading;
}

}

DeckPanel::DeckPanel(Workspace& workspace, QWidget* parent)
    : QScrollArea(parent)
    , m_workspace(workspace)
    , m_content(new QWidget(this))
    , m_form(
          new InputForm(workspace.session(), workspace.appearance(), FormPlace::panel, m_content))
{
    setObjectName(u"deckPanel"_s);
    setWidgetResizable(true);
    setFrameShape(QFrame::NoFrame);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setFocusPolicy(Qt::NoFocus);
    auto* const column = new QVBoxLayout(m_content);
    column->setContentsMargins(margin, margin, margin, margin);
    column->setSpacing(sectionGap);
    column->addWidget(m_form);
    addResults(*column);
    addSelected(*column);
    addSource(*column);
    column->addStretch(1);
    setWidget(m_content);
}

void DeckPanel::addResults(QVBoxLayout& column)
{
    auto* const rows = new QVBoxLayout;
    rows->setSpacing(rowGap);
    addHeading(m_workspace.appearance(), *rows, m_content)->setText(tr("Result on this deck"));
    auto* const grid = new QGridLayout;
    grid->setHorizontalSpacing(8);
    grid->setVerticalSpacing(rowGap);
    grid->setColumnStretch(0, 1);
    m_npv = addResult(*grid, tr("NPV"), u"deck.npv"_s);
    m_irr = addResult(*grid, tr("IRR"), u"deck.irr"_s);
    m_weighted = addResult(*grid, tr("All decks, weighted NPV"), u"deck.weightedNpv"_s);
    rows->addLayout(grid);
    column.addLayout(rows);
}

DeckPanel::Result DeckPanel::addResult(QGridLayout& grid, const QString& label, const QString& name)
{
    Appearance& appearance = m_workspace.appearance();
    const int row = grid.rowCount();
    auto* const caption = new ThemedLabel(appearance, TextStyle::table, &Theme::text2, m_content);
    caption->setText(label);
    caption->setWordWrap(true);
    Result result;
    result.figure =
        new ThemedLabel(appearance, TextStyle::table, QFont::DemiBold, &Theme::text, m_content);
    result.figure->setObjectName(name);
    result.unit = new ThemedLabel(appearance, TextStyle::table, &Theme::text2, m_content);
    grid.addWidget(caption, row, 0);
    grid.addWidget(result.figure, row, 1, Qt::AlignRight);
    grid.addWidget(result.unit, row, 2);
    return result;
}

void DeckPanel::addSelected(QVBoxLayout& column)
{
    m_selected = new QWidget(m_content);
    auto* const rows = new QVBoxLayout(m_selected);
    rows->setContentsMargins(0, 0, 0, 0);
    rows->setSpacing(rowGap);
    m_selectedHeading = addHeading(m_workspace.appearance(), *rows, m_selected);
    m_selectedHeading->setObjectName(u"deck.selected"_s);
    m_selectedText =
        new ThemedLabel(m_workspace.appearance(), TextStyle::table, &Theme::text, m_selected);
    m_selectedText->setObjectName(u"deck.earnings"_s);
    m_selectedText->setTextFormat(Qt::RichText);
    m_selectedText->setWordWrap(true);
    rows->addWidget(m_selectedText);
    column.addWidget(m_selected);
}

void DeckPanel::addSource(QVBoxLayout& column)
{
    Appearance& appearance = m_workspace.appearance();
    auto* const rows = new QVBoxLayout;
    rows->setSpacing(rowGap);
    auto* const head = new QHBoxLayout;
    head->setSpacing(rowGap);
    addHeading(appearance, *head, m_content)->setText(tr("Source"));
    head->addStretch();
    m_evidenceMark = new IconLabel(m_content);
    m_evidence = new ThemedLabel(appearance, TextStyle::caption, &Theme::text2, m_content);
    m_evidence->setObjectName(u"deck.evidence"_s);
    head->addWidget(m_evidenceMark);
    head->addWidget(m_evidence);
    rows->addLayout(head);
    m_note = new NoteField(m_content);
    m_note->setObjectName(u"deck.note"_s);
    m_note->setAccessibleName(tr("Source of the deck"));
    m_note->setPlaceholderText(tr("Where the prices come from"));
    connect(m_note, &NoteField::noteEntered, this, &DeckPanel::setNote);
    rows->addWidget(m_note);
    m_sources = new ThemedLabel(appearance, TextStyle::table, &Theme::text2, m_content);
    m_sources->setObjectName(u"deck.sources"_s);
    m_sources->setWordWrap(true);
    rows->addWidget(m_sources);
    column.addLayout(rows);
}

const core::PriceDeck* DeckPanel::deck() const
{
    const auto& decks = m_workspace.session().project().priceDecks;
    const auto found = std::find_if(
        decks.begin(), decks.end(), [&](const core::PriceDeck& deck) { return deck.id == m_deck; });
    return found == decks.end() ? nullptr : &*found;
}

void DeckPanel::showDeck(const std::string& deck)
{
    if (deck == m_deck)
        return;
    m_note->enter();
    m_deck = deck;
    m_note->clear();
    m_note->showNote({});
}

void DeckPanel::showPrice(const std::string& product, std::optional<int> year)
{
    m_product = product;
    m_year = year;
}

bool DeckPanel::select(const QString& inputId)
{
    return m_form->select(inputId);
}

void DeckPanel::refresh()
{
    const core::PriceDeck* const shown = deck();
    m_content->setVisible(shown != nullptr);
    if (!shown)
        return;
    showForm(*shown);
    showResults();
    showSelected(*shown);
    showSource(*shown);
}

void DeckPanel::showForm(const core::PriceDeck& deck)
{
    const QString path = QString::fromStdString(pathOf(ProjectList::priceDecks, deck.id)) + u'.';
    FormSection section;
    const auto add = [&](const QString& field, const QString& label) {
        section.rows.push_back({{path + field, {}}, label});
    };
    add(u"probability"_s, tr("Probability"));
    add(u"terms"_s, tr("Terms"));
    add(u"oecd_premium"_s, tr("OECD contract"));
    add(u"other_premium"_s, tr("Other markets"));
    const core::Project& project = m_workspace.session().project();
    for (const core::Product& product : project.products) {
        const auto price = deck.prices.find(product.id);
        if (price != deck.prices.end() && std::holds_alternative<core::PremiumPrice>(price->second))
            add(u"prices.%1.amount"_s.arg(QString::fromStdString(product.id)),
                tr("%1 premium").arg(gradeOf(project, product.id)));
    }
    m_form->setSections({section});
}

void DeckPanel::showResults()
{
    const Session& session = m_workspace.session();
    const auto& evaluation = session.evaluation();
    const core::DeckResult* result = nullptr;
    if (evaluation) {
        const auto& decks = evaluation->project().priceDecks;
        for (std::size_t d = 0; d < decks.size(); ++d)
            if (decks[d].id == m_deck)
                result = &evaluation->decks()[d];
    }
    const QString dash(enDash);
    if (!result) {
        for (const Result& shown : {m_npv, m_irr, m_weighted}) {
            shown.figure->setText(dash);
            shown.unit->clear();
        }
        return;
    }
    const DisplayFormat format = m_workspace.format();
    const core::MoneyConversion conversion(*evaluation, session.view());
    const auto showMoney = [&](const Result& shown, double usd) {
        const double amount = usd * conversion.presentValue();
        const core::MoneyScale scale = core::moneyScale(amount, session.view().currency);
        shown.figure->setText(format.fixed(amount / scale.divisor, 1));
        shown.unit->setText(QString::fromStdString(scale.unit));
    };
    showMoney(m_npv, result->npv);
    showMoney(m_weighted, evaluation->expectedNpv());
    if (!weightsAddUp(session.project())) {
        m_weighted.figure->setText(dash);
        m_weighted.unit->clear();
    }
    m_irr.figure->setText(result->irr ? format.fixed(*result->irr, 1, 2) : tr("none"));
    m_irr.unit->setText(result->irr ? u"%"_s : QString());
}

void DeckPanel::showSelected(const core::PriceDeck& deck)
{
    const std::optional<core::Series> price =
        m_year ? priceIn(deck, m_product) : std::optional<core::Series>();
    m_selected->setVisible(price.has_value());
    if (!price)
        return;
    const core::Project& project = m_workspace.session().project();
    m_selectedHeading->setText(
        tr("Selected: %1, %2").arg(gradeOf(project, m_product), QString::number(*m_year)));
    m_selectedText->setText(earnings(deck, price->at(*m_year)));
}

// What a kilogram brings at this price, and the price in the other terms.
QString DeckPanel::earnings(const core::PriceDeck& deck, double price) const
{
    const core::Project& project = m_workspace.session().project();
    const DisplayFormat format = m_workspace.format();
    const double factor = marketFactor(project, deck);
    const QString stated = format.perKg(price);
    const QString earned = u"<b>%1</b>"_s.arg(format.perKg(price * factor));
    const QString share = format.percent(project.market.oecdShare, 0);
    QString sentence;
    if (factor < 1.0 - noDifference)
        sentence =
            tr("%1 USD/kg earns %2 after the contract discount, with %3 sold to OECD markets.");
    else if (factor > 1.0 + noDifference)
        sentence =
            tr("%1 USD/kg earns %2 with the contract premium, with %3 sold to OECD markets.");
    else
        sentence = tr("%1 USD/kg earns %2, with %3 sold to OECD markets.");
    sentence = sentence.arg(stated, earned, share);

    if (project.levers.price != 1.0)
        sentence +=
            u' ' +
            tr("The price lever of %1 comes on top.").arg(format.percent(project.levers.price));
    const int baseYear = project.timeline.baseYear;
    if (*m_year == baseYear)
        return sentence;
    const bool isReal = deck.terms == core::Terms::real;
    const core::Terms others = isReal ? core::Terms::nominal : core::Terms::real;
    const double other = inOtherTerms(project, price, *m_year, deck.terms, others);
    return sentence + u' ' +
           tr("In money of %1 the price is %2.")
               .arg(QString::number(isReal ? *m_year : baseYear), format.perKg(other));
}

// What is typed for the price: the price, or the premium that it is.
std::string DeckPanel::selectedInput(const core::PriceDeck& deck) const
{
    const auto price = deck.prices.find(m_product);
    std::string id = pathOf(ProjectList::priceDecks, deck.id);
    if (price == deck.prices.end())
        return id;
    id += ".prices." + m_product;
    return std::holds_alternative<core::PremiumPrice>(price->second) ? id + ".amount" : id;
}

void DeckPanel::showSource(const core::PriceDeck& deck)
{
    const core::Project& project = m_workspace.session().project();
    const std::string input = selectedInput(deck);
    const std::string_view grade = core::evidenceFor(project, input);
    m_evidenceMark->setIcon(evidenceIcon(m_workspace.appearance(), grade), {});
    m_evidence->setText(grade.empty() ? tr("No evidence") : evidenceName(grade));
    m_note->setFixedHeight(m_workspace.appearance().px(noteHeight));
    m_note->showNote(QString::fromStdString(deck.note));
    const std::string_view source = core::noteFor(project, input);
    m_sources->setText(textFrom(source));
    m_sources->setVisible(!source.empty());
}

void DeckPanel::setNote(const QString& note)
{
    Session& session = m_workspace.session();
    const core::PriceDeck* const shown = deck();
    if (!shown)
        return;
    core::Project project = session.project();
    const auto place = static_cast<std::size_t>(shown - session.project().priceDecks.data());
    project.priceDecks[place].note = note.trimmed().isEmpty() ? std::string() : note.toStdString();
    session.edit(tr("Source of “%1”").arg(QString::fromStdString(shown->name)), std::move(project));
}

}

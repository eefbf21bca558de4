#include "ui/document/ProblemText.h"

#include "core/project/Rules.h"
#include "ui/document/ChoiceText.h"
#include "ui/document/InputText.h"
#include "ui/document/Session.h"
#include "ui/models/DisplayFormat.h"

#include <QCoreApplication>
#include <QHash>
#include <QRegularExpression>

#include <algorithm>
#include <cmath>

using namespace Qt::StringLiterals;

namespace ui {

namespace {

struct Texts {
    Q_DECLARE_TR_FUNCTIONS(ProblemText)
};

template <class Element>
const Element* find(const std::vector<Element>& elements, const QString& id)
{
    const std::string name = id.toStdString();
    const auto found = std::find_if(elements.begin(), elements.end(),
        [&](const Element& element) { return element.id == name; });
    return found == elements.end() ? nullptr : &*found;
}

template <class Element>
QString nameIn(const std::vector<Element>& elements, const QString& id)
{
    const Element* const element = find(elements, id);
    return element && !element->name.empty() ? QString::fromStdString(element->name) : id;
}

// To three digits: what is missing may be small, or a third.
QString percent(double fraction)
{
    constexpr int digits = 3;
    const double first = fraction == 0.0 ? 0.0 : std::floor(std::log10(std::abs(fraction)));
    const double scale = std::pow(10.0, digits - 1 - first);
    return DisplayFormat().exactWithUnit(std::round(fraction * scale) / scale, u"%"_s);
}

// How much is missing, or too much.
QString missing(double sum)
{
    return sum < 1.0 ? Texts::tr("%1 is missing").arg(percent(1.0 - sum))
                     : Texts::tr("%1 is too much").arg(percent(sum - 1.0));
}

template <class Element>
double sumOf(const std::vector<Element>& elements, double Element::*share)
{
    double sum = 0.0;
    for (const Element& element : elements)
        sum += element.*share;
    return sum;
}

QString productShares(const core::Project& project)
{
    const core::Timeline& timeline = project.timeline;
    for (int year = timeline.firstYear; year <= timeline.lastYear(); ++year) {
        double sum = 0.0;
        for (const core::Product& product : project.products)
            sum += product.share.at(year);
        if (!core::isOne(sum))
            return Texts::tr("The shares of the products must add up to %1 in every year; in %2, "
                             "%3.")
                .arg(percent(1.0), QString::number(year), missing(sum));
    }
    return {};
}

QString phasing(const core::Project& project, const core::CapitalItem& item, bool isSum)
{
    const QString name = QString::fromStdString(item.name);
    double sum = 0.0;
    for (const auto& [year, share] : item.phasing)
        sum += share;
    if (isSum)
        return Texts::tr("The phasing of “%1” must add up to %2; %3.")
            .arg(name, percent(1.0), missing(sum));
    const core::Timeline& timeline = project.timeline;
    for (const auto& [year, share] : item.phasing)
        if (year < timeline.firstYear || year > timeline.lastYear())
            return Texts::tr("The phasing of “%1” spends in %2, which is not in the years from %3 "
                             "to %4.")
                .arg(name, QString::number(year), QString::number(timeline.firstYear),
                    QString::number(timeline.lastYear()));
    return {};
}

QString depreciation(const Session& session, const core::AssetClass& assetClass, bool isRate)
{
    const QString name = QString::fromStdString(assetClass.name);
    const QString path = u"tax.asset_classes."_s + QString::fromStdString(assetClass.id);
    const core::Input* const method = session.inputOf(path + u".method"_s);
    const auto value = core::valueOf(session.project(), path.toStdString() + ".method");
    const auto* const word = value ? std::get_if<std::string>(&*value) : nullptr;
    const QString words = method && word ? choiceText(session.project(), *method, *word) : path;
    return isRate ? Texts::tr("“%1” has no rate, which its method needs: %2.").arg(name, words)
                  : Texts::tr("“%1” has no life in years, which its method needs: %2.")
                        .arg(name, words);
}

// "ga6n over ga4n over ga6n" with names.
QString circle(const core::Project& project, const QString& message)
{
    QStringList products = message.mid(message.indexOf(u": "_s) + 2).split(u" over "_s);
    for (QString& product : products)
        product = nameIn(project.products, product);
    return products.join(Texts::tr(" over "));
}

QString price(const core::Project& project, const QStringList& path, const QString& message)
{
    const QString deck = nameIn(project.priceDecks, path[1]);
    const QString product = nameIn(project.products, path[3]);
    if (path.size() > 4)
        return Texts::tr("On “%1”, premiums must lead to a price, but they lead in a circle: %2.")
            .arg(deck, circle(project, message));
    return message.startsWith(u"is missing")
               ? Texts::tr("“%1” has no price of %2.").arg(deck, product)
               : Texts::tr("“%1” has a price of %2, which is no product.").arg(deck, product);
}

// A figure that is no number any more. Empty for other problems.
QString figureText(const QString& message)
{
    static const QRegularExpression pattern(u"^'(.*)'(?: in (\\d+))? is not a finite number$"_s);
    const QRegularExpressionMatch match = pattern.match(message);
    if (!match.hasMatch())
        return {};
    return match.hasCaptured(2)
               ? Texts::tr("“%1” cannot be computed in %2; its numbers are too large.")
                     .arg(match.captured(1), match.captured(2))
               : Texts::tr("“%1” cannot be computed; its numbers are too large.")
                     .arg(match.captured(1));
}

// Rules between fields that edits can break. Empty for others.
QString ruleText(const Session& session, const QString& where, const QString& message)
{
    const core::Project& project = session.project();
    const bool isSum = message.contains(u"sum to 1");
    const QStringList path = where.split(u'.');
    if (where == u"products" && isSum)
        return productShares(project);
    if (where == u"price_decks" && isSum)
        return Texts::tr("The probabilities of the price decks must add up to %1; %2.")
            .arg(percent(1.0), missing(sumOf(project.priceDecks, &core::PriceDeck::probability)));
    if (where == u"scenarios" && isSum)
        return Texts::tr("The probabilities of the scenarios must add up to %1; %2.")
            .arg(percent(1.0), missing(sumOf(project.scenarios, &core::Scenario::probability)));
    if (where == u"shareholders" && isSum)
        return Texts::tr("The shares of the owners must add up to %1; %2.")
            .arg(percent(1.0), missing(sumOf(project.shareholders, &core::Shareholder::share)));
    if (where == u"timeline.start_of_operations")
        return Texts::tr("Operations cannot start in %1, before the first year, %2.")
            .arg(QString::number(project.timeline.startOfOperations),
                QString::number(project.timeline.firstYear));
    if (where == u"macro.fx.path")
        return Texts::tr("The exchange rate by year is missing; it is needed while the rate "
                         "follows years of its own.");
    if (where.startsWith(u"capital.items.") && where.endsWith(u".phasing") && path.size() == 4)
        if (const auto* item = find(project.capital.items, path[2]))
            return phasing(project, *item, isSum);
    if (where.startsWith(u"tax.asset_classes.") && message.startsWith(u"is missing"))
        if (const auto* assetClass = find(project.tax.assetClasses, path[2]))
            return depreciation(session, *assetClass, path.last() == u"rate");
    if (where.startsWith(u"price_decks.") && path.size() > 3 && path[2] == u"prices")
        return price(project, path, message);
    return {};
}

}

QString nameOfPath(const Session& session, const QString& path)
{
    if (const core::Input* const input = session.inputOf(path))
        return fullLabelOf(*input);
    // "[2]" is the third entry of a list or profile.
    const qsizetype bracket = path.lastIndexOf(u'[');
    if (bracket > 0 && path.endsWith(u']')) {
        const int entry = path.mid(bracket + 1, path.size() - bracket - 2).toInt();
        const QString whole = nameOfPath(session, path.left(bracket));
        return Texts::tr("%1, entry %2").arg(whole, QString::number(entry + 1));
    }
    static const QHash<QString, const char*> lists {
        {u"products"_s, QT_TRANSLATE_NOOP("ProblemText", "Products")},
        {u"price_decks"_s, QT_TRANSLATE_NOOP("ProblemText", "Price decks")},
        {u"cost_lines"_s, QT_TRANSLATE_NOOP("ProblemText", "Cost lines")},
        {u"capital.items"_s, QT_TRANSLATE_NOOP("ProblemText", "Capital items")},
        {u"tax.asset_classes"_s, QT_TRANSLATE_NOOP("ProblemText", "Asset classes")},
        {u"shareholders"_s, QT_TRANSLATE_NOOP("ProblemText", "Shareholders")},
        {u"scenarios"_s, QT_TRANSLATE_NOOP("ProblemText", "Scenarios")},
    };
    if (const char* const list = lists.value(path))
        return Texts::tr(list);
    return path;
}

QString problemText(const Session& session, const core::Problem& problem)
{
    const QString where = QString::fromStdString(problem.where);
    const QString message = QString::fromStdString(problem.message);
    if (const QString rule = ruleText(session, where, message); !rule.isEmpty())
        return rule;
    if (const QString figure = figureText(message); !figure.isEmpty())
        return figure;
    return where.isEmpty() ? message : Texts::tr("%1: %2").arg(nameOfPath(session, where), message);
}

QString problemText(const Session& session, const InvalidEntry& entry)
{
    const core::Input* const input = session.inputOf(entry.cell.input);
    const QString name =
        input ? fullLabelOf(*input, entry.cell.place) : nameOfPath(session, entry.cell.input);
    return Texts::tr("%1: %2").arg(name, entry.sentence);
}

}

#include "ui/pages/PartsTree.h"

#include "ui/document/Session.h"
#include "ui/pages/Workspace.h"
#include "ui/theme/Appearance.h"

#include <QHeaderView>
#include <QKeyEvent>
#include <QPainter>
#include <QScrollBar>
#include <QStyledItemDelegate>

using namespace Qt::StringLiterals;

namespace ui {

namespace {

enum Column { labelColumn, valueColumn, placeColumn };

constexpr int columns = 3;
enum Role { FigureRole = Qt::UserRole + 1, InputRole, YearRole };

constexpr int partHeight = 24;
constexpr int valueWidth = 84;
constexpr int placeWidth = 52;

bool isShown(const QTreeWidgetItem& item)
{
    for (const QTreeWidgetItem* above = item.parent(); above; above = above->parent())
        if (!above->isExpanded())
            return false;
    return true;
}

// A line under each part, the same selection as in tables.
class PartDelegate : public QStyledItemDelegate {
public:
    PartDelegate(const Appearance& appearance, QObject* parent)
        : QStyledItemDelegate(parent)
        , m_appearance(appearance)
    {
    }

    QSize sizeHint(const QStyleOptionViewItem&, const QModelIndex&) const override
    {
        return {10, m_appearance.px(partHeight)};
    }

    void paint(QPainter* painter, const QStyleOptionViewItem& option,
        const QModelIndex& index) const override
    {
        const Theme& theme = m_appearance.theme();
        const QRect area = option.rect;
        if (option.state.testFlag(QStyle::State_Selected))
            painter->fillRect(area, theme.accentSoft);
        painter->fillRect(QRect(area.left(), area.bottom(), area.width(), 1), theme.rule);
        const bool isInput = index.siblingAtColumn(labelColumn).data(InputRole).isValid();
        const bool isValue = index.column() == valueColumn;
        painter->setFont(
            m_appearance.font(index.column() == placeColumn ? TextStyle::caption : TextStyle::table,
                isValue ? QFont::Medium : QFont::Normal));
        painter->setPen(isValue && isInput              ? theme.input
                        : index.column() == placeColumn ? theme.text2
                                                        : theme.text);
        const bool isRight = index.column() == valueColumn;
        const QRect line = area.adjusted(isRight ? 2 : 4, 0, isRight ? -6 : -2, -1);
        painter->drawText(line, (isRight ? Qt::AlignRight : Qt::AlignLeft) | Qt::AlignVCenter,
            painter->fontMetrics().elidedText(
                index.data().toString(), Qt::ElideMiddle, line.width()));
    }

private:
    const Appearance& m_appearance;
};

}

PartsTree::PartsTree(Workspace& workspace, QWidget* parent)
    : QTreeWidget(parent)
    , m_workspace(workspace)
{
    setObjectName(u"explain.parts"_s);
    setAccessibleName(tr("Made from"));
    setColumnCount(columns);
    setHeaderHidden(true);
    setFrameShape(QFrame::NoFrame);
    setIndentation(16);
    setExpandsOnDoubleClick(false);
    setUniformRowHeights(true);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setVerticalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    setItemDelegate(new PartDelegate(workspace.appearance(), this));
    viewport()->setAutoFillBackground(false);
    header()->setStretchLastSection(false);
    header()->setMinimumSectionSize(20);
    header()->setSectionResizeMode(labelColumn, QHeaderView::Stretch);
    connect(this, &QTreeWidget::itemExpanded, this, &PartsTree::expandItem);
    connect(this, &QTreeWidget::itemCollapsed, this, &PartsTree::fit);
    connect(this, &QTreeWidget::itemDoubleClicked, this, &PartsTree::follow);
}

void PartsTree::setParts(const core::ExplainedFigure& explained)
{
    clear();
    const Appearance& appearance = m_workspace.appearance();
    for (const auto& [column, width] :
        {std::pair {int {valueColumn}, valueWidth}, std::pair {int {placeColumn}, placeWidth}}) {
        header()->setSectionResizeMode(column, QHeaderView::Fixed);
        header()->resizeSection(column, appearance.px(width));
    }
    addParts(invisibleRootItem(), explained.parts);
    const QuantityWriter writer(
        *m_workspace.session().evaluation(), m_workspace.session().view(), m_workspace.format());
    for (const core::BreakEvenTrial& trial : explained.proof) {
        auto* const item = new QTreeWidgetItem(invisibleRootItem());
        item->setText(labelColumn, QString::fromStdString(trial.label) + u", "_s +
                                       m_workspace.format().perKg(trial.price) + u" USD/kg"_s);
        item->setText(valueColumn,
            writer.shown({core::Quantity::Kind::presentValue, "USD"}, trial.npv, {}).number);
        item->setText(placeColumn, tr("NPV"));
    }
    fit();
}

void PartsTree::addParts(QTreeWidgetItem* parent, const std::vector<core::ExplainedPart>& parts)
{
    const QuantityWriter writer(
        *m_workspace.session().evaluation(), m_workspace.session().view(), m_workspace.format());
    for (const core::ExplainedPart& part : parts) {
        QTreeWidgetItem* const item = itemOf(part, writer);
        parent->addChild(item);
        // All years of a part stand below it, each to be followed.
        for (const core::YearValue& value : part.years) {
            if (!value.value || *value.value == 0.0)
                continue;
            core::ExplainedPart ofYear = part;
            ofYear.years.clear();
            ofYear.year = value.year;
            ofYear.value = value.value;
            if (ofYear.figure)
                ofYear.figure->year = value.year;
            item->addChild(itemOf(ofYear, writer));
        }
    }
}

QTreeWidgetItem* PartsTree::itemOf(
    const core::ExplainedPart& part, const QuantityWriter& writer) const
{
    auto* const item = new QTreeWidgetItem;
    item->setText(labelColumn, QString::fromStdString(part.label));
    item->setToolTip(labelColumn, item->text(labelColumn));
    if (part.value) {
        const ShownQuantity shown = writer.shown(part.quantity, *part.value, part.year);
        item->setText(valueColumn, shown.number);
        item->setToolTip(valueColumn, shown.number + u' ' + shown.unit);
    } else if (!part.years.empty()) {
        item->setText(valueColumn, tr("by year"));
    } else {
        item->setText(
            valueColumn, part.text.empty() ? tr("none") : QString::fromStdString(part.text));
    }
    if (part.isInput()) {
        item->setText(placeColumn, tr("input"));
        item->setData(labelColumn, InputRole, QString::fromStdString(part.inputId));
        if (part.year)
            item->setData(labelColumn, YearRole, *part.year);
    } else if (part.year) {
        item->setText(placeColumn, QString::number(*part.year));
    }
    if (part.figure) {
        item->setData(labelColumn, FigureRole, QVariant::fromValue(*part.figure));
        // Its own parts are looked up when somebody opens it.
        if (part.years.empty() && !part.isStructure)
            item->setChildIndicatorPolicy(QTreeWidgetItem::ShowIndicator);
    }
    return item;
}

void PartsTree::expandItem(QTreeWidgetItem* item)
{
    const QVariant target = item->data(labelColumn, FigureRole);
    if (item->childCount() == 0 && target.isValid()) {
        const auto figure = target.value<core::FigureReference>();
        const auto explained = core::explainFigure(*m_workspace.session().evaluation(), figure);
        if (explained)
            addParts(item, explained->parts);
        if (item->childCount() == 0)
            item->setChildIndicatorPolicy(QTreeWidgetItem::DontShowIndicator);
    }
    fit();
}

void PartsTree::follow(QTreeWidgetItem* item)
{
    if (!item)
        return;
    const QVariant input = item->data(labelColumn, InputRole);
    const QVariant figure = item->data(labelColumn, FigureRole);
    if (input.isValid()) {
        const QVariant year = item->data(labelColumn, YearRole);
        m_workspace.goToInput(
            input.toString(), year.isValid() ? std::optional(year.toInt()) : std::nullopt);
        return;
    }
    if (!figure.isValid())
        return;
    const auto target = figure.value<core::FigureReference>();
    if (!target.year && item->childCount() > 0)
        item->setExpanded(!item->isExpanded());
    else
        emit figureFollowed(target);
}

// Only what is selected shows where the keys are.
void PartsTree::focusInEvent(QFocusEvent* event)
{
    QTreeWidget::focusInEvent(event);
    if (selectedItems().isEmpty() && topLevelItemCount() > 0)
        setCurrentItem(topLevelItem(0));
}

void PartsTree::keyPressEvent(QKeyEvent* event)
{
    if (event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter ||
        event->key() == Qt::Key_F3) {
        follow(currentItem());
        return;
    }
    QTreeWidget::keyPressEvent(event);
}

// Where no part that can be seen has a place, the names have the room.
void PartsTree::fit()
{
    bool hasPlaces = false;
    for (QTreeWidgetItemIterator item(this); *item; ++item)
        hasPlaces = hasPlaces || (isShown(**item) && !(*item)->text(placeColumn).isEmpty());
    setColumnHidden(placeColumn, !hasPlaces);
    updateGeometry();
}

QSize PartsTree::sizeHint() const
{
    int rows = 0;
    for (QTreeWidgetItemIterator item(const_cast<PartsTree*>(this)); *item; ++item)
        rows += isShown(**item) ? 1 : 0;
    return {280, rows * m_workspace.appearance().px(partHeight) + 2};
}

QSize PartsTree::minimumSizeHint() const
{
    return {100, sizeHint().height()};
}

}

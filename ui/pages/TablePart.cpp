#include "ui/pages/TablePart.h"

#include "ui/pages/Workspace.h"
#include "ui/tables/NumberTable.h"
#include "ui/theme/Appearance.h"
#include "ui/widgets/ProblemLine.h"
#include "ui/widgets/Rule.h"
#include "ui/widgets/ThemedLabel.h"

#include <QVBoxLayout>

#include <utility>

using namespace Qt::StringLiterals;

namespace ui {

namespace {

constexpr int rowHeight = 24;
constexpr int headHeight = 28; // as high as a button in it

}

TablePart::TablePart(Workspace& workspace, const QString& name, const QString& heading,
    const QString& label, QWidget* parent)
    : QWidget(parent)
    , m_workspace(workspace)
    , m_column(new QVBoxLayout(this))
    , m_head(new QHBoxLayout)
    , m_table(new NumberTable(workspace.session(), workspace.appearance(), this))
    , m_problemLine(new ProblemLine(workspace.appearance(), this))
{
    m_column->setContentsMargins(0, 0, 0, 0);
    m_column->setSpacing(6);
    if (!heading.isEmpty()) {
        auto* const title =
            new ThemedLabel(workspace.appearance(), TextStyle::chartTitle, &Theme::text, this);
        title->setText(heading);
        title->setMinimumHeight(headHeight);
        m_column->addWidget(new Rule(workspace.appearance(), this));
        m_head->addWidget(title, 1);
    }
    m_column->addLayout(m_head);
    m_table->setObjectName(name);
    m_table->setAccessibleName(label);
    m_table->setSideMargins(6, 8);
    m_table->setRowHeight(rowHeight);
    m_table->setVerticalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_problemLine->setObjectName(u"problems."_s + name);
    m_column->addWidget(m_table);
    m_column->addWidget(m_problemLine);
    m_column->addStretch(1);

    connect(m_table, &NumberTable::explainRequested, &workspace, &Workspace::explain);
    connect(m_table, &NumberTable::messageShown, &workspace, &Workspace::tell);
    connect(m_table, &NumberTable::currentCellChanged, this, [this](const QString& row) {
        if (!row.isEmpty())
            emit entered();
    });
    connect(m_table, &NumberTable::contentHeightChanged, m_table, &QWidget::setFixedHeight);
}

void TablePart::setContent(TableContent content)
{
    m_table->setContent(std::move(content));
}

}

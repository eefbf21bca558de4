#pragma once

#include "core/project/ProjectJson.h"
#include "tests/ui/tables/SampleTables.h"
#include "ui/document/Preferences.h"
#include "ui/document/Session.h"
#include "ui/tables/NumberTable.h"
#include "ui/theme/Appearance.h"

#include <QScrollBar>
#include <QTemporaryDir>
#include <QTest>

#include <functional>

// A table of the default project on a page that answers every edit with the new content.
class TableWindow {
public:
    using Describe = std::function<ui::TableContent(const core::Project&)>;

    explicit TableWindow(Describe describe = costTable, const QSize& size = {900, 560})
        : m_describe(std::move(describe))
    {
        const auto refresh = [this] { table.setContent(m_describe(session.project())); };
        QObject::connect(&session, &ui::Session::projectChanged, &table, refresh);
        refresh();
        page.resize(size);
        table.resize(size);
        page.show();
        page.activateWindow();
        table.setFocus();
        (void)QTest::qWaitForWindowActive(&page);
    }

    std::string document() const { return core::writeProject(session.project()); }

    double number(const QString& input, std::optional<int> place = {}) const
    {
        return std::get<double>(ui::contentOf(session.project(), {input, place})->value);
    }

    void key(Qt::Key key, Qt::KeyboardModifiers modifiers = Qt::NoModifier)
    {
        QTest::keyClick(QApplication::focusWidget(), key, modifiers);
    }
    void type(const QString& text)
    {
        // The first one may open an editor, which gets the others.
        for (const QChar c : text)
            QTest::keyClicks(QApplication::focusWidget(), c);
    }

    // The column of the current cell, and what names its row.
    QString current() const { return table.currentRow() + u' ' + table.currentColumn(); }

    // What lies at the place of a cell: the table, or a part of it that stays.
    QPoint placeOf(const QString& row, const QString& column) const
    {
        const ui::TableContent& content = table.content();
        const QModelIndex cell = cellOf(row, column);
        const QTableView& part = partOf(content, cell.column());
        return part.viewport()->mapTo(&table, part.visualRect(cell).center());
    }
    QModelIndex cellOf(const QString& row, const QString& column) const
    {
        const int place = *table.content().columnOf(column);
        const QAbstractItemModel& rows = *table.model();
        for (int i = 0; i < rows.rowCount(); ++i)
            if (rows.headerData(i, Qt::Vertical) ==
                ui::rowNameOf(table.content(), *table.content().rowOf(row)))
                return rows.index(i, place);
        return {};
    }
    void click(const QPoint& place, Qt::KeyboardModifiers modifiers = Qt::NoModifier)
    {
        QWidget* const widget = table.childAt(place);
        QTest::mouseClick(widget, Qt::LeftButton, modifiers, widget->mapFrom(&table, place));
    }
    void doubleClick(const QPoint& place)
    {
        click(place);
        QWidget* const widget = table.childAt(place);
        QTest::mouseDClick(widget, Qt::LeftButton, {}, widget->mapFrom(&table, place));
    }
    // With the button down, over all parts of the table.
    void drag(const QPoint& from, const QPoint& to)
    {
        QWidget* const widget = table.childAt(from);
        QTest::mousePress(widget, Qt::LeftButton, {}, widget->mapFrom(&table, from));
        QTest::mouseMove(widget, widget->mapFrom(&table, (from + to) / 2));
        QTest::mouseMove(widget, widget->mapFrom(&table, to));
        QTest::mouseRelease(widget, Qt::LeftButton, {}, widget->mapFrom(&table, to));
    }

private:
    QTableView& partOf(const ui::TableContent& content, int column) const
    {
        for (QTableView* part : table.findChildren<QTableView*>())
            if (part->isVisible() && content.isFrozen(column) && !part->isColumnHidden(column))
                return *part;
        return const_cast<ui::NumberTable&>(table);
    }

    QTemporaryDir m_folder;
    Describe m_describe;

public:
    ui::Preferences preferences {m_folder.filePath(QStringLiteral("preferences.ini"))};
    ui::Appearance appearance {preferences};
    ui::Session session;
    QWidget page;
    ui::NumberTable table {session, appearance, &page};
};

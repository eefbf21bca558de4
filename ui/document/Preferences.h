#pragma once

#include "ui/models/DisplayFormat.h"

#include <QByteArray>
#include <QHash>
#include <QObject>
#include <QSettings>
#include <QString>
#include <QStringList>

namespace ui {

enum class ThemeChoice { system, light, dark };

inline constexpr int mostRecentFiles = 12;

// How the user likes the window, kept between runs. A value that cannot be understood counts as not
// set.
class Preferences : public QObject {
    Q_OBJECT

public:
    // Where the system keeps settings of programs; needs the names of the application and its
    // organisation.
    explicit Preferences(QObject* parent = nullptr);
    // In a file of its own.
    explicit Preferences(const QString& iniFile, QObject* parent = nullptr);

    ThemeChoice theme() const;
    void setTheme(ThemeChoice);

    int textSizePercent() const;  // 90, 100, 115 or 130
    void setTextSizePercent(int); // the nearest of these
    void stepTextSize(int steps);

    NegativeStyle negativeStyle() const;
    void setNegativeStyle(NegativeStyle);

    QStringList recentFiles() const; // absolute paths, the latest first
    void addRecentFile(const QString& path);
    void removeRecentFile(const QString& path);

    // By id, in their places; empty before the user has chosen.
    QStringList overviewTiles() const;
    void setOverviewTiles(const QStringList&);
    QStringList overviewFigures() const;
    void setOverviewFigures(const QStringList&);
    QStringList scenarioFigures() const;
    void setScenarioFigures(const QStringList&);

    // Of a table, by its object name: the widths of columns, by id and at normal text size, and
    // their order. Those that the user has not changed are not there.
    QHash<QString, int> columnWidths(const QString& table) const;
    void setColumnWidths(const QString& table, const QHash<QString, int>&);
    QStringList columnOrder(const QString& table) const;
    void setColumnOrder(const QString& table, const QStringList&);

    // As QWidget::saveGeometry() and QMainWindow::saveState() give them.
    QByteArray windowGeometry() const;
    void setWindowGeometry(const QByteArray&);
    QByteArray windowState() const;
    void setWindowState(const QByteArray&);

signals:
    void themeChanged();
    void textSizeChanged();
    void negativeStyleChanged();
    void recentFilesChanged();

private:
    void setRecentFiles(const QStringList&);
    void setOrRemove(const QString& key, const QStringList& entries);

    QSettings m_settings;
};

}

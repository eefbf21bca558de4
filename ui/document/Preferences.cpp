#include "ui/document/Preferences.h"

#include <QDir>
#include <QFileInfo>

#include <algorithm>
#include <array>
#include <cstdlib>

using namespace Qt::StringLiterals;

namespace ui {

namespace {

constexpr std::array textSizes {90, 100, 115, 130};
constexpr int usualTextSize = 1; // its place

const QString themeKey = u"window/theme"_s;
const QString textSizeKey = u"window/text_size"_s;
const QString negativeStyleKey = u"numbers/negative"_s;
const QString recentFilesKey = u"files/recent"_s;
const QString overviewTilesKey = u"overview/tiles"_s;
const QString overviewFiguresKey = u"overview/figures"_s;
const QString scenarioFiguresKey = u"scenarios/figures"_s;
const QString columnWidthsKey = u"columns/%1/widths"_s;
const QString columnOrderKey = u"columns/%1/order"_s;
const QString geometryKey = u"window/geometry"_s;
const QString stateKey = u"window/state"_s;

QString wordOf(ThemeChoice theme)
{
    switch (theme) {
    case ThemeChoice::light:
        return u"light"_s;
    case ThemeChoice::dark:
        return u"dark"_s;
    case ThemeChoice::system:
        break;
    }
    return u"system"_s;
}

int placeOfTextSize(int percent)
{
    const auto nearest = std::min_element(textSizes.begin(), textSizes.end(),
        [&](int a, int b) { return std::abs(a - percent) < std::abs(b - percent); });
    return static_cast<int>(nearest - textSizes.begin());
}

}

Preferences::Preferences(QObject* parent)
    : QObject(parent)
{
}

Preferences::Preferences(const QString& iniFile, QObject* parent)
    : QObject(parent)
    , m_settings(iniFile, QSettings::IniFormat)
{
}

ThemeChoice Preferences::theme() const
{
    const QString word = m_settings.value(themeKey).toString();
    for (const ThemeChoice theme : {ThemeChoice::light, ThemeChoice::dark})
        if (word == wordOf(theme))
            return theme;
    return ThemeChoice::system;
}

void Preferences::setTheme(ThemeChoice choice)
{
    if (choice == theme())
        return;
    m_settings.setValue(themeKey, wordOf(choice));
    emit themeChanged();
}

int Preferences::textSizePercent() const
{
    bool isNumber = false;
    const int percent = m_settings.value(textSizeKey).toInt(&isNumber);
    const int place = isNumber ? placeOfTextSize(percent) : usualTextSize;
    return textSizes[static_cast<std::size_t>(place)];
}

void Preferences::setTextSizePercent(int percent)
{
    const int size = textSizes[static_cast<std::size_t>(placeOfTextSize(percent))];
    if (size == textSizePercent())
        return;
    m_settings.setValue(textSizeKey, size);
    emit textSizeChanged();
}

void Preferences::stepTextSize(int steps)
{
    constexpr int last = static_cast<int>(textSizes.size()) - 1;
    const int place = std::clamp(placeOfTextSize(textSizePercent()) + steps, 0, last);
    setTextSizePercent(textSizes[static_cast<std::size_t>(place)]);
}

NegativeStyle Preferences::negativeStyle() const
{
    return m_settings.value(negativeStyleKey).toString() == u"parentheses"
               ? NegativeStyle::parentheses
               : NegativeStyle::minus;
}

void Preferences::setNegativeStyle(NegativeStyle style)
{
    if (style == negativeStyle())
        return;
    m_settings.setValue(
        negativeStyleKey, style == NegativeStyle::parentheses ? u"parentheses"_s : u"minus"_s);
    emit negativeStyleChanged();
}

QStringList Preferences::recentFiles() const
{
    return m_settings.value(recentFilesKey).toStringList().mid(0, mostRecentFiles);
}

void Preferences::addRecentFile(const QString& path)
{
    const QString file = QDir::cleanPath(QFileInfo(path).absoluteFilePath());
    QStringList files = recentFiles();
    files.removeAll(file);
    files.prepend(file);
    setRecentFiles(files.mid(0, mostRecentFiles));
}

void Preferences::removeRecentFile(const QString& path)
{
    QStringList files = recentFiles();
    files.removeAll(QDir::cleanPath(QFileInfo(path).absoluteFilePath()));
    setRecentFiles(files);
}

void Preferences::setRecentFiles(const QStringList& files)
{
    if (files == recentFiles())
        return;
    m_settings.setValue(recentFilesKey, files);
    emit recentFilesChanged();
}

QStringList Preferences::overviewTiles() const
{
    return m_settings.value(overviewTilesKey).toStringList();
}

void Preferences::setOverviewTiles(const QStringList& ids)
{
    m_settings.setValue(overviewTilesKey, ids);
}

QStringList Preferences::overviewFigures() const
{
    return m_settings.value(overviewFiguresKey).toStringList();
}

void Preferences::setOverviewFigures(const QStringList& ids)
{
    m_settings.setValue(overviewFiguresKey, ids);
}

QStringList Preferences::scenarioFigures() const
{
    return m_settings.value(scenarioFiguresKey).toStringList();
}

void Preferences::setScenarioFigures(const QStringList& names)
{
    m_settings.setValue(scenarioFiguresKey, names);
}

QHash<QString, int> Preferences::columnWidths(const QString& table) const
{
    QHash<QString, int> widths;
    for (const QString& entry : m_settings.value(columnWidthsKey.arg(table)).toStringList()) {
        const int width = entry.section(u':', -1).toInt();
        if (width > 0)
            widths.insert(entry.section(u':', 0, -2), width);
    }
    return widths;
}

void Preferences::setColumnWidths(const QString& table, const QHash<QString, int>& widths)
{
    QStringList entries;
    for (auto width = widths.begin(); width != widths.end(); ++width)
        entries += u"%1:%2"_s.arg(width.key()).arg(width.value());
    setOrRemove(columnWidthsKey.arg(table), entries);
}

QStringList Preferences::columnOrder(const QString& table) const
{
    return m_settings.value(columnOrderKey.arg(table)).toStringList();
}

void Preferences::setColumnOrder(const QString& table, const QStringList& ids)
{
    setOrRemove(columnOrderKey.arg(table), ids);
}

void Preferences::setOrRemove(const QString& key, const QStringList& entries)
{
    if (entries.isEmpty())
        m_settings.remove(key);
    else
        m_settings.setValue(key, entries);
}

QByteArray Preferences::windowGeometry() const
{
    return m_settings.value(geometryKey).toByteArray();
}

void Preferences::setWindowGeometry(const QByteArray& geometry)
{
    m_settings.setValue(geometryKey, geometry);
}

QByteArray Preferences::windowState() const
{
    return m_settings.value(stateKey).toByteArray();
}

void Preferences::setWindowState(const QByteArray& state)
{
    m_settings.setValue(stateKey, state);
}

}

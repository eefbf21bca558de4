#include "ui/theme/Appearance.h"

#include "ui/document/Preferences.h"
#include "ui/theme/Fonts.h"
#include "ui/theme/StyleSheet.h"
#include "ui/theme/ThemeStyle.h"
#include "ui/theme/TintedIcon.h"

#include <QApplication>
#include <QPalette>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace ui {

namespace {

struct TypeSize {
    double size; // px
    QFont::Weight weight;
    double spacing; // added after each letter, in parts of the size
};

TypeSize typeSizeOf(TextStyle style)
{
    switch (style) {
    case TextStyle::keyFigure:
        return {26.0, QFont::DemiBold, -0.018};
    case TextStyle::pageTitle:
        return {20.0, QFont::DemiBold, -0.012};
    case TextStyle::explainFigure:
        return {20.0, QFont::DemiBold, 0.0};
    case TextStyle::explainTitle:
    case TextStyle::chartTitleAlone:
        return {15.0, QFont::DemiBold, 0.0};
    case TextStyle::chartTitle:
        return {13.5, QFont::DemiBold, 0.0};
    case TextStyle::body:
        return {13.0, QFont::Normal, 0.0};
    case TextStyle::table:
        return {12.5, QFont::Normal, 0.0};
    case TextStyle::caption:
    case TextStyle::status:
        return {11.5, QFont::Normal, 0.0};
    case TextStyle::hint:
        break;
    }
    return {11.0, QFont::Normal, 0.0};
}

Theme themeFor(const Preferences& preferences, const SystemTheme& system)
{
    if (system.isHighContrast()) {
        // Without a palette of its own the program has the system's.
        QApplication::setPalette(QPalette());
        return Theme::ofSystem(QApplication::palette());
    }
    const ThemeChoice choice = preferences.theme();
    const bool isDark =
        choice == ThemeChoice::system ? system.isDark() : choice == ThemeChoice::dark;
    return isDark ? Theme::dark() : Theme::light();
}

// By kind of widget, since a font in the sheet could not be changed at one of them. The first call
// drops the fonts of kinds, so that it comes first.
void setFonts(const Appearance& appearance)
{
    QApplication::setFont(appearance.font(TextStyle::table));
    for (const char* button : {"QPushButton", "QToolButton"})
        QApplication::setFont(appearance.font(TextStyle::table, QFont::Medium), button);
    for (const char* menu : {"QMenu", "QMenuBar"})
        QApplication::setFont(appearance.font(TextStyle::body), menu);
    for (const char* heading : {"QGroupBox", "QDockWidget"})
        QApplication::setFont(appearance.font(TextStyle::table, QFont::DemiBold), heading);
    QApplication::setFont(appearance.font(TextStyle::caption, QFont::Medium), "QHeaderView");
    for (const char* small : {"QToolTip", "QStatusBar"})
        QApplication::setFont(appearance.font(TextStyle::status), small);
}

}

Appearance::Appearance(Preferences& preferences, QObject* parent)
    : QObject(parent)
    , m_preferences(preferences)
    , m_theme(std::make_shared<Theme>(themeFor(preferences, m_system)))
    , m_textScale(preferences.textSizePercent() / 100.0)
{
    connect(&m_preferences, &Preferences::themeChanged, this, &Appearance::refresh);
    connect(&m_preferences, &Preferences::textSizeChanged, this, &Appearance::refresh);
    connect(&m_system, &SystemTheme::changed, this, &Appearance::refresh);
}

QFont Appearance::font(TextStyle style) const
{
    return font(style, typeSizeOf(style).weight);
}

QFont Appearance::font(TextStyle style, QFont::Weight weight) const
{
    constexpr double smallest = 11.0;
    const TypeSize type = typeSizeOf(style);
    const double size = std::max(smallest, type.size * m_textScale);
    QFont font = programFont(size, weight);
    if (type.spacing != 0.0)
        font.setLetterSpacing(QFont::AbsoluteSpacing, type.spacing * size);
    return font;
}

int Appearance::px(double atNormalTextSize) const
{
    return qRound(atNormalTextSize * m_textScale);
}

QIcon Appearance::icon(const QString& name) const
{
    return tintedIcon(name, m_theme);
}

QIcon Appearance::icon(const QString& name, QColor Theme::*ink) const
{
    return tintedIcon(name, m_theme, ink);
}

QIcon Appearance::icon(const QString& name, const QColor& colour) const
{
    return tintedIcon(name, colour);
}

void Appearance::apply(QApplication& application)
{
    m_application = &application;
    QApplication::setStyle(new ThemeStyle(m_theme));
    QApplication::setWindowIcon(QIcon(u":/galval/icons/galval.svg"_s));
    // The first sheet of a program makes Qt forget the fonts of kinds of widgets.
    application.setStyleSheet(styleSheet(*m_theme, m_textScale));
    dress(Fonts::change);
}

void Appearance::refresh()
{
    const Theme theme = themeFor(m_preferences, m_system);
    const double textScale = m_preferences.textSizePercent() / 100.0;
    if (theme == *m_theme && textScale == m_textScale)
        return;
    const bool isOtherSize = textScale != m_textScale;
    *m_theme = theme;
    m_textScale = textScale;
    if (m_application)
        dress(isOtherSize ? Fonts::change : Fonts::stay);
    emit changed();
}

void Appearance::dress(Fonts fonts)
{
    m_system.setTitleBarsDark(m_theme->isDark);
    QApplication::setPalette(m_system.isHighContrast() ? QPalette() : m_theme->palette());
    if (fonts == Fonts::change)
        setFonts(*this);
    // Last and once: only this hands colours and fonts down, and it goes through every widget.
    m_application->setStyleSheet(styleSheet(*m_theme, m_textScale));
}

}

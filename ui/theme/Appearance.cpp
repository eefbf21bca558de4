#include "ui/theme/Appearance.h"

#include "ui/document/Preferences.h"
#include "ui/theme/Fonts.h"
#include "ui/theme/ThemeStyle.h"
#include "ui/theme/TintedIcon.h"

#include <QApplication>
#include <QPalette>
#include <QToolTip>

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

Look lookFor(const Preferences& preferences, const SystemTheme& system)
{
    return {themeFor(preferences, system), preferences.textSizePercent() / 100.0};
}

// Now rather than with the next events, so that who asks on changed() finds what is new.
void tellWidgets(QEvent::Type change)
{
    QCoreApplication::sendPostedEvents(nullptr, change);
}

}

Appearance::Appearance(Preferences& preferences, QObject* parent)
    : QObject(parent)
    , m_preferences(preferences)
    , m_look(std::make_shared<Look>(lookFor(preferences, m_system)))
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
    const double size = std::max(smallest, type.size * m_look->textScale);
    QFont font = programFont(size, weight);
    if (type.spacing != 0.0)
        font.setLetterSpacing(QFont::AbsoluteSpacing, type.spacing * size);
    return font;
}

QIcon Appearance::icon(const QString& name) const
{
    return tintedIcon(name, sharedTheme());
}

QIcon Appearance::icon(const QString& name, QColor Theme::*ink) const
{
    return tintedIcon(name, sharedTheme(), ink);
}

QIcon Appearance::icon(const QString& name, const QColor& colour) const
{
    return tintedIcon(name, colour);
}

void Appearance::apply()
{
    m_isApplied = true;
    QApplication::setStyle(new ThemeStyle(m_look));
    QApplication::setWindowIcon(QIcon(u":/galval/icons/galval.svg"_s));
    setColours();
    setFonts();
}

void Appearance::refresh()
{
    const Look look = lookFor(m_preferences, m_system);
    if (look == *m_look)
        return;
    const bool isOtherSize = look.textScale != m_look->textScale;
    const bool isOtherTheme = look.theme != m_look->theme;
    *m_look = look;
    if (m_isApplied && isOtherTheme)
        setColours();
    if (m_isApplied && isOtherSize)
        setFonts();
    emit changed();
}

void Appearance::setColours()
{
    m_system.setTitleBarsDark(theme().isDark);
    // That of all widgets drops those of kinds of widgets, so that it comes first.
    QApplication::setPalette(m_system.isHighContrast() ? QPalette() : theme().palette());
    QToolTip::setPalette(QApplication::palette());
    QPalette fields = QApplication::palette();
    fields.setColor(QPalette::Highlight, theme().accent);
    fields.setColor(QPalette::HighlightedText, theme().onAccent);
    for (const char* field : {"QLineEdit", "QPlainTextEdit"})
        QApplication::setPalette(fields, field);
    tellWidgets(QEvent::ApplicationPaletteChange);
}

// By kind of widget. The first call drops the fonts of kinds, so that it comes first.
void Appearance::setFonts()
{
    QApplication::setFont(font(TextStyle::table));
    for (const char* button : {"QPushButton", "QToolButton"})
        QApplication::setFont(font(TextStyle::table, QFont::Medium), button);
    for (const char* menu : {"QMenu", "QMenuBar"})
        QApplication::setFont(font(TextStyle::body), menu);
    QApplication::setFont(font(TextStyle::caption, QFont::Medium), "QHeaderView");
    for (const char* small : {"QToolTip", "QStatusBar"})
        QApplication::setFont(font(TextStyle::status), small);
    tellWidgets(QEvent::ApplicationFontChange);
}

std::shared_ptr<const Theme> Appearance::sharedTheme() const
{
    return {m_look, &m_look->theme};
}

}

#include "ui/theme/SystemTheme.h"

#include <QGuiApplication>
#include <QPalette>

namespace ui {

class SystemTheme::Watcher {
public:
    bool isDark = false;
};

SystemTheme::SystemTheme(QObject* parent)
    : QObject(parent)
    , m_watcher(std::make_unique<Watcher>())
{
    const QPalette palette = QGuiApplication::palette();
    m_watcher->isDark = palette.color(QPalette::Window).lightnessF() <
                        palette.color(QPalette::WindowText).lightnessF();
}

SystemTheme::~SystemTheme() = default;

bool SystemTheme::isDark() const
{
    return m_watcher->isDark;
}

bool SystemTheme::isHighContrast() const
{
    return false;
}

void SystemTheme::setTitleBarsDark(bool) {}

}

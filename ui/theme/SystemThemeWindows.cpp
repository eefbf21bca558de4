#include "ui/theme/SystemTheme.h"

#include <QAbstractNativeEventFilter>
#include <QApplication>
#include <QEvent>
#include <QSettings>
#include <QWidget>

#include <qt_windows.h>

#include <dwmapi.h>

using namespace Qt::StringLiterals;

namespace ui {

namespace {

void setTitleBarDark(const QWidget& window, bool isDark)
{
    constexpr DWORD useImmersiveDarkMode = 20; // older SDKs do not name it
    const BOOL value = isDark ? TRUE : FALSE;
    // A Windows without the attribute refuses it and keeps its light bar.
    DwmSetWindowAttribute(
        reinterpret_cast<HWND>(window.winId()), useImmersiveDarkMode, &value, sizeof value);
}

}

class SystemTheme::Watcher : public QObject, public QAbstractNativeEventFilter {
public:
    explicit Watcher(SystemTheme& theme)
        : m_theme(theme)
    {
        qApp->installNativeEventFilter(this);
        qApp->installEventFilter(this);
    }

    bool nativeEventFilter(const QByteArray&, void* message, qintptr*) override
    {
        const auto type = static_cast<const MSG*>(message)->message;
        // Queued, so that Qt has read the system's new colours by then.
        if (type == WM_SETTINGCHANGE || type == WM_SYSCOLORCHANGE)
            QMetaObject::invokeMethod(&m_theme, &SystemTheme::changed, Qt::QueuedConnection);
        return false;
    }

    bool eventFilter(QObject* object, QEvent* event) override
    {
        // The native window exists by now and is not yet seen, so nothing flashes.
        if (event->type() == QEvent::Show && object->isWidgetType()) {
            const auto& widget = static_cast<const QWidget&>(*object);
            if (widget.isWindow())
                setTitleBarDark(widget, titleBarsAreDark);
        }
        return false;
    }

    bool titleBarsAreDark = false;

private:
    SystemTheme& m_theme;
};

SystemTheme::SystemTheme(QObject* parent)
    : QObject(parent)
    , m_watcher(std::make_unique<Watcher>(*this))
{
}

SystemTheme::~SystemTheme() = default;

bool SystemTheme::isDark() const
{
    const QSettings personalize(
        u"HKEY_CURRENT_USER\\Software\\Microsoft\\Windows\\CurrentVersion\\Themes\\Personalize"_s,
        QSettings::NativeFormat);
    return personalize.value(u"AppsUseLightTheme"_s, 1).toInt() == 0;
}

bool SystemTheme::isHighContrast() const
{
    HIGHCONTRASTW contrast {};
    contrast.cbSize = sizeof contrast;
    return SystemParametersInfoW(SPI_GETHIGHCONTRAST, sizeof contrast, &contrast, 0) &&
           (contrast.dwFlags & HCF_HIGHCONTRASTON) != 0;
}

void SystemTheme::setTitleBarsDark(bool isDark)
{
    m_watcher->titleBarsAreDark = isDark;
    for (const QWidget* window : QApplication::topLevelWidgets())
        if (window->testAttribute(Qt::WA_WState_Created))
            setTitleBarDark(*window, isDark);
}

}

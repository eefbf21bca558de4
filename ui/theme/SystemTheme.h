#pragma once

#include <QObject>

#include <memory>

namespace ui {

// What the system asks of every program: a light or a dark look, or high contrast.
class SystemTheme : public QObject {
    Q_OBJECT

public:
    // Before the program sets a palette of its own, since some systems tell their look only by
    // that.
    explicit SystemTheme(QObject* parent = nullptr);
    ~SystemTheme() override;

    bool isDark() const;
    bool isHighContrast() const;

    // Title bars belong to the system: those of all windows, also of later ones, follow the theme.
    void setTitleBarsDark(bool isDark);

signals:
    void changed();

private:
    class Watcher;
    std::unique_ptr<Watcher> m_watcher;
};

}

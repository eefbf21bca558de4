#pragma once

#include "core/storage/RecoveryStore.h"

#include <QWidget>

#include <vector>

class QLabel;
class QLineEdit;
class QPushButton;
class QVBoxLayout;

namespace ui {

class Appearance;
class Preferences;
class RecentModel;
class RecentTable;
class ThemedLabel;
struct RecentFile;

// In the place of the pages while no project is open: work that was left unsaved, the files that
// were opened lately, and what a new project can start from. It asks, and opens nothing itself.
class StartScreen : public QWidget {
    Q_OBJECT

public:
    enum class Template { example, empty };

    StartScreen(Appearance& appearance, Preferences& preferences, QWidget* parent = nullptr);

    void setLeft(const std::vector<core::Recovery>& left); // the latest first
    void look();                                           // reads the files again

signals:
    void newWanted(ui::StartScreen::Template from);
    void openWanted();
    void fileWanted(const QString& path);
    void lostFileWanted(const QString& path); // one that is not where it was
    void recoveryWanted(const core::Recovery& recovery);
    void comparisonWanted(const core::Recovery& recovery);
    void discardWanted(const core::Recovery& recovery);

private:
    QWidget* makeToolBar();
    QWidget* makeNavigation();
    QWidget* makeContent();
    QPushButton* addEntry(QVBoxLayout& column, const QString& icon, const QString& text);
    void addBar(const core::Recovery& recovery);
    void choose(const RecentFile& file);
    void showRecent();

    Appearance& m_appearance;
    RecentModel* m_model = nullptr;
    QVBoxLayout* m_bars = nullptr;
    QPushButton* m_recover = nullptr; // in the navigation
    RecentTable* m_recent = nullptr;
    QLineEdit* m_filter = nullptr;
    ThemedLabel* m_none = nullptr;
};

}

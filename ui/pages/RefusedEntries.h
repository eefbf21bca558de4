#pragma once

#include "ui/document/CellAddress.h"

#include <QStringList>
#include <QWidget>

#include <functional>

class QVBoxLayout;

namespace ui {

class Workspace;

// Why what was typed into a table or form was refused, a sentence for each, below it. Nothing is
// shown, and no room is taken, while all is well.
class RefusedEntries : public QWidget {
    Q_OBJECT

public:
    // `isShownHere` says which cells the table or form has.
    RefusedEntries(Workspace& workspace, std::function<bool(const CellAddress&)> isShownHere,
        QWidget* parent = nullptr);

    QStringList sentences() const;

private:
    void refresh();
    void addSentence(const QString& sentence);

    Workspace& m_workspace;
    std::function<bool(const CellAddress&)> m_isShownHere;
    QVBoxLayout* m_column = nullptr;
    QStringList m_shown;
};

}

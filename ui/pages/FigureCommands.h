#pragma once

#include <QFutureWatcher>
#include <QObject>
#include <QString>

namespace ui {

class FigureView;
class Workspace;

// What a figure on a page can be told to do, in one place: copy, export, explain. It belongs to the
// view and keeps it in the window's style.
class FigureCommands : public QObject {
    Q_OBJECT

public:
    FigureCommands(Workspace& workspace, FigureView& view);

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    void restyle();
    void copyPicture();
    void copyData();
    void exportFigure();
    void tellOfExport();

    Workspace& m_workspace;
    FigureView& m_view;
    bool m_isStyleOld = false;
    QString m_exportPath;
    QFutureWatcher<QString> m_export; // a sentence about what went wrong, or nothing
};

}

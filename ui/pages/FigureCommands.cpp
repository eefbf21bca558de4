#include "ui/pages/FigureCommands.h"

#include "ui/document/Session.h"
#include "ui/figures/FigureFile.h"
#include "ui/figures/FigureLayout.h"
#include "ui/figures/FigureView.h"
#include "ui/pages/SourceLine.h"
#include "ui/pages/Workspace.h"
#include "ui/theme/Appearance.h"

#include <QClipboard>
#include <QEvent>
#include <QFileDialog>
#include <QFileInfo>
#include <QGuiApplication>
#include <QMessageBox>
#include <QMimeData>
#include <QStandardPaths>
#include <QtConcurrentRun>

using namespace Qt::StringLiterals;

namespace ui {

namespace {

// A title as the name of a file.
QString fileNameOf(QString title)
{
    static const QString forbidden = u"\\/:*?\"<>|"_s;
    for (QChar& c : title)
        if (forbidden.contains(c) || c < u' ')
            c = u' ';
    return title.simplified().left(100);
}

}

FigureCommands::FigureCommands(Workspace& workspace, FigureView& view)
    : QObject(&view)
    , m_workspace(workspace)
    , m_view(view)
{
    restyle();
    // A figure that nobody sees can wait until it is shown.
    connect(&workspace.appearance(), &Appearance::changed, this, [this] {
        m_isStyleOld = !m_view.isVisible();
        if (!m_isStyleOld)
            restyle();
    });
    view.installEventFilter(this);
    connect(&view, &FigureView::copyPictureRequested, this, &FigureCommands::copyPicture);
    connect(&view, &FigureView::copyDataRequested, this, &FigureCommands::copyData);
    connect(&view, &FigureView::exportRequested, this, &FigureCommands::exportFigure);
    connect(&m_export, &QFutureWatcher<QString>::finished, this, &FigureCommands::tellOfExport);
    connect(&view, &FigureView::pointVisited, &workspace, &Workspace::tell);
    connect(&view, &FigureView::inputRequested, this,
        [this](const QString& input) { m_workspace.goToInput(input); });
    connect(&view, &FigureView::explainRequested, this, [this](const QString& row, int year) {
        if (row.isEmpty()) {
            m_workspace.tell(tr("There is no calculation behind this point: it has happened, or "
                                "many groups are put together."));
            return;
        }
        core::FigureReference figure;
        figure.name = row.toStdString();
        if (year != 0)
            figure.year = year;
        m_workspace.explain(figure);
    });
}

bool FigureCommands::eventFilter(QObject* watched, QEvent* event)
{
    if (event->type() == QEvent::Show && m_isStyleOld) {
        m_isStyleOld = false;
        restyle();
    }
    return QObject::eventFilter(watched, event);
}

void FigureCommands::restyle()
{
    const Appearance& appearance = m_workspace.appearance();
    m_view.setStyle(FigureStyle::of(appearance.theme()).scaled(appearance.textScale()));
}

void FigureCommands::copyPicture()
{
    constexpr QSize size(960, 540);
    QGuiApplication::clipboard()->setMimeData(figureMimeData(
        m_view.figure(), size, sourceLine(m_workspace.session(), m_view.figure().source))
                                                  .release());
    m_workspace.tell(tr("Figure copied as a picture and as data."));
}

void FigureCommands::copyData()
{
    QGuiApplication::clipboard()->setMimeData(figureDataMimeData(m_view.figure()).release());
    m_workspace.tell(tr("Data of the figure copied."));
}

void FigureCommands::exportFigure()
{
    QFileDialog dialog(m_view.window(), tr("Export figure"));
    dialog.setObjectName(u"exportFigure"_s);
    dialog.setAcceptMode(QFileDialog::AcceptSave);
    QStringList filters;
    const std::vector<FigureFileType> types = figureFileTypes();
    for (const FigureFileType& type : types)
        filters += type.filter;
    dialog.setNameFilters(filters);
    dialog.setDefaultSuffix(types.front().suffix);
    connect(&dialog, &QFileDialog::filterSelected, &dialog, [&](const QString& filter) {
        dialog.setDefaultSuffix(types[static_cast<std::size_t>(filters.indexOf(filter))].suffix);
    });
    const QString file = m_workspace.session().filePath();
    dialog.setDirectory(file.isEmpty()
                            ? QStandardPaths::writableLocation(QStandardPaths::DocumentsLocation)
                            : QFileInfo(file).absolutePath());
    dialog.selectFile(fileNameOf(textOf(m_view.figure().title)) + u'.' + types.front().suffix);
    if (dialog.exec() != QDialog::Accepted || dialog.selectedFiles().isEmpty())
        return;
    const QString path = dialog.selectedFiles().constFirst();
    // The ending that was typed counts; the filter tells the size of a picture.
    FigureFormat format = types[static_cast<std::size_t>(qMax(
                                    qsizetype {0}, filters.indexOf(dialog.selectedNameFilter())))]
                              .format;
    const QString suffix = QFileInfo(path).suffix().toLower();
    if (suffix == u"svg")
        format = FigureFormat::svg;
    else if (suffix == u"pdf")
        format = FigureFormat::pdf;
    else if (format == FigureFormat::svg || format == FigureFormat::pdf)
        format = FigureFormat::pngDouble;
    // A large picture takes longer than a frame to compress.
    m_exportPath = path;
    m_export.setFuture(
        QtConcurrent::run([file = FigureFile(m_view.figure(),
                               sourceLine(m_workspace.session(), m_view.figure().source), path,
                               format)] { return file.write(); }));
}

void FigureCommands::tellOfExport()
{
    const QString failure = m_export.future().isResultReadyAt(0)
                                ? m_export.result()
                                : tr("“%1” could not be written: there is not enough memory.")
                                      .arg(QDir::toNativeSeparators(m_exportPath)); // it has thrown
    if (failure.isEmpty())
        m_workspace.tell(
            tr("Figure exported to “%1”.").arg(QDir::toNativeSeparators(m_exportPath)));
    else
        QMessageBox::warning(m_view.window(), tr("Export figure"), failure);
}

}

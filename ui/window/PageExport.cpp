#include "ui/window/PageExport.h"

#include "core/project/ProjectJson.h"
#include "ui/document/Session.h"
#include "ui/figures/FigureStyle.h"
#include "ui/models/BlockText.h"
#include "ui/models/DecimalText.h"
#include "ui/pages/Page.h"
#include "ui/pages/SourceLine.h"
#include "ui/tables/NumberTable.h"
#include "ui/theme/Fonts.h"
#include "ui/widgets/PageHead.h"

#include <QBuffer>
#include <QCoreApplication>
#include <QDir>
#include <QFileDialog>
#include <QFileInfo>
#include <QMessageBox>
#include <QPainter>
#include <QPdfWriter>
#include <QSaveFile>
#include <QStandardPaths>

using namespace Qt::StringLiterals;

namespace ui {

namespace {

struct Texts {
    Q_DECLARE_TR_FUNCTIONS(PageExport)
};

QString write(const QString& path, const QByteArray& bytes)
{
    QSaveFile file(path);
    if (!file.open(QIODevice::WriteOnly) || file.write(bytes) != bytes.size() || !file.commit())
        return Texts::tr("“%1” could not be written: %2.")
            .arg(QDir::toNativeSeparators(path), file.errorString());
    return {};
}

// Asks for a name; empty when the user gives up.
QString chosenPath(Workspace& workspace, Page& page, const QString& name, const QString& filter,
    const QString& suffix)
{
    const QString file = workspace.session().filePath();
    const QString folder = file.isEmpty()
                               ? QStandardPaths::writableLocation(QStandardPaths::DocumentsLocation)
                               : QFileInfo(file).absolutePath();
    QFileDialog dialog(page.window(), Texts::tr("Export"), folder, filter);
    dialog.setObjectName(u"exportFile"_s);
    dialog.setAcceptMode(QFileDialog::AcceptSave);
    dialog.setDefaultSuffix(suffix);
    dialog.selectFile(name + u'.' + suffix);
    if (dialog.exec() != QDialog::Accepted || dialog.selectedFiles().isEmpty())
        return {};
    return dialog.selectedFiles().constFirst();
}

void tell(Workspace& workspace, Page& page, const QString& path, const QString& failure)
{
    if (failure.isEmpty())
        workspace.tell(Texts::tr("Exported to “%1”.").arg(QDir::toNativeSeparators(path)));
    else
        QMessageBox::warning(page.window(), Texts::tr("Export"), failure);
}

QString baseName(const Workspace& workspace)
{
    return QFileInfo(workspace.session().displayName()).completeBaseName();
}

// A cell as comma-separated files write it.
QString quoted(QString text)
{
    if (!text.contains(u'"') && !text.contains(u',') && !text.contains(u'\n'))
        return text;
    return u'"' + text.replace(u'"', u"\"\""_s) + u'"';
}

}

QString writePagePdf(Page& page, const QString& path, const QString& source)
{
    page.refreshNow();
    QByteArray bytes;
    QBuffer buffer(&bytes);
    buffer.open(QIODevice::WriteOnly);
    QPdfWriter writer(&buffer);
    writer.setPageSize(QPageSize(QPageSize::A4));
    writer.setPageOrientation(QPageLayout::Landscape);
    writer.setPageMargins(QMarginsF(10.0, 10.0, 10.0, 10.0), QPageLayout::Millimeter);
    writer.setCreator(u"Galval"_s);
    writer.setTitle(page.head().title());
    QPainter painter(&writer);
    const QSizeF room = writer.pageLayout().paintRectPixels(writer.resolution()).size();
    const FigureStyle style = FigureStyle::forExport(page.width());
    painter.setFont(programFont(style.sourceSize));
    const double line = source.isEmpty() ? 0.0 : 2.0 * QFontMetricsF(painter.font()).height();
    const double scale = qMin(room.width() / page.width(), room.height() / (page.height() + line));
    painter.scale(scale, scale);
    page.render(&painter, {}, {}, QWidget::DrawChildren);
    painter.setPen(style.text2);
    painter.drawText(QRectF(0.0, page.height(), page.width(), line),
        Qt::AlignLeft | Qt::AlignBottom | Qt::TextWordWrap, source);
    painter.end();
    return write(path, bytes);
}

QString writeTableCsv(const NumberTable& table, const QString& path, const QString& source)
{
    QString text(u'\ufeff'); // so that spreadsheets read it as UTF-8
    for (const std::vector<BlockCell>& row : table.whole().rows) {
        QStringList cells;
        for (const BlockCell& cell : row)
            cells += quoted(
                cell.number ? DisplayFormat({u"."_s, {}}, NegativeStyle::minus).typed(*cell.number)
                            : cell.text);
        text += cells.join(u',') + u"\r\n"_s;
    }
    if (!source.isEmpty())
        text += u"\r\n"_s + quoted(source) + u"\r\n"_s;
    return write(path, text.toUtf8());
}

void exportPageAsPdf(Workspace& workspace, Page& page)
{
    const QString path = chosenPath(workspace, page,
        baseName(workspace) + u" – "_s + page.head().title(), Texts::tr("PDF (*.pdf)"), u"pdf"_s);
    if (!path.isEmpty())
        tell(workspace, page, path, writePagePdf(page, path, sourceLine(workspace.session())));
}

void exportTableAsCsv(Workspace& workspace, Page& page)
{
    const NumberTable* const table = page.mainTable();
    if (!table)
        return;
    const QString path =
        chosenPath(workspace, page, baseName(workspace) + u" – "_s + page.head().title(),
            Texts::tr("CSV table (*.csv)"), u"csv"_s);
    if (!path.isEmpty())
        tell(workspace, page, path, writeTableCsv(*table, path, sourceLine(workspace.session())));
}

void exportModelAsJson(Workspace& workspace, Page& page)
{
    const QString path = chosenPath(
        workspace, page, baseName(workspace), Texts::tr("JSON document (*.json)"), u"json"_s);
    if (!path.isEmpty())
        tell(workspace, page, path,
            write(path,
                QByteArray::fromStdString(core::writeProject(workspace.session().project()))));
}

}

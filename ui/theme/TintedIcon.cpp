#include "ui/theme/TintedIcon.h"

#include "ui/theme/Resources.h"

#include <QIconEngine>
#include <QPainter>
#include <QPixmap>
#include <QPixmapCache>
#include <QSvgRenderer>

#include <functional>

using namespace Qt::StringLiterals;

namespace ui {

namespace {

QColor paler(QColor colour)
{
    colour.setAlphaF(0.55F);
    return colour;
}

using Ink = std::function<QColor(QIcon::Mode, QIcon::State)>;

class TintedIconEngine : public QIconEngine {
public:
    TintedIconEngine(const QString& name, Ink ink)
        : m_file(u":/galval/icons/%1.svg"_s.arg(name))
        , m_ink(std::move(ink))
    {
        initialiseResources();
    }

    void paint(QPainter* painter, const QRect& rect, QIcon::Mode mode, QIcon::State state) override
    {
        const qreal scale = painter->device()->devicePixelRatio();
        painter->drawPixmap(rect, scaledPixmap(rect.size() * scale, mode, state, scale));
    }

    QPixmap pixmap(const QSize& size, QIcon::Mode mode, QIcon::State state) override
    {
        return scaledPixmap(size, mode, state, 1.0);
    }

    QPixmap scaledPixmap(const QSize& size, QIcon::Mode mode, QIcon::State state, qreal) override
    {
        const QColor ink = m_ink(mode, state);
        const QString cacheKey = u"%1 %2 %3 %4"_s.arg(m_file, ink.name(QColor::HexArgb),
            QString::number(size.width()), QString::number(size.height()));
        QPixmap pixmap;
        if (QPixmapCache::find(cacheKey, &pixmap))
            return pixmap;
        pixmap = QPixmap(size);
        pixmap.fill(Qt::transparent);
        QSvgRenderer drawing(m_file);
        drawing.setAspectRatioMode(Qt::KeepAspectRatio);
        QPainter painter(&pixmap);
        drawing.render(&painter);
        painter.setCompositionMode(QPainter::CompositionMode_SourceIn);
        painter.fillRect(pixmap.rect(), ink);
        painter.end();
        QPixmapCache::insert(cacheKey, pixmap);
        return pixmap;
    }

    QIconEngine* clone() const override { return new TintedIconEngine(*this); }
    QString key() const override { return u"galval"_s; }

private:
    QString m_file;
    Ink m_ink;
};

}

QIcon tintedIcon(const QString& name, std::shared_ptr<const Theme> theme)
{
    return QIcon(new TintedIconEngine(
        name, [theme = std::move(theme)](QIcon::Mode mode, QIcon::State state) {
            if (mode == QIcon::Disabled)
                return theme->disabledText();
            return mode == QIcon::Selected || state == QIcon::On ? theme->accent : theme->text2;
        }));
}

QIcon tintedIcon(const QString& name, std::shared_ptr<const Theme> theme, QColor Theme::*ink)
{
    return QIcon(
        new TintedIconEngine(name, [theme = std::move(theme), ink](QIcon::Mode mode, QIcon::State) {
            return mode == QIcon::Disabled ? theme->disabledText() : (*theme).*ink;
        }));
}

QIcon tintedIcon(const QString& name, const QColor& colour)
{
    return QIcon(new TintedIconEngine(name, [colour](QIcon::Mode mode, QIcon::State) {
        return mode == QIcon::Disabled ? paler(colour) : colour;
    }));
}

}

#include "ui/models/HtmlTable.h"

#include <QStringView>

#include <algorithm>
#include <map>
#include <utility>

using namespace Qt::StringLiterals;

namespace ui {

namespace {

constexpr int widestSpan = 1000;

struct Tag {
    QString name; // in lower case; "/td" for an end
    std::map<QString, QString> attributes;
};

QChar entityCharacter(QStringView name)
{
    static const std::map<QStringView, char16_t> names {{u"nbsp", u'\u00A0'}, {u"amp", u'&'},
        {u"lt", u'<'}, {u"gt", u'>'}, {u"quot", u'"'}, {u"apos", u'\''}, {u"minus", u'\u2212'},
        {u"ndash", u'\u2013'}, {u"thinsp", u'\u2009'}};
    const auto found = names.find(name);
    return found == names.end() ? QChar() : QChar(found->second);
}

QString decoded(QStringView text)
{
    QString result;
    for (qsizetype i = 0; i < text.size(); ++i) {
        const qsizetype end = text[i] == u'&' ? text.indexOf(u';', i) : -1;
        if (end < 0 || end - i > 10) {
            result += text[i];
            continue;
        }
        const QStringView name = text.mid(i + 1, end - i - 1);
        bool isCode = name.startsWith(u'#');
        QString character;
        if (isCode) {
            const bool isHex = name.size() > 1 && name[1].toLower() == u'x';
            const char32_t code = name.mid(isHex ? 2 : 1).toUInt(&isCode, isHex ? 16 : 10);
            if (isCode && code > 0 && code <= 0x10FFFF)
                character = QString::fromUcs4(&code, 1);
        } else if (const QChar known = entityCharacter(name); !known.isNull()) {
            character = known;
        }
        if (character.isEmpty()) {
            result += text[i];
            continue;
        }
        result += character;
        i = end;
    }
    return result;
}

class TableReader {
public:
    TableReader(QStringView html, int cellLimit)
        : m_html(html)
        , m_left(cellLimit)
    {
    }

    std::vector<std::vector<HtmlCell>> read()
    {
        while (!m_isDone && m_place < m_html.size()) {
            if (m_html[m_place] == u'<')
                readMarkup();
            else
                readText();
        }
        endCell();
        dropEmptyEnd();
        return std::move(m_rows);
    }

private:
    void readText()
    {
        qsizetype end = m_html.indexOf(u'<', m_place);
        if (end < 0)
            end = m_html.size();
        if (m_isInCell)
            m_cell.text += decoded(m_html.mid(m_place, end - m_place));
        m_place = end;
    }

    void skipTo(QStringView end)
    {
        const qsizetype found = m_html.indexOf(end, m_place, Qt::CaseInsensitive);
        m_place = found < 0 ? m_html.size() : found + end.size();
    }

    void readMarkup()
    {
        if (m_html.mid(m_place).startsWith(u"<!--"))
            return skipTo(u"-->");
        const Tag tag = readTag();
        if (tag.name == u"style" || tag.name == u"script" || tag.name == u"head")
            return skipTo(QString(u"</"_s + tag.name + u'>'));
        if (tag.name == u"table")
            ++m_depth;
        if (m_depth == 1)
            readTableTag(tag);
        if (tag.name == u"/table" && m_depth > 0 && --m_depth == 0)
            m_isDone = true;
    }

    void readTableTag(const Tag& tag)
    {
        if (tag.name == u"tr") {
            endCell();
            m_rows.emplace_back();
            m_isInRow = true;
        } else if (tag.name == u"td" || tag.name == u"th") {
            beginCell(tag);
        } else if (tag.name == u"/td" || tag.name == u"/th") {
            endCell();
        } else if (tag.name == u"/tr" || tag.name == u"/table") {
            endCell();
            m_isInRow = false;
        } else if (tag.name == u"br" && m_isInCell) {
            m_cell.text += u' ';
        }
    }

    void beginCell(const Tag& tag)
    {
        endCell();
        if (!m_isInRow) {
            m_rows.emplace_back();
            m_isInRow = true;
        }
        m_cell = {};
        for (const QString& name : {u"x:num"_s, u"sdval"_s})
            if (const auto found = tag.attributes.find(name); found != tag.attributes.end())
                m_cell.number = found->second;
        m_columns = spanOf(tag, u"colspan"_s);
        m_deep = spanOf(tag, u"rowspan"_s);
        m_isInCell = true;
    }

    static int spanOf(const Tag& tag, const QString& name)
    {
        const auto found = tag.attributes.find(name);
        return found == tag.attributes.end() ? 1 : std::clamp(found->second.toInt(), 1, widestSpan);
    }

    void endCell()
    {
        if (!m_isInCell)
            return;
        m_isInCell = false;
        m_cell.text = m_cell.text.simplified();
        fillSpanned();
        const int column = static_cast<int>(m_rows.back().size());
        for (int i = 0; i < m_columns; ++i) {
            put(i == 0 ? std::move(m_cell) : HtmlCell {});
            if (m_deep > 1)
                m_spanned[column + i] = {m_rows.size(), m_deep - 1};
        }
    }

    // Puts empty cells where cells of rows above reach into this one.
    void fillSpanned()
    {
        for (;;) {
            const auto above = m_spanned.find(static_cast<int>(m_rows.back().size()));
            if (above == m_spanned.end() ||
                m_rows.size() >
                    above->second.fromRow + static_cast<std::size_t>(above->second.rows) ||
                m_rows.size() == above->second.fromRow || m_isDone)
                return;
            put({});
        }
    }

    void put(HtmlCell cell)
    {
        if (m_left-- <= 0)
            m_isDone = true;
        else
            m_rows.back().push_back(std::move(cell));
    }

    // Excel ends its tables with an empty row that holds the widths of columns.
    void dropEmptyEnd()
    {
        while (!m_rows.empty() && m_rows.back().empty())
            m_rows.pop_back();
    }

    Tag readTag()
    {
        Tag tag;
        ++m_place;
        const auto isNameEnd = [](QChar c) { return c.isSpace() || c == u'>' || c == u'='; };
        const auto takeName = [&] {
            const qsizetype start = m_place;
            while (m_place < m_html.size() && !isNameEnd(m_html[m_place]))
                ++m_place;
            return m_html.mid(start, m_place - start).toString().toLower();
        };
        const auto skipSpaces = [&] {
            while (m_place < m_html.size() && m_html[m_place].isSpace())
                ++m_place;
        };
        tag.name = takeName();
        for (;;) {
            skipSpaces();
            if (m_place >= m_html.size() || m_html[m_place] == u'>')
                break;
            const QString name = takeName();
            skipSpaces();
            QString value;
            if (m_place < m_html.size() && m_html[m_place] == u'=') {
                ++m_place;
                skipSpaces();
                value = takeValue();
            }
            if (!name.isEmpty())
                tag.attributes.emplace(name, value);
        }
        ++m_place;
        return tag;
    }

    QString takeValue()
    {
        if (m_place >= m_html.size())
            return {};
        const QChar quote = m_html[m_place];
        qsizetype end = 0;
        if (quote == u'"' || quote == u'\'') {
            ++m_place;
            end = m_html.indexOf(quote, m_place);
            if (end < 0)
                end = m_html.size();
            const QString value = decoded(m_html.mid(m_place, end - m_place));
            m_place = std::min(end + 1, m_html.size());
            return value;
        }
        end = m_place;
        while (end < m_html.size() && !m_html[end].isSpace() && m_html[end] != u'>')
            ++end;
        const QString value = decoded(m_html.mid(m_place, end - m_place));
        m_place = end;
        return value;
    }

    struct Spanned {
        std::size_t fromRow = 0; // how many rows there were with the cell's own
        int rows = 0;            // how many rows below it reaches into
    };

    QStringView m_html;
    int m_left; // cells
    qsizetype m_place = 0;
    int m_depth = 0; // of tables
    bool m_isDone = false;
    bool m_isInRow = false;
    bool m_isInCell = false;
    HtmlCell m_cell;
    int m_columns = 1;
    int m_deep = 1;
    std::map<int, Spanned> m_spanned; // by column
    std::vector<std::vector<HtmlCell>> m_rows;
};

}

std::vector<std::vector<HtmlCell>> readHtmlTable(const QString& html, int cellLimit)
{
    return TableReader(html, cellLimit).read();
}

}

#include "ui/models/BlockText.h"

#include "ui/models/DecimalText.h"
#include "ui/models/HtmlTable.h"
#include "ui/models/NumberScanner.h"

#include <QMimeData>

#include <algorithm>
#include <cmath>
#include <utility>

using namespace Qt::StringLiterals;

namespace ui {

namespace {

bool endsInPercent(const QString& text)
{
    return text.trimmed().endsWith(u'%');
}

// Gives all rows the same length.
void evenOut(Block& block)
{
    std::size_t width = 0;
    for (const auto& row : block.rows)
        width = std::max(width, row.size());
    if (width == 0) {
        block.rows.clear();
        return;
    }
    // Many short rows and a long one would fill the memory.
    const std::size_t most = std::max<std::size_t>(1, largestBlock / width);
    if (block.rows.size() > most) {
        block.rows.resize(most);
        block.isTruncated = true;
    }
    for (auto& row : block.rows)
        row.resize(width);
}

QString shownText(const BlockCell& cell, const NumberSeparators& separators)
{
    if (!cell.number)
        return cell.text;
    const DisplayFormat format(separators, NegativeStyle::minus);
    const QString digits = format.typed(*cell.number, cell.isPercent ? 2 : 0);
    return cell.isPercent && std::isfinite(*cell.number) ? digits + u'%' : digits;
}

QString quoted(QString text)
{
    if (!text.contains(u'\t') && !text.contains(u'\n') && !text.contains(u'\r') &&
        !text.startsWith(u'"'))
        return text;
    return u'"' + text.replace(u'"', u"\"\""_s) + u'"';
}

// Reads cells one after the other, up to the limit.
class TextReader {
public:
    explicit TextReader(const QString& text)
        : m_text(text)
    {
    }

    Block read()
    {
        while (m_place < m_text.size() && !m_block.isTruncated)
            readRow();
        evenOut(m_block);
        return std::move(m_block);
    }

private:
    void readRow()
    {
        auto& row = m_block.rows.emplace_back();
        for (;;) {
            const QString text = readCell();
            if (++m_cells > largestBlock) {
                m_block.isTruncated = true;
                return;
            }
            row.push_back({text.trimmed(), std::nullopt, endsInPercent(text)});
            if (m_place >= m_text.size() || m_text[m_place] != u'\t')
                break;
            ++m_place;
        }
        if (m_place < m_text.size() && m_text[m_place] == u'\r')
            ++m_place;
        if (m_place < m_text.size() && m_text[m_place] == u'\n')
            ++m_place;
    }

    bool isCellEnd(QChar c) const { return c == u'\t' || c == u'\n' || c == u'\r'; }

    QString readCell()
    {
        if (m_place < m_text.size() && m_text[m_place] == u'"') {
            const qsizetype start = m_place;
            if (std::optional<QString> text = readQuoted())
                return *text;
            m_place = start; // a quotation mark that is part of the text
        }
        const qsizetype start = m_place;
        while (m_place < m_text.size() && !isCellEnd(m_text[m_place]))
            ++m_place;
        return m_text.mid(start, m_place - start);
    }

    std::optional<QString> readQuoted()
    {
        QString text;
        ++m_place;
        while (m_place < m_text.size()) {
            const QChar c = m_text[m_place++];
            if (c != u'"') {
                text += c;
            } else if (m_place < m_text.size() && m_text[m_place] == u'"') {
                text += c;
                ++m_place;
            } else {
                const bool isEnd = m_place >= m_text.size() || isCellEnd(m_text[m_place]);
                return isEnd ? std::optional(text) : std::nullopt;
            }
        }
        return std::nullopt;
    }

    const QString& m_text;
    qsizetype m_place = 0;
    int m_cells = 0;
    Block m_block;
};

}

BlockCell numberCell(double number)
{
    return {{}, number, false};
}

BlockCell percentCell(double fraction)
{
    return {{}, fraction, true};
}

Block blockFromText(const QString& text)
{
    return TextReader(text).read();
}

Block blockFromHtml(const QString& html)
{
    Block block;
    std::size_t cells = 0;
    for (const auto& row : readHtmlTable(html, largestBlock)) {
        auto& target = block.rows.emplace_back();
        for (const HtmlCell& cell : row) {
            BlockCell read {cell.text, std::nullopt, endsInPercent(cell.text)};
            bool isNumber = false;
            const double number = cell.number ? cell.number->toDouble(&isNumber) : 0.0;
            if (isNumber && std::isfinite(number))
                read.number = number;
            target.push_back(std::move(read));
            ++cells;
        }
    }
    block.isTruncated = cells >= static_cast<std::size_t>(largestBlock);
    evenOut(block);
    return block;
}

Block blockFrom(const QMimeData& data)
{
    if (data.hasHtml())
        if (Block block = blockFromHtml(data.html()); !block.isEmpty())
            return block;
    return data.hasText() ? blockFromText(data.text()) : Block();
}

QString textOf(const Block& block, const NumberSeparators& separators)
{
    QString text;
    for (const auto& row : block.rows) {
        for (std::size_t i = 0; i < row.size(); ++i) {
            if (i > 0)
                text += u'\t';
            text += quoted(shownText(row[i], separators));
        }
        text += u'\n';
    }
    return text;
}

QString htmlOf(const Block& block, const NumberSeparators& separators)
{
    QString html = u"<html xmlns:x=\"urn:schemas-microsoft-com:office:excel\">"
                   "<head><meta charset=\"utf-8\"></head><body><table>\n"_s;
    for (const auto& row : block.rows) {
        html += u"<tr>"_s;
        for (const BlockCell& cell : row) {
            if (cell.number && std::isfinite(*cell.number)) {
                const QString digits = QString::fromStdString(exactDecimal(*cell.number));
                html += u"<td align=\"right\" x:num=\"%1\" sdval=\"%1\""_s.arg(digits);
                if (cell.isPercent)
                    html += u" style=\"mso-number-format:'0.0%'\""_s;
                html += u'>';
            } else {
                html += u"<td>"_s;
            }
            html += shownText(cell, separators).toHtmlEscaped() + u"</td>"_s;
        }
        html += u"</tr>\n"_s;
    }
    return html + u"</table></body></html>\n"_s;
}

ParsedNumber numberIn(const BlockCell& cell, const NumberExpectation& expected)
{
    NumberExpectation pasted = expected;
    pasted.oldValue.reset(); // a pasted "-10%" is a value
    if (!cell.number)
        return parseNumber(cell.text, pasted);
    // All digits, in a form that can be read in one way only.
    pasted.decimalMark = u'.';
    const double shown = cell.isPercent ? *cell.number * 100.0 : *cell.number;
    const double size = std::abs(*cell.number);
    const bool isLong = size > 1e15 || (size < 1e-15 && size > 0.0);
    const QString digits =
        isLong ? QString::number(shown, 'g', 17)
               : QString::fromStdString(exactDecimal(*cell.number, cell.isPercent ? 2 : 0));
    return parseNumber(cell.isPercent ? digits + u'%' : digits, pasted);
}

std::optional<QChar> decimalMarkOf(const Block& block)
{
    std::optional<QChar> mark;
    for (const auto& row : block.rows) {
        for (const BlockCell& cell : row) {
            if (cell.number)
                continue;
            qsizetype start = 0;
            while (start < cell.text.size() && !cell.text[start].isDigit())
                ++start;
            const ScannedNumber number = scanNumber(QStringView(cell.text).mid(start));
            if (!number.isWellFormed || !number.decimalMark)
                continue;
            if (mark && *mark != *number.decimalMark)
                return std::nullopt;
            mark = number.decimalMark;
        }
    }
    return mark;
}

}

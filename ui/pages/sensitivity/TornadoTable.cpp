#include "ui/pages/sensitivity/TornadoTable.h"

#include "ui/document/TornadoCells.h"
#include "ui/figures/FigureLayout.h"
#include "ui/widgets/EvidenceText.h"

#include <QCoreApplication>

#include <cmath>

using namespace Qt::StringLiterals;

namespace ui {

namespace {

const QString rowPrefix = u"tornado."_s;

struct Texts {
    Q_DECLARE_TR_FUNCTIONS(TornadoTable)
};

QString originOf(const core::InputRange& range, const DisplayFormat& format)
{
    switch (range.origin) {
    case core::RangeOrigin::typed:
        return Texts::tr("Typed");
    case core::RangeOrigin::grade:
        return evidenceName(range.grade);
    case core::RangeOrigin::estimateClass:
        return Texts::tr("AACE class %1").arg(range.estimateClass.value_or(0));
    case core::RangeOrigin::percent:
        break;
    }
    const double part = range.base == 0.0 ? 0.0 : std::abs(range.high / range.base - 1.0);
    return part == 0.0 ? Texts::tr("In percent") : Texts::tr("± %1").arg(format.percent(part, 0));
}

class Maker {
public:
    Maker(const core::PositionTexts& texts, const TornadoWords& words, const DisplayFormat& format)
        : m_texts(texts)
        , m_words(words)
        , m_format(format)
    {
    }

    std::vector<TableColumn> columns() const
    {
        return {{u"used"_s, {}, {}, Qt::AlignLeft, 44},
            {u"input"_s, Texts::tr("Input"), {}, Qt::AlignLeft, 128, true},
            {u"low"_s, Texts::tr("Low"), {}, Qt::AlignRight, 60},
            {u"base"_s, Texts::tr("Base"), {}, Qt::AlignRight, 60},
            {u"high"_s, Texts::tr("High"), {}, Qt::AlignRight, 60},
            {u"origin"_s, Texts::tr("Range from"), {}, Qt::AlignLeft, 92},
            {u"flip"_s, m_words.flipHead, {}, Qt::AlignRight, 62},
            {u"swing"_s, Texts::tr("Swing, %1").arg(QString::fromStdString(m_words.target.unit)),
                {}, Qt::AlignRight, 80, false, true}};
    }

    TableRow row(const TornadoLine& line) const
    {
        const core::InputRange& range = line.range;
        const core::PositionText text =
            m_texts.of(range.input, {range.low, range.base, range.high});
        TableRow row;
        row.id = tornadoRowId(range.input.id);
        row.isRemovable = true;
        row.cells = {usedCell(range, text), nameCell(text),
            endCell(range, TornadoPart::low, range.low, text), baseCell(range, text),
            endCell(range, TornadoPart::high, range.high, text), originCell(range),
            flipCell(line, text), swingCell(line)};
        return row;
    }

private:
    QString numberText(double position, const core::PositionText& text, int decimals) const
    {
        return text.unit.empty() && decimals == 0
                   ? DisplayFormat::year(static_cast<int>(std::lround(position)))
                   : m_format.fixed(text.shown(position), decimals);
    }

    static TableCell usedCell(const core::InputRange& range, const core::PositionText& text)
    {
        TableCell cell;
        cell.text = textOf(text.name); // for those who hear it
        cell.number = range.isUsed ? 1.0 : 0.0;
        cell.editor = TableCell::Editor::flag;
        cell.cell.input = tornadoCellId(range.input.id, TornadoPart::used);
        cell.toolTip = Texts::tr("Whether the input has a bar; its range is kept.");
        return cell;
    }

    static TableCell nameCell(const core::PositionText& text)
    {
        TableCell cell;
        cell.text = textOf(text.name);
        cell.textBelow = QString::fromStdString(text.unit);
        cell.toolTip = cell.text;
        return cell;
    }

    TableCell positionCell(double position, const core::PositionText& text) const
    {
        TableCell cell;
        cell.look = TableCell::Look::number;
        cell.text = numberText(position, text, text.decimals);
        cell.isPercent = text.isPercent();
        cell.number = cell.isPercent ? position : text.shown(position);
        return cell;
    }

    TableCell endCell(const core::InputRange& range, TornadoPart part, double position,
        const core::PositionText& text) const
    {
        TableCell cell = positionCell(position, text);
        if (!m_words.areRangesTyped)
            return cell;
        cell.tone = CellTone::input;
        cell.editor = TableCell::Editor::number;
        cell.cell.input = tornadoCellId(range.input.id, part);
        cell.bareExponent = text.isPercent() ? 0 : -text.exponent;
        return cell;
    }

    TableCell baseCell(const core::InputRange& range, const core::PositionText& text) const
    {
        return positionCell(range.base, text);
    }

    TableCell originCell(const core::InputRange& range) const
    {
        TableCell cell;
        cell.text = originOf(range, m_format);
        cell.tone = CellTone::quiet;
        cell.toolTip = cell.text;
        return cell;
    }

    TableCell flipCell(const TornadoLine& line, const core::PositionText& text) const
    {
        TableCell cell;
        cell.look = TableCell::Look::number;
        if (!line.flip) {
            cell.text = m_words.areFlipsSought ? u"…"_s : QString(enDash);
            cell.tone = CellTone::inherited;
            cell.toolTip =
                m_words.areFlipsSought ? Texts::tr("It is being looked for.") : QString();
            return cell;
        }
        if (!line.flip->nearest) {
            cell.text = Texts::tr("none");
            cell.tone = CellTone::inherited;
            cell.toolTip = Texts::tr("At no value that the field takes.");
            return cell;
        }
        const double at = *line.flip->nearest;
        cell.text = numberText(at, text, text.decimals);
        cell.isPercent = text.isPercent();
        cell.number = cell.isPercent ? at : text.shown(at);
        cell.isStrong = line.flip->isInsideRange;
        cell.toolTip =
            Texts::tr("%1 off the base").arg(m_format.percent(line.flip->fractionOfBase));
        if (line.flip->all.size() > 1)
            cell.toolTip += u". "_s + Texts::tr("There are %n such values.", nullptr,
                                          static_cast<int>(line.flip->all.size()));
        return cell;
    }

    TableCell swingCell(const TornadoLine& line) const
    {
        TableCell cell;
        cell.look = TableCell::Look::number;
        if (line.swing) {
            cell.number = m_words.target.shown(*line.swing);
            cell.text = m_format.fixed(*cell.number, m_words.target.decimals);
        } else {
            cell.text = QString(enDash);
        }
        return cell;
    }

    const core::PositionTexts& m_texts;
    const TornadoWords& m_words;
    const DisplayFormat& m_format;
};

}

TableContent tornadoTable(const std::vector<TornadoLine>& lines, const core::PositionTexts& texts,
    const TornadoWords& words, const DisplayFormat& format)
{
    const Maker maker(texts, words, format);
    TableContent content;
    content.columns = maker.columns();
    for (const TornadoLine& line : lines)
        content.rows.push_back(maker.row(line));
    return content;
}

QString tornadoRowId(const std::string& input)
{
    return rowPrefix + QString::fromStdString(input);
}

std::string inputOfTornadoRow(const QString& rowId)
{
    return rowId.mid(rowPrefix.size()).toStdString();
}

}

#include "ui/widgets/EvidenceText.h"

#include "ui/models/DisplayFormat.h"
#include "ui/theme/Appearance.h"

#include <QCoreApplication>

using namespace Qt::StringLiterals;

namespace ui {

namespace {

struct Texts {
    Q_DECLARE_TR_FUNCTIONS(EvidenceText)
};

struct Grade {
    std::string_view grade;
    const char* name;
    const char* icon;
    QColor Theme::*ink;
};

// A mere assumption stands out.
constexpr Grade grades[] = {
    {"assumption", QT_TRANSLATE_NOOP("EvidenceText", "Assumption"), "evidence-assumption",
        &Theme::warning},
    {"analyst", QT_TRANSLATE_NOOP("EvidenceText", "Analyst"), "evidence-analyst", &Theme::accent},
    {"test_work", QT_TRANSLATE_NOOP("EvidenceText", "Test work"), "evidence-test-work",
        &Theme::accent},
    {"quote", QT_TRANSLATE_NOOP("EvidenceText", "Quote"), "evidence-quote", &Theme::accent},
};

const Grade* find(std::string_view grade)
{
    for (const Grade& known : grades)
        if (known.grade == grade)
            return &known;
    return nullptr;
}

}

QString evidenceName(std::string_view grade)
{
    if (const Grade* known = find(grade))
        return Texts::tr(known->name);
    return grade.empty() ? Texts::tr("None")
                         : QString::fromUtf8(grade.data(), static_cast<qsizetype>(grade.size()));
}

QIcon evidenceIcon(const Appearance& appearance, std::string_view grade)
{
    const Grade* known = find(grade);
    return known ? appearance.icon(QLatin1String(known->icon), known->ink) : QIcon();
}

QString rangeText(const core::EvidenceRange& range)
{
    const DisplayFormat format;
    return Texts::tr("from %1 to %2")
        .arg(format.percent(range.low, 0), format.percent(range.high, 0));
}

QString originText(const core::InputEvidence& evidence)
{
    if (evidence.estimateClass)
        return Texts::tr("from AACE class %1").arg(*evidence.estimateClass);
    return Texts::tr("from grade %1").arg(evidenceName(evidence.grade));
}

}

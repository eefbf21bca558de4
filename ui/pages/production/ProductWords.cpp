#include "ui/pages/production/ProductWords.h"

#include "core/report/figure/FigureText.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace ui {

namespace {

struct Words {
    QStringList metal;
    std::vector<QStringList> grades;
};

QStringList wordsOf(const core::Product& product)
{
    const QString name = QString::fromStdString(core::shortName(product.name));
    return name.split(u' ', Qt::SkipEmptyParts);
}

// The only product has nothing to be told from; a word with a digit is its grade.
Words wordsOfOnly(const core::Product& product)
{
    const QStringList words = wordsOf(product);
    const bool hasGrade = words.size() > 1 && std::any_of(words.back().begin(), words.back().end(),
                                                  [](QChar c) { return c.isDigit(); });
    return hasGrade ? Words {words.first(words.size() - 1), {words.last(1)}}
                    : Words {words, {words}};
}

Words wordsOf(const core::Project& project)
{
    if (project.products.size() == 1)
        return wordsOfOnly(project.products.front());
    Words words;
    for (const core::Product& product : project.products)
        words.grades.push_back(wordsOf(product));
    const auto sharesFirstWord = [&](const QStringList& grade) {
        return grade.size() > 1 && grade.front() == words.grades.front().front();
    };
    while (!words.grades.empty() && words.grades.front().size() > 1 &&
           std::all_of(words.grades.begin(), words.grades.end(), sharesFirstWord)) {
        words.metal += words.grades.front().front();
        for (QStringList& grade : words.grades)
            grade.removeFirst();
    }
    return words;
}

}

QString metalOf(const core::Project& project)
{
    return wordsOf(project).metal.join(u' ');
}

QStringList gradesOf(const core::Project& project)
{
    QStringList grades;
    for (const QStringList& grade : wordsOf(project).grades)
        grades += grade.join(u' ');
    return grades;
}

}

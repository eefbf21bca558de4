#include "ui/pages/production/ProductWords.h"

#include <QTest>

using namespace Qt::StringLiterals;

class TestProductWords : public QObject {
    Q_OBJECT

private slots:
    void productsAreToldApart_data();
    void productsAreToldApart();
};

void TestProductWords::productsAreToldApart_data()
{
    QTest::addColumn<QStringList>("names");
    QTest::addColumn<QString>("metal");
    QTest::addColumn<QStringList>("grades");
    QTest::newRow("two grades of a metal")
        << QStringList {u"Gallium 4N (99.99 %)"_s, u"Gallium 6N (99.9999 %)"_s} << u"Gallium"_s
        << QStringList {u"4N"_s, u"6N"_s};
    QTest::newRow("several words in common")
        << QStringList {u"Vanadium pentoxide flake"_s, u"Vanadium pentoxide powder"_s}
        << u"Vanadium pentoxide"_s << QStringList {u"flake"_s, u"powder"_s};
    QTest::newRow("one name within the other")
        << QStringList {u"Gallium"_s, u"Gallium 6N"_s} << QString()
        << QStringList {u"Gallium"_s, u"Gallium 6N"_s};
    QTest::newRow("nothing in common") << QStringList {u"Gallium"_s, u"Germanium"_s} << QString()
                                       << QStringList {u"Gallium"_s, u"Germanium"_s};
    QTest::newRow("the same name twice") << QStringList {u"Gallium 4N"_s, u"Gallium 4N"_s}
                                         << u"Gallium"_s << QStringList {u"4N"_s, u"4N"_s};
    QTest::newRow("one product with a grade")
        << QStringList {u"Gallium 4N (99.99 %)"_s} << u"Gallium"_s << QStringList {u"4N"_s};
    QTest::newRow("one product without") << QStringList {u"Scandium oxide"_s} << u"Scandium oxide"_s
                                         << QStringList {u"Scandium oxide"_s};
}

void TestProductWords::productsAreToldApart()
{
    QFETCH(QStringList, names);
    QFETCH(QString, metal);
    QFETCH(QStringList, grades);
    core::Project project;
    for (const QString& name : names) {
        core::Product product;
        product.name = name.toStdString();
        project.products.push_back(product);
    }
    QCOMPARE(ui::metalOf(project), metal);
    QCOMPARE(ui::gradesOf(project), grades);
}

QTEST_APPLESS_MAIN(TestProductWords)
#include "tst_productwords.moc"

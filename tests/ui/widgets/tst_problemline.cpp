#include "ui/widgets/ProblemLine.h"

#include "tests/ui/widgets/WidgetTest.h"

#include <QImage>
#include <QLabel>

using namespace Qt::StringLiterals;

namespace {

// The first row of an image in which something is drawn, which is not of the colour of its corner.
int firstDrawnRow(const QImage& image)
{
    for (int y = 0; y < image.height(); ++y)
        for (int x = 0; x < image.width(); ++x)
            if (image.pixel(x, y) != image.pixel(0, image.height() - 1))
                return y;
    return image.height();
}

}

class TestProblemLine : public QObject {
    Q_OBJECT

private slots:
    void iconStandsBesideTheFirstLine_data();
    void iconStandsBesideTheFirstLine();
};

void TestProblemLine::iconStandsBesideTheFirstLine_data()
{
    QTest::addColumn<int>("height");
    QTest::addColumn<QString>("sentence");
    const QString sentence = u"142 % is too large. Expected a number from 0 to 100 %."_s;
    QTest::newRow("as high as the text") << 26 << sentence;
    QTest::newRow("higher than the text") << 120 << sentence;
    QTest::newRow("higher than several lines") << 200 << sentence.repeated(4);
}

void TestProblemLine::iconStandsBesideTheFirstLine()
{
    QFETCH(int, height);
    QFETCH(QString, sentence);
    widgets::Stage stage;
    auto* const line = new ui::ProblemLine(stage.appearance, &stage.window);
    line->setProblem(sentence);
    line->setGeometry(0, 0, 400, height);
    QVERIFY(stage.show(400, 240));
    const auto* const text = line->findChild<QLabel*>(u"problemText"_s);
    const auto labels = line->findChildren<QLabel*>();
    const QLabel* const icon = labels[0] == text ? labels[1] : labels[0];
    const int top = text->y() + firstDrawnRow(line->grab(text->geometry()).toImage());
    QVERIFY2(top >= icon->y() && top < icon->geometry().center().y(),
        qPrintable(u"%1, beside an icon at %2"_s.arg(top).arg(icon->y())));
}

QTEST_MAIN(TestProblemLine)
#include "tst_problemline.moc"

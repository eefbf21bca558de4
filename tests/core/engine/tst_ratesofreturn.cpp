#include "core/engine/Kernel.h"
#include "core/engine/RateOfReturn.h"

#include <QTest>

#include <cmath>
#include <random>
#include <vector>

using namespace core;

// Rates of return of many cases at once are those of one after another, whatever the flows.
class TestRatesOfReturn : public QObject {
    Q_OBJECT

private slots:
    void areThoseOfSingleCases_data();
    void areThoseOfSingleCases();
};

namespace {

struct alignas(64) LaneRow {
    double lanes[64];
};

// Draws of a plain generator, the same everywhere.
class Flows {
public:
    // Of investments, loans and noise, with and without closure costs, zeros and round numbers.
    std::vector<double> next(int years)
    {
        const int kind = static_cast<int>(uniform() * 8.0);
        const double mean = uniform() * 60.0 - 10.0;
        const double spread = uniform() * 80.0;
        const double trend = uniform();
        std::vector<double> flows {-1.0 - 100.0 * uniform()};
        for (int year = 1; year < years; ++year) {
            const bool isLast = year == years - 1;
            switch (kind) {
            case 0:
                flows.push_back(mean + spread * noise());
                break;
            case 1:
                flows.push_back(isLast ? -50.0 * uniform() : mean);
                break;
            case 2:
                flows.push_back(std::round(3.0 * noise()));
                break;
            case 3:
                flows.push_back(year < 3 ? -30.0 : mean + 0.3 * spread * noise());
                break;
            case 4:
                flows.push_back(noise() * std::pow(1.0 + trend, 0.2 * year));
                break;
            case 5:
                flows.push_back(uniform() < 0.3 ? 0.0 : mean + 10.0 * noise());
                break;
            case 6: // several round roots: a product of factors
                flows.push_back(0.0);
                for (std::size_t t = flows.size() - 1; t > 0; --t)
                    flows[t] -= 1.1 * flows[t - 1];
                break;
            default:
                flows.push_back(isLast && uniform() < 0.5 ? 0.0 : -mean);
            }
        }
        if (kind == 5 && uniform() < 0.3)
            flows.front() = 0.0;
        if (uniform() < 0.1)
            for (double& flow : flows)
                flow = -flow;
        return flows;
    }

private:
    double uniform() { return static_cast<double>(m_generator() >> 11) * 0x1p-53; }
    double noise()
    {
        return (uniform() + uniform() + uniform() + uniform() - 2.0) * std::sqrt(3.0);
    }

    std::mt19937_64 m_generator {3};
};

}

Q_DECLARE_METATYPE(core::InstructionSet)

void TestRatesOfReturn::areThoseOfSingleCases_data()
{
    QTest::addColumn<InstructionSet>("set");
    for (const InstructionSet set :
        {InstructionSet::baseline, InstructionSet::avx2, InstructionSet::avx512})
        if (kernelFor(LaneWidth::sixtyFour, set))
            QTest::newRow(nameOf(set)) << set;
}

void TestRatesOfReturn::areThoseOfSingleCases()
{
    QFETCH(InstructionSet, set);
    Flows generator;
    int rates = 0;
    int without = 0;
    for (const int years : {1, 2, 3, 5, 8, 13, 22, 41, 90}) {
        std::vector<int> operands;
        for (int year = 0; year < years; ++year)
            operands.push_back(year);
        KernelInstruction instruction {TapeOperation::rateOfReturn};
        instruction.target = years;
        instruction.b = 0;
        instruction.c = years;
        for (int round = 0; round < 30; ++round) {
            std::vector<LaneRow> rows(static_cast<std::size_t>(years) + 1);
            std::vector<std::vector<double>> flows;
            for (std::size_t lane = 0; lane < 64; ++lane) {
                flows.push_back(generator.next(years));
                for (std::size_t year = 0; year < flows.back().size(); ++year)
                    rows[year].lanes[lane] = flows.back()[year];
            }
            kernelFor(LaneWidth::sixtyFour, set)(
                {&instruction, &instruction + 1, operands.data(), nullptr, rows.front().lanes});
            for (std::size_t lane = 0; lane < 64; ++lane) {
                const RateOfReturn expected = rateOfReturn(flows[lane]);
                const double rate = rows.back().lanes[lane];
                QCOMPARE(!std::isnan(rate), expected.rate.has_value());
                ++(expected.rate ? rates : without);
                if (expected.rate)
                    QVERIFY(std::abs(rate - *expected.rate) < 1e-12 * (1.0 + *expected.rate));
            }
        }
    }
    QVERIFY(rates > 3000 && without > 3000);
}

QTEST_APPLESS_MAIN(TestRatesOfReturn)
#include "tst_ratesofreturn.moc"

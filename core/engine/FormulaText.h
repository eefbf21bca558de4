#pragma once

#include "core/engine/Explanation.h"

#include <string>

// A formula as text, and the values of its parts. Used by explanations.
namespace core {

class FormulaText {
public:
    FormulaText(const ComputedSheet& computed, const NumberText& number)
        : m_computed(computed)
        , m_number(number)
    {
    }

    std::string inWords(int node) const { return words(node).text; }
    std::string inFigures(int node, int year) const { return figures(node, year).text; }

    // The value of a node; rows and inputs in it are looked up, not computed again.
    double valueOf(int node, int year) const;
    double rowValue(int row, int year) const
    {
        return m_computed.program.figure(m_computed.values, row, year);
    }
    double inputValue(int input, int year) const;

    // Of a condition, the branch that counts; of a choice, the alternative.
    int branchOf(const Node& node, int year) const;

private:
    enum Precedence { signedSum, sum, product, power, atom }; // signed: begins with a minus sign
    struct Text {
        std::string text;
        Precedence precedence;
    };

    Text words(int node) const;
    std::string rowWords(const Node& node) const;
    std::string conditionWords(const Node& node) const;
    Text figures(int node, int year) const;
    Text figure(double value, const Node& node) const;
    std::string overYears(int node, const char* separator, bool skipsZero) const;
    Text windowFigures(const Node& node, int year) const;
    static Text join(const Node& node, const Text& a, const Text& b);
    static std::string bracketed(const Text& text, Precedence least);

    const ComputedSheet& m_computed;
    const NumberText& m_number;
};

}

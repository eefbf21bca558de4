#pragma once

#include "core/report/figure/Figure.h"

#include <initializer_list>
#include <string>

// How figures word their titles, in English.
namespace core {

// "one" to "twelve", then digits.
std::string numberWord(int number);
std::string capitalised(std::string word);

// The first of the sentences that fits the 70 characters of a title; otherwise the last one.
Sentence firstThatFits(std::initializer_list<Sentence> sentences);

// The name of a product, line or deck without what stands in brackets behind it.
std::string shortName(const std::string& name);

}

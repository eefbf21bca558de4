#include "core/report/InputValueJson.h"

#include <map>

namespace core {

namespace {

struct ValueJson {
    Json operator()(std::monostate) const { return nullptr; }
    Json operator()(double value) const { return jsonNumber(value); }
    Json operator()(bool value) const { return value; }
    Json operator()(const std::string& value) const { return value; }
    Json operator()(const Profile& value) const { return jsonNumbers(value); }
    Json operator()(const std::map<int, double>& points) const // a phasing too
    {
        Json object = Json::object();
        for (const auto& [year, value] : points)
            object[std::to_string(year)] = jsonNumber(value);
        return object;
    }
    Json operator()(const Series& series) const
    {
        return series.isConstant() ? jsonNumber(series.constant()) : (*this)(series.points());
    }
    Json operator()(const int* value) const { return *value; }
    template <class Value>
    Json operator()(const Value* value) const
    {
        return (*this)(*value);
    }
};

}

Json inputValueJson(const InputField& field)
{
    return std::visit(ValueJson {}, field);
}

Json inputValueJson(const InputValue& value)
{
    return std::visit(ValueJson {}, value);
}

}

#include "app/cli/CommandLine.h"

#include "app/cli/FileCommands.h"
#include "app/cli/FlowCommand.h"
#include "app/cli/HistoryCommands.h"
#include "app/cli/ResultCommands.h"
#include "app/cli/RiskCommands.h"
#include "app/cli/ScenarioCommands.h"
#include "app/cli/SensitivityCommands.h"
#include "core/project/NearestName.h"

#include <CLI/CLI.hpp>

#include <algorithm>
#include <functional>
#include <optional>
#include <utility>

namespace cli {

namespace {

// The arguments of all commands, and the one that was asked for.
class CommandLine {
public:
    CommandLine()
    {
        m_app.require_subcommand(1);
        m_app.set_version_flag("--version", "galval-cli " GALVAL_VERSION);
        m_app.footer(
            "Exit status: 0; 1 when an evaluation cannot be done; 2 for wrong usage or input, "
            "with one line per problem on standard error.");
        addFileCommands();
        addResultCommands();
        addHistoryCommands();
        addFlowCommand();
        addSensitivityCommands();
        addScenarioCommands();
        addRiskCommands();
    }

    Output run(std::vector<std::string> arguments)
    {
        if (arguments.empty() ||
            !(arguments.front().starts_with('-') || isCommand(arguments.front())))
            return noCommand(arguments);
        std::reverse(arguments.begin(), arguments.end()); // as CLI11 takes them
        try {
            m_app.parse(std::move(arguments));
        } catch (const CLI::CallForHelp&) {
            return m_app.help();
        } catch (const CLI::CallForVersion&) {
            return m_app.version() + '\n';
        } catch (const CLI::Success&) {
            return std::string();
        } catch (const CLI::ParseError& error) {
            return core::Error(core::ErrorCode::InvalidInput, "",
                std::string(error.what()) + "; see galval-cli --help");
        }
        return m_command();
    }

private:
    std::vector<std::string> commands() const
    {
        std::vector<std::string> names;
        for (const CLI::App* app : m_app.get_subcommands({}))
            names.push_back(app->get_name());
        return names;
    }

    bool isCommand(const std::string& name) const
    {
        const std::vector<std::string> names = commands();
        return std::find(names.begin(), names.end(), name) != names.end();
    }

    core::Error noCommand(const std::vector<std::string>& arguments) const
    {
        std::string expected = "expected one of ";
        for (const std::string& name : commands())
            expected += name + ", ";
        expected.erase(expected.size() - 2);
        if (arguments.empty())
            return core::Error(
                core::ErrorCode::InvalidInput, "", expected + "; see galval-cli --help");
        return core::Error(core::ErrorCode::InvalidInput, arguments.front().substr(0, 64),
            "is no command; " + expected + core::suggestion(arguments.front(), commands()));
    }

    CLI::App* add(const char* name, const char* description, const std::function<Output()>& command)
    {
        CLI::App* app = m_app.add_subcommand(name, description);
        app->parse_complete_callback([this, command] { m_command = command; });
        return app;
    }

    void addFile(CLI::App* app)
    {
        app->add_option("FILE", m_file, "Project file (.galval) or project document (.json)")
            ->required();
    }

    void addOut(CLI::App* app)
    {
        app->add_option(
               "OUT", m_out, "File to write, .galval or .json; an existing one is replaced")
            ->required();
    }

    void addOverrides(CLI::App* app)
    {
        app->add_option("--revision", m_overrides.revision,
            "Revision of a project file, by its number; without it the latest");
        app->add_option("--set", m_overrides.sets,
               "ID=VALUE changes an input, such as discounting.rate=12% or "
               "levers.price=0.9; ID=*FACTOR scales one. May be repeated")
            ->allow_extra_args(false);
        app->add_option("--deck", m_overrides.deck, "Price deck to use, by its id");
    }

    void addJson(CLI::App* app) { app->add_flag("--json", m_isJson, "Print JSON with all digits"); }

    Format format() const { return m_isJson ? Format::json : Format::text; }

    void addFileCommands()
    {
        addOut(add("new", "Write the default project", [this] { return newProject(m_out); }));
        CLI::App* conversion = add("convert", "Write a project in the other form",
            [this] { return convert(m_file, m_out); });
        conversion->add_option("IN", m_file, "File to read, told by its content")->required();
        addOut(conversion);
        addFile(add("validate", "Say whether a project obeys every rule",
            [this] { return validate(m_file); }));
    }

    void addResultCommands()
    {
        CLI::App* evaluation = add("evaluate", "Print the results of a project",
            [this] { return evaluate(m_file, m_overrides, format()); });
        addFile(evaluation);
        addOverrides(evaluation);
        addJson(evaluation);

        CLI::App* explanation = add("explain", "Print how a figure came about",
            [this] { return explain(m_file, m_overrides, m_row, m_year, m_case); });
        addFile(explanation);
        explanation->add_option("ROW", m_row, "Row or metric, such as income_tax or irr")
            ->required();
        explanation->add_option("YEAR", m_year, "Year; not needed for single figures");
        explanation->add_option("--case", m_case, "project, standalone or savings")
            ->capture_default_str();
        addOverrides(explanation);

        CLI::App* list = add("inputs", "Print all inputs with their values",
            [this] { return inputs(m_file, m_overrides, format()); });
        addFile(list);
        addOverrides(list);
        addJson(list);
    }

    void addProjectFile(CLI::App* app)
    {
        app->add_option("FILE", m_file, "Project file (.galval)")->required();
    }

    void addRevision(CLI::App* app)
    {
        app->add_option("--revision", m_revision, "Number of the revision")->required();
    }

    void addHistoryCommands()
    {
        CLI::App* list = add("history", "Print the revisions of a project file",
            [this] { return history(m_file, format()); });
        addProjectFile(list);
        addJson(list);

        CLI::App* comparison = add("diff", "Print what differs between two projects", [this] {
            m_diff.format = format();
            return diff(m_diff);
        });
        comparison->add_option("FILE", m_diff.file, "Project file, or document for two files")
            ->required();
        comparison->add_option("OTHER", m_diff.other, "The later file");
        comparison->add_option("--from", m_diff.from, "Revision of FILE to start from");
        comparison->add_option("--to", m_diff.to, "Later revision; without it the latest");
        addJson(comparison);

        CLI::App* approval = add("approve", "Sign off a revision with its figures",
            [this] { return approve(m_file, m_revision, m_author, m_comment); });
        addProjectFile(approval);
        addRevision(approval);
        approval->add_option("--by", m_author, "Name of whoever approves")->required();
        approval->add_option("--comment", m_comment, "What for");

        CLI::App* restoring = add("restore", "Save an earlier revision as a new one",
            [this] { return restore(m_file, m_revision, m_comment); });
        addProjectFile(restoring);
        addRevision(restoring);
        restoring->add_option("--comment", m_comment, "Why; without it which revision it was");

        addProjectFile(add("verify", "Compare all documents of a file with their checksums",
            [this] { return verify(m_file); }));
    }

    void addFlowCommand()
    {
        CLI::App* app = add("metrics", "Print the metrics of yearly cash flows", [this] {
            m_flows.format = format();
            return flowMetrics(m_flows);
        });
        app->add_option("FLOWS", m_flows.file, "File with one flow per line; - is standard input")
            ->required();
        app->add_option("--rate", m_flows.rate, "Discount rate, such as 0.1 or 10%");
        app->add_option("--timing", m_flows.timing,
               "When a flow counts as paid in its year: start, mid or end")
            ->capture_default_str();
        app->add_option("--finance-rate", m_flows.financeRate,
            "Rate on outflows of the modified rate of return; without it --rate");
        app->add_option("--reinvestment-rate", m_flows.reinvestmentRate,
            "Rate on inflows of the modified rate of return; without it --rate");
        addJson(app);
    }

    CLI::App* addSensitivity(
        const char* name, const char* description, Output (*command)(const SensitivityArguments&))
    {
        CLI::App* app = add(name, description, [this, command] {
            m_sensitivity.file = m_file;
            m_sensitivity.overrides = m_overrides;
            m_sensitivity.format = format();
            return command(m_sensitivity);
        });
        addFile(app);
        return app;
    }

    void addMetric(CLI::App* app, std::string& metric)
    {
        app->add_option("--metric", metric,
               "Figure to look at, such as npv, irr, npv_savings or expected_npv")
            ->capture_default_str();
    }

    void addInputs(CLI::App* app)
    {
        app->add_option("--input", m_sensitivity.inputs,
               "Input to move, by its id; may be repeated. Without it those of the project's "
               "tornado")
            ->allow_extra_args(false);
    }

    void addRanges(CLI::App* app)
    {
        app->add_option("--ranges", m_sensitivity.ranges,
               "Which ranges come first: own (those of the project's tornado), evidence, or "
               "percent=N% of the plan")
            ->capture_default_str();
    }

    void addSensitivityCommands()
    {
        CLI::App* bars = addSensitivity(
            "tornado", "Print what each input does at its low and its high", tornado);
        addMetric(bars, m_sensitivity.metric);
        addInputs(bars);
        addRanges(bars);
        bars->add_flag("--twin", m_sensitivity.isTwin,
            "Beside each swing the share of the variance when all inputs move at once");

        CLI::App* decision =
            addSensitivity("flips", "Print at which value of each input the decision flips", flips);
        decision->add_option("--hurdle", m_sensitivity.hurdle,
            "Rate that the rate of return has to meet; without it the discount rate");
        addInputs(decision);
        addRanges(decision);

        CLI::App* web = addSensitivity(
            "spider", "Print a figure as each input is multiplied by factors", spider);
        addMetric(web, m_sensitivity.metric);
        addInputs(web);
        web->add_option("--factors", m_sensitivity.factors, "LO:HI:N, so many factors evenly")
            ->capture_default_str();

        CLI::App* grid =
            addSensitivity("two-way", "Print a figure over a grid of values of two inputs", twoWay);
        addMetric(grid, m_sensitivity.metric);
        grid->add_option("--x", m_sensitivity.x,
                "ID=LO:HI:N, so many values across; factors on a series or profile")
            ->required();
        grid->add_option("--y", m_sensitivity.y, "ID=LO:HI:N, so many values down")->required();

        CLI::App* slopes = addSensitivity(
            "gradient", "Print what a small change of each amount does to a figure", gradient);
        addMetric(slopes, m_sensitivity.metric);

        CLI::App* goal = addSensitivity(
            "goal-seek", "Print the value of an input that brings a figure to a target", goalSeek);
        addMetric(goal, m_sensitivity.metric);
        goal->add_option("--input", m_sensitivity.input, "Input to move, by its id")->required();
        goal->add_option("--target", m_sensitivity.target,
                "What the figure is to be, such as 0 or 15%; money in USD")
            ->required();
        for (CLI::App* app : {bars, decision, web, grid, slopes, goal}) {
            addOverrides(app);
            addJson(app);
        }
    }

    void addScenarioCommands()
    {
        CLI::App* list = add("scenarios", "Print the scenarios of a project side by side",
            [this] { return scenarios(m_file, m_overrides, format()); });
        addFile(list);
        addOverrides(list);
        addJson(list);

        CLI::App* why = add("attribute", "Print why a figure differs between two projects", [this] {
            m_attribute.format = format();
            return attribute(m_attribute);
        });
        why->add_option("FILE", m_attribute.file, "The first project")->required();
        why->add_option("FILE2", m_attribute.secondFile, "The second one; without it the first");
        why->add_option("--from", m_attribute.from,
               "Scenario of the first, by its id; plan is the project itself")
            ->capture_default_str();
        why->add_option("--to", m_attribute.to, "Scenario of the second, likewise")
            ->capture_default_str();
        addMetric(why, m_attribute.metric);
        addJson(why);
    }

    // A command about all uncertainties together.
    CLI::App* addRisk(
        const char* name, const char* description, Output (*command)(const RiskArguments&))
    {
        CLI::App* app = add(name, description, [this, command] {
            m_risk.file = m_file;
            m_risk.overrides = m_overrides;
            m_risk.format = format();
            return command(m_risk);
        });
        addFile(app);
        app->add_option("--seed", m_risk.seed,
            "The same seed gives the same figures; without it the project's");
        app->add_option("--threads", m_risk.threads,
            "Threads to use, without any effect on figures; without it one for each core");
        addMetric(app, m_risk.metric);
        addOverrides(app);
        addJson(app);
        return app;
    }

    void addRiskCommands()
    {
        CLI::App* trials = addRisk("monte-carlo",
            "Print what a figure may come to when all that is uncertain is drawn", monteCarlo);
        trials->add_option("--trials", m_risk.trials, "Number of trials; without it the project's");
        trials->add_option("--sampling", m_risk.sampling,
            "How draws are spread: random, latin_hypercube or sobol; without it as the project "
            "says");

        CLI::App* indices = addRisk("sobol-indices",
            "Print which part of the variance each uncertain input brings", sobolIndices);
        indices
            ->add_option("--samples", m_risk.samples,
                "Samples, best a power of 2; each takes as many trials as inputs and two more")
            ->capture_default_str();
    }

    CLI::App m_app {
        "Galval: what a by-product metal project is worth, and what the reuse of its host gives it",
        "galval-cli"};
    std::function<Output()> m_command;
    std::string m_file;
    std::string m_out;
    std::string m_row;
    std::optional<std::string> m_year;
    std::string m_case = "project";
    Overrides m_overrides;
    int m_revision = 0;
    std::string m_author;
    std::string m_comment;
    DiffArguments m_diff;
    FlowArguments m_flows;
    SensitivityArguments m_sensitivity;
    AttributeArguments m_attribute;
    RiskArguments m_risk;
    bool m_isJson = false;
};

}

Output runCommand(std::vector<std::string> arguments)
{
    CommandLine commandLine;
    return commandLine.run(std::move(arguments));
}

}

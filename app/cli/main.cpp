#include "app/cli/CommandLine.h"
#include "app/cli/Terminal.h"

#include <exception>
#include <new>

namespace {

enum ExitStatus { done = 0, notDone = 1, wrongInput = 2 };

ExitStatus statusOf(const core::Error& error)
{
    return error.code == core::ErrorCode::NotComputable ? notDone : wrongInput;
}

ExitStatus run(int argumentCount, char** argumentValues)
{
    const cli::Output output = cli::runCommand(cli::argumentsOf(argumentCount, argumentValues));
    if (!output) {
        cli::printProblems(output.error().problems);
        return statusOf(output.error());
    }
    if (!cli::print(*output)) {
        cli::printProblems({{"", "standard output could not be written"}});
        return notDone;
    }
    return done;
}

}

int main(int argumentCount, char** argumentValues)
{
    cli::prepareTerminal();
    try {
        return run(argumentCount, argumentValues);
    } catch (const std::bad_alloc&) {
        cli::printProblems({{"", "there is not enough memory for this"}});
    } catch (const std::exception& exception) {
        cli::printProblems({{"", std::string("unexpected failure: ") + exception.what()}});
    }
    return notDone;
}

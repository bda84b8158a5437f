package io.banku.cli;

import java.util.concurrent.Callable;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** A command that only has commands of its own: called alone it shows them. */
abstract class CommandGroup implements Callable<ExitCode> {
    @Spec
    private CommandSpec spec;

    @Override
    public ExitCode call() {
        spec.commandLine().usage(spec.commandLine().getOut());
        return ExitCode.CLEAN;
    }
}

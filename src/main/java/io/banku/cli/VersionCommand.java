package io.banku.cli;

import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.IVersionProvider;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** Says which banku this is, and on what it runs. */
@Command(name = "version", description = "Show the version of banku and of Java.")
final class VersionCommand implements Callable<ExitCode>, IVersionProvider {
    @Spec
    private CommandSpec spec;

    @Override
    public ExitCode call() {
        spec.commandLine().getOut().println(getVersion()[0]);
        return ExitCode.CLEAN;
    }

    @Override
    public String[] getVersion() {
        return new String[] {
            "banku " + version() + " (Java " + System.getProperty("java.version") + ", " + System.getProperty("os.name")
                    + " " + System.getProperty("os.arch") + ")"
        };
    }

    /** Only a jar knows its version. */
    private static String version() {
        return Optional.ofNullable(VersionCommand.class.getPackage().getImplementationVersion())
                .orElse("not packaged");
    }
}

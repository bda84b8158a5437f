package io.banku.cli;

import io.banku.StartException;
import io.banku.copybook.CopybookException;
import io.banku.embedded.EmbeddedServerException;
import io.banku.feed.FeedException;
import io.banku.log.LogUnavailableException;
import io.banku.record.Shown;
import io.banku.settings.SettingsException;
import io.banku.view.ViewException;
import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.NoSuchFileException;
import java.util.LinkedHashMap;
import java.util.Map;
import picocli.CommandLine;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;
import picocli.CommandLine.UnmatchedArgumentException;

/** Exceptions become what a person is told on stderr and the exit code. */
final class Failure {
    /** Exceptions whose message is written for the person at the keyboard; any other is a fault of the program. */
    private static final Map<Class<? extends Exception>, ExitCode> TOLD = new LinkedHashMap<>();

    static {
        TOLD.put(SettingsException.class, ExitCode.ENVIRONMENT);
        TOLD.put(EmbeddedServerException.class, ExitCode.ENVIRONMENT);
        TOLD.put(LogUnavailableException.class, ExitCode.ENVIRONMENT);
        TOLD.put(StartException.class, ExitCode.ENVIRONMENT);
        TOLD.put(ViewException.class, ExitCode.ENVIRONMENT);
        TOLD.put(FeedException.class, ExitCode.REFUSED);
        TOLD.put(IOException.class, ExitCode.ENVIRONMENT);
        TOLD.put(CopybookException.class, ExitCode.REFUSED);
    }

    private Failure() {}

    /** For {@link CommandLine.IExecutionExceptionHandler}. */
    static int ofCommand(Exception thrown, CommandLine command, ParseResult parsed) {
        for (Throwable cause = thrown; cause != null; cause = cause.getCause()) {
            ExitCode code = codeOf(cause);
            if (code != ExitCode.INTERNAL) {
                tell(command, said(cause), thrown);
                return code.number();
            }
        }
        tell(command, "internal error, a fault of the program: " + thrown + hint(command), thrown);
        return ExitCode.INTERNAL.number();
    }

    /** For {@link CommandLine.IParameterExceptionHandler}: what is wrong and where to read on, not the whole help. */
    static int ofArguments(ParameterException thrown, String[] arguments) {
        CommandLine command = thrown.getCommandLine();
        tell(command, thrown.getMessage(), thrown);
        UnmatchedArgumentException.printSuggestions(thrown, command.getErr());
        command.getErr().println("Try: " + command.getCommandSpec().qualifiedName() + " --help");
        return ExitCode.USAGE.number();
    }

    static ExitCode codeOf(Throwable thrown) {
        if (thrown instanceof CommandException refused) {
            return refused.code();
        }
        return TOLD.entrySet().stream()
                .filter(told -> told.getKey().isInstance(thrown))
                .map(Map.Entry::getValue)
                .findFirst()
                .orElse(ExitCode.INTERNAL);
    }

    private static void tell(CommandLine command, String words, Exception thrown) {
        command.getErr().println("banku: " + words);
        if (Root.isVerbose(command)) {
            thrown.printStackTrace(command.getErr());
        }
    }

    /** The message of these two is only a file name. */
    private static String said(Throwable thrown) {
        if (thrown instanceof NoSuchFileException missing) {
            return "expected the file " + Shown.of(missing.getFile()) + ", found none";
        }
        if (thrown instanceof AccessDeniedException denied) {
            return "expected access to " + Shown.of(denied.getFile()) + ", found it denied";
        }
        return thrown instanceof IOException ? Shown.of(String.valueOf(thrown.getMessage())) : thrown.getMessage();
    }

    private static String hint(CommandLine command) {
        return Root.isVerbose(command) ? "" : "\nRun it again with --verbose and report what it prints.";
    }
}

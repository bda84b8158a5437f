package io.banku.cli;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.OutputStreamWriter;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import picocli.CommandLine;
import picocli.CommandLine.ParseResult;

/** Where the program starts: arguments become one run of one command and an exit code. */
public final class Main {
    private Main() {}

    public static void main(String[] arguments) {
        System.exit(run(writer(FileDescriptor.out), writer(FileDescriptor.err), arguments));
    }

    /** Runs one command; data goes to {@code out}, words to {@code err}. */
    static int run(PrintWriter out, PrintWriter err, String... arguments) {
        CommandLine banku = new CommandLine(new Root());
        boolean coloured = Colours.scheme().ansi().enabled();
        PrintWriter shownOut = new PrintWriter(new ShownWriter(out, coloured), true);
        PrintWriter shownErr = new PrintWriter(new ShownWriter(err, coloured), true);
        banku.setOut(shownOut).setErr(shownErr).setColorScheme(Colours.scheme());
        banku.setCaseInsensitiveEnumValuesAllowed(true);
        banku.setExecutionStrategy(Main::execute);
        banku.setParameterExceptionHandler(Failure::ofArguments);
        banku.setExecutionExceptionHandler(Failure::ofCommand);
        int number = banku.execute(arguments);
        shownOut.flush();
        shownErr.flush();
        out.flush();
        err.flush();
        return number;
    }

    /** The exit code of the command that was named last: {@code show} in {@code banku config show}. */
    private static int execute(ParseResult parsed) {
        new CommandLine.RunLast().execute(parsed);
        ParseResult last = parsed;
        while (last.hasSubcommand()) {
            last = last.subcommand();
        }
        Object result = last.commandSpec().commandLine().getExecutionResult();
        return result instanceof ExitCode code ? code.number() : ExitCode.CLEAN.number();
    }

    /** In UTF-8 whatever the locale says: what is written is read by programs too. */
    private static PrintWriter writer(FileDescriptor descriptor) {
        return new PrintWriter(new OutputStreamWriter(new FileOutputStream(descriptor), StandardCharsets.UTF_8), true);
    }
}

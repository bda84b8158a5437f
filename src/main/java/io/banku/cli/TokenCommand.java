package io.banku.cli;

import io.banku.settings.Principals;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code banku token}: makes a token for a principal. Only its hash is kept, by whoever keeps the file of principals. */
@Command(
        name = "token",
        description = {
            "Make a token for the API. The line for the file of banku.http.principals goes to standard output, the token to"
                    + " standard error:",
            "  banku token branch-42 >> principals"
        })
final class TokenCommand implements Callable<ExitCode> {
    /** 256 bits: nobody guesses them, so that their plain hash is as good as a slow one. */
    private static final int BYTES = 32;

    @Parameters(paramLabel = "NAME", description = "Whom the token names: a branch, a program.")
    private String name;

    @Spec
    private CommandSpec spec;

    @Override
    public ExitCode call() {
        if (!Principals.NAME.matcher(name).matches()) {
            throw new ParameterException(
                    spec.commandLine(), "NAME: expected a name of " + Principals.NAME + ", found " + name);
        }
        byte[] random = new byte[BYTES];
        new SecureRandom().nextBytes(random);
        String token = Base64.getUrlEncoder().withoutPadding().encodeToString(random);
        spec.commandLine().getErr().println("banku: the token of " + name + ", shown this once: " + token);
        spec.commandLine().getOut().println(Principals.line(name, token));
        return ExitCode.CLEAN;
    }
}

package io.banku.cli;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.PrintWriter;
import java.util.concurrent.Callable;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** What is kept aside of one account. */
abstract class AsideShow implements Callable<ExitCode> {
    private final String property;
    private final String none;

    @Parameters(paramLabel = "ID", description = "The account, with all its zeros.")
    private String id;

    @Option(names = "--json", description = "Write the account as the API answers it.")
    private boolean json;

    @Mixin
    private ApiOption api;

    @Spec
    private CommandSpec spec;

    /** @param property of the account in which it stands
     *  @param none what is said of an account that has none of it */
    AsideShow(String property, String none) {
        this.property = property;
        this.none = none;
    }

    @Override
    public final ExitCode call() {
        JsonNode account = api.open().get("/accounts/" + Api.escaped(id));
        if (json) {
            spec.commandLine().getOut().println(account);
        } else if (account.path(property).isMissingNode()) {
            spec.commandLine().getErr().println("banku: account " + id + " " + none);
        } else {
            print(account, spec.commandLine().getOut());
        }
        return ExitCode.CLEAN;
    }

    abstract void print(JsonNode account, PrintWriter out);

    static void line(PrintWriter out, String name, String value) {
        if (!value.isEmpty()) {
            out.printf("%-17s %s%n", name, value);
        }
    }
}

package io.banku.cli;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code banku account list}: one line per account. */
@Command(name = "list", description = "List accounts, in no order that means anything.")
final class AccountListCommand implements Callable<ExitCode> {
    @Option(names = "--prefix", paramLabel = "TEXT", description = "Only those whose ids begin with it.")
    private String prefix;

    @Option(
            names = "--status",
            paramLabel = "STATUS",
            description = "Only those that are unopened, open, blocked or closed.")
    private String status;

    @Option(
            names = "--with",
            paramLabel = "WHAT",
            description = "Only those with breaks, with suspense (facts in another currency), or parked.")
    private String with;

    @Mixin
    private ListOptions list;

    @Mixin
    private ApiOption api;

    @Override
    public ExitCode call() {
        list.show(api.open(), "/accounts", query(), "no accounts", AccountListCommand::print);
        return ExitCode.CLEAN;
    }

    private List<String> query() {
        List<String> parameters = new ArrayList<>();
        add("prefix", prefix, parameters);
        add("status", status, parameters);
        add("with", with, parameters);
        return parameters;
    }

    private static void add(String name, String value, List<String> parameters) {
        if (value != null) {
            parameters.add(name + "=" + Api.escaped(value));
        }
    }

    private static void print(JsonNode items, PrintWriter out) {
        Table table = new Table("ACCOUNT", "STATUS", "BALANCE", "", "BREAKS", "SUSPENSE", "PARKED");
        for (JsonNode account : items) {
            table.row(
                    account.path("account").asText(),
                    account.path("status").asText(),
                    account.at("/balance/amount").asText(""),
                    account.at("/balance/currency").asText(""),
                    countOrNothing(account.path("breakCount").asLong()),
                    countOrNothing(account.path("suspense").size()),
                    account.path("parked").path("reason").asText(""));
        }
        table.print(out);
    }

    private static String countOrNothing(long count) {
        return count == 0 ? "" : Long.toString(count);
    }
}

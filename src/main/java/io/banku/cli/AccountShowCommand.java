package io.banku.cli;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.PrintWriter;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code banku account show}: one account, with the position of the view that it was read from; or as it was. */
@Command(name = "show", description = "Show an account.")
final class AccountShowCommand implements Callable<ExitCode> {
    @Parameters(paramLabel = "ID", description = "The account's id with all its zeros, 0000004711 for example.")
    private String id;

    @Option(
            names = "--as-of",
            paramLabel = "TIME",
            description = "As it was: what its events up to this time have made, 2026-11-21T12:00Z for example.")
    private String asOf;

    @Option(names = "--json", description = "Write the answer of the API as it is.")
    private boolean json;

    @Mixin
    private ApiOption api;

    @Spec
    private CommandSpec spec;

    @Override
    public ExitCode call() {
        PrintWriter out = spec.commandLine().getOut();
        String path = "/accounts/" + Api.escaped(id);
        JsonNode account =
                asOf == null ? api.open().get(path) : api.open().getSlowly(path + "?asOf=" + Api.escaped(asOf));
        if (json) {
            out.println(account);
        } else {
            account.properties().forEach(property -> print(property, out));
        }
        return ExitCode.CLEAN;
    }

    private static void print(Map.Entry<String, JsonNode> property, PrintWriter out) {
        if (property.getValue().isArray()) {
            property.getValue().forEach(item -> out.printf("%-17s %s%n", property.getKey(), words(item)));
        } else {
            out.printf("%-17s %s%n", property.getKey(), words(property.getValue()));
        }
    }

    /** {@code 125.00 EUR}; of another object its properties: {@code expected 10.00 EUR, found 9.00 EUR}. */
    private static String words(JsonNode value) {
        if (!value.isObject()) {
            return value.asText();
        }
        if (value.size() == 2 && value.has("amount") && value.has("currency")) {
            return value.get("amount").asText() + " " + value.get("currency").asText();
        }
        StringBuilder words = new StringBuilder();
        value.properties()
                .forEach(property -> words.append(words.isEmpty() ? "" : ", ")
                        .append(property.getKey())
                        .append(' ')
                        .append(words(property.getValue())));
        return words.toString();
    }
}

package io.banku.cli;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** A list of the accounts that something is kept aside of. */
abstract class AsideList implements Callable<ExitCode> {
    private final String none;

    @Option(names = "--prefix", paramLabel = "TEXT", description = "Only of accounts whose ids begin with it.")
    private String prefix;

    @Mixin
    private ListOptions list;

    @Mixin
    private ApiOption api;

    /** @param none what is said where there is nothing */
    AsideList(String none) {
        this.none = none;
    }

    /** As the contract names it. */
    abstract String what();

    @Override
    public final ExitCode call() {
        List<String> query = new ArrayList<>(List.of("with=" + what()));
        if (prefix != null) {
            query.add("prefix=" + Api.escaped(prefix));
        }
        list.show(api.open(), "/accounts", query, none, this::print, this::rows);
        return ExitCode.CLEAN;
    }

    /** What of an account is a row of its own, under the names of the API. */
    abstract List<ObjectNode> rows(JsonNode account);

    static ObjectNode row(JsonNode account, JsonNode of) {
        ObjectNode row = JsonNodeFactory.instance.objectNode();
        row.set("account", account.path("account"));
        row.setAll((ObjectNode) of);
        return row;
    }

    abstract void print(JsonNode accounts, PrintWriter out);

    static String money(JsonNode amount) {
        return amount.path("amount").asText() + " " + amount.path("currency").asText();
    }
}

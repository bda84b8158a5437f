package io.banku.cli;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine.Command;

/** {@code banku suspense list}: one line per account and currency. */
@Command(name = "list", description = "List what is in suspense: facts in another currency than their account's.")
final class SuspenseListCommand extends AsideList {
    SuspenseListCommand() {
        super("nothing is in suspense");
    }

    @Override
    String what() {
        return "suspense";
    }

    @Override
    List<ObjectNode> rows(JsonNode account) {
        List<ObjectNode> rows = new ArrayList<>();
        account.path("suspense").forEach(item -> rows.add(row(account, item)));
        return rows;
    }

    @Override
    void print(JsonNode accounts, PrintWriter out) {
        Table table = new Table("ITEM", "ACCOUNT IS IN", "AMOUNT", "FACTS", "LATEST");
        for (JsonNode account : accounts) {
            for (JsonNode item : account.path("suspense")) {
                table.row(
                        account.path("account").asText() + "/"
                                + item.at("/amount/currency").asText(),
                        account.path("currency").asText(),
                        money(item.path("amount")),
                        item.path("count").asText(),
                        item.path("lastEvent").asText());
            }
        }
        table.print(out);
    }
}

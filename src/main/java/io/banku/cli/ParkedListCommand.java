package io.banku.cli;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.PrintWriter;
import java.util.List;
import picocli.CommandLine.Command;

/** {@code banku parked list}: one line per account. */
@Command(name = "list", description = "List the accounts that are parked.")
final class ParkedListCommand extends AsideList {
    ParkedListCommand() {
        super("no account is parked");
    }

    @Override
    String what() {
        return "parked";
    }

    @Override
    List<ObjectNode> rows(JsonNode account) {
        return List.of(row(account, account.path("parked")));
    }

    @Override
    void print(JsonNode accounts, PrintWriter out) {
        Table table = new Table("ACCOUNT", "FROM", "EVENTS", "REASON");
        for (JsonNode account : accounts) {
            JsonNode parked = account.path("parked");
            table.row(
                    account.path("account").asText(),
                    place(account),
                    parked.path("count").asText(),
                    parked.path("reason").asText());
        }
        table.print(out);
    }

    /** {@code 3:1042}: the partition and the offset of the first event that was not applied. */
    static String place(JsonNode account) {
        String partition = account.path("position").asText().replaceAll(":.*", "");
        return partition + ":" + account.path("parked").path("fromOffset").asText();
    }
}

package io.banku.cli;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code banku breaks list}: one line per break. */
@Command(name = "list", description = "List where the mainframe's balance differs from what its facts add up to.")
final class BreaksListCommand extends AsideList {
    @Option(names = "--closed", description = "Those too that the mainframe has closed since, as it agrees again.")
    private boolean closed;

    BreaksListCommand() {
        super("no breaks");
    }

    @Override
    String what() {
        return closed ? "breaks" : "open-breaks";
    }

    @Override
    List<ObjectNode> rows(JsonNode account) {
        List<ObjectNode> rows = new ArrayList<>();
        int number = BreaksShowCommand.firstNumber(account);
        for (JsonNode found : account.path("breaks")) {
            ObjectNode row = row(account, found).put("break", number++);
            if (closed || !found.path("state").asText().equals("closed")) {
                rows.add(row);
            }
        }
        return rows;
    }

    @Override
    void print(JsonNode accounts, PrintWriter out) {
        Table table = new Table("BREAK", "STATE", "SINCE", "AS OF", "EXPECTED", "FOUND", "EVENT");
        for (JsonNode account : accounts) {
            int number = BreaksShowCommand.firstNumber(account);
            for (JsonNode found : account.path("breaks")) {
                String id = account.path("account").asText() + "/" + number++;
                String state = found.path("state").asText();
                if (closed || !state.equals("closed")) {
                    table.row(
                            id,
                            state,
                            found.path("since").asText(""),
                            found.path("asOf").asText(""),
                            money(found.path("expected")),
                            money(found.path("found")),
                            found.path("event").asText());
                }
            }
        }
        table.print(out);
    }
}

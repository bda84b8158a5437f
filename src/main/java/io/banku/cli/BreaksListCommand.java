package io.banku.cli;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.PrintWriter;
import picocli.CommandLine.Command;

/** {@code banku breaks list}: one line per break. */
@Command(name = "list", description = "List where the mainframe's balance differs from what its facts add up to.")
final class BreaksListCommand extends AsideList {
    BreaksListCommand() {
        super("breaks", "no breaks");
    }

    @Override
    void print(JsonNode accounts, PrintWriter out) {
        Table table = new Table("BREAK", "EXPECTED", "FOUND", "AS OF", "EVENT");
        for (JsonNode account : accounts) {
            int number = BreaksShowCommand.firstNumber(account);
            for (JsonNode found : account.path("breaks")) {
                table.row(
                        account.path("account").asText() + "/" + number++,
                        money(found.path("expected")),
                        money(found.path("found")),
                        found.path("asOf").asText(""),
                        found.path("event").asText());
            }
        }
        table.print(out);
    }
}

package io.banku.cli;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.PrintWriter;
import picocli.CommandLine.Command;

/** {@code banku parked show}: why, and since when. */
@Command(name = "show", description = "Show why an account is parked, and what it was before.")
final class ParkedShowCommand extends AsideShow {
    ParkedShowCommand() {
        super("parked", "is not parked");
    }

    @Override
    void print(JsonNode account, PrintWriter out) {
        JsonNode parked = account.path("parked");
        line(out, "account", account.path("account").asText());
        line(out, "reason", parked.path("reason").asText());
        line(out, "first kept event", ParkedListCommand.place(account));
        line(out, "kept events", parked.path("count").asText());
        if (account.has("balance")) {
            line(out, "balance before", AsideList.money(account.path("balance")));
        }
        line(out, "latest event", account.path("updatedAt").asText());
    }
}

package io.banku.cli;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.PrintWriter;
import picocli.CommandLine.Command;

/** {@code banku suspense show}: what waits of one account, by currency. */
@Command(name = "show", description = "Show what is in suspense of an account.")
final class SuspenseShowCommand extends AsideShow {
    SuspenseShowCommand() {
        super("suspense", "has nothing in suspense");
    }

    @Override
    void print(JsonNode account, PrintWriter out) {
        line(out, "account", account.path("account").asText());
        if (account.has("balance")) {
            line(out, "balance", AsideList.money(account.path("balance")));
        }
        for (JsonNode item : account.path("suspense")) {
            out.println();
            line(out, "in suspense", AsideList.money(item.path("amount")));
            line(out, "facts", item.path("count").asText());
            line(out, "latest fact", item.path("lastEvent").asText());
        }
    }
}

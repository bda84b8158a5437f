package io.banku.cli;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.PrintWriter;
import picocli.CommandLine.Command;

/** {@code banku breaks show}: the latest breaks of one account. */
@Command(name = "show", description = "Show the breaks of an account, the latest twenty.")
final class BreaksShowCommand extends AsideShow {
    BreaksShowCommand() {
        super("breaks", "has no breaks");
    }

    @Override
    void print(JsonNode account, PrintWriter out) {
        line(out, "account", account.path("account").asText());
        line(out, "mainframe", AsideList.money(account.path("mainframeBalance")));
        line(out, "breaks", account.path("breakCount").asText());
        int number = firstNumber(account);
        for (JsonNode found : account.path("breaks")) {
            out.println();
            line(out, "break", account.path("account").asText() + "/" + number++);
            line(out, "state", found.path("state").asText());
            line(out, "since", found.path("since").asText(""));
            line(out, "expected", AsideList.money(found.path("expected")));
            line(out, "found", AsideList.money(found.path("found")));
            line(out, "as of", found.path("asOf").asText(""));
            line(out, "event", found.path("event").asText());
            JsonNode said = found.path("acknowledged");
            if (said.isObject()) {
                line(
                        out,
                        "acknowledged",
                        said.path("at").asText() + " by " + said.path("by").asText() + ": "
                                + said.path("reason").asText());
            }
            line(out, "closed", found.path("closedAt").asText(""));
        }
    }

    /** Breaks are numbered from 1 as they were found; the latest twenty are shown. */
    static int firstNumber(JsonNode account) {
        return account.path("breakCount").asInt() - account.path("breaks").size() + 1;
    }
}

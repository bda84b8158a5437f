package io.banku.cli;

import com.fasterxml.jackson.databind.JsonNode;
import io.banku.record.Shown;
import java.util.ArrayList;
import java.util.List;

/** A file that no feed claims, as people name it: by its name, or by the beginning of its arrival. */
record UnclaimedFile(JsonNode file) {
    static UnclaimedFile find(Api api, String named) {
        List<JsonNode> found = new ArrayList<>();
        String from = "";
        do {
            JsonNode page = api.get("/files?kind=unclaimed&limit=500" + from);
            for (JsonNode item : page.path("items")) {
                if (item.path("file").asText().equals(named)
                        || item.path("arrival").asText().startsWith(named)) {
                    found.add(item);
                }
            }
            from = page.path("next").isMissingNode()
                    ? ""
                    : "&cursor=" + Api.escaped(page.path("next").asText());
        } while (!from.isEmpty());
        if (found.size() != 1) {
            throw new CommandException(
                    ExitCode.REFUSED,
                    "BNK-5090 expected one file that no feed claims, by its name or the beginning of its arrival, found "
                            + found.size() + " like " + Shown.of(named) + "; banku unclaimed list shows them");
        }
        return new UnclaimedFile(found.get(0));
    }

    String arrival() {
        return file.path("arrival").asText();
    }

    String name() {
        return Shown.of(file.path("file").asText());
    }
}

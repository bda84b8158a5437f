package io.banku.cli;

import com.fasterxml.jackson.databind.JsonNode;
import io.banku.record.Shown;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code banku unclaimed assign}: the file is read as one of a feed. */
@Command(
        name = "assign",
        description = "Say of which feed a file is that no feed claims: it is read as one of that feed, once.")
final class UnclaimedAssignCommand implements Callable<ExitCode> {
    @Parameters(index = "0", paramLabel = "FILE", description = "Its name, or the beginning of its arrival.")
    private String named;

    @Parameters(index = "1", paramLabel = "FEED", description = "The feed.")
    private String feed;

    @Option(names = "--reason", paramLabel = "TEXT", required = true, description = "Why; it is kept in the ledger.")
    private String reason;

    @Option(
            names = "--date",
            paramLabel = "DAY",
            converter = Day.class,
            description = "Its day, where the feed's files have one in their names.")
    private LocalDate date;

    @Option(
            names = "--sequence",
            paramLabel = "NUMBER",
            description = "Its number or generation, where the feed's files have one in their names.")
    private String sequence;

    @Option(names = "--json", description = "Write the answer of the API as it is.")
    private boolean json;

    @Mixin
    private ApiOption options;

    @Spec
    private CommandSpec spec;

    @Override
    public ExitCode call() {
        Api api = options.open();
        UnclaimedFile file = UnclaimedFile.find(api, named);
        Map<String, Object> wish = new LinkedHashMap<>();
        wish.put("action", "assign");
        wish.put("feed", feed);
        wish.put("reason", reason);
        wish.put("by", System.getProperty("user.name", "operator"));
        if (date != null) {
            wish.put("date", date.toString());
        }
        if (sequence != null) {
            wish.put("sequence", sequence);
        }
        JsonNode assigned = api.post("/files/" + Api.escaped(file.arrival()) + "/actions", wish);
        spec.commandLine()
                .getOut()
                .println(
                        json
                                ? assigned.toString()
                                : file.name() + " is read as "
                                        + Shown.of(assigned.path("as").asText()) + " of feed " + feed);
        return ExitCode.CLEAN;
    }
}

package io.banku.cli;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.PrintWriter;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Says what an operator wants, and waits until the owner of the feed has done it. */
abstract class BatchDecisionCommand implements Callable<ExitCode> {
    @Parameters(paramLabel = "ID", description = "The batch's id, or the beginning of it.")
    private String id;

    @Option(names = "--reason", paramLabel = "TEXT", required = true, description = "Why; it is kept with the batch.")
    private String reason;

    @Option(
            names = "--wait",
            paramLabel = "SECONDS",
            defaultValue = "60",
            description = "How long to wait for what becomes of it; ${DEFAULT-VALUE} if not given.")
    private int seconds;

    @Option(names = "--json", description = "Write the batch as the API answers it at the end.")
    private boolean json;

    @Mixin
    private ApiOption options;

    @Spec
    private CommandSpec spec;

    private final String action;

    BatchDecisionCommand(String action) {
        this.action = action;
    }

    /** How the command ends when the batch came to rest. */
    abstract ExitCode exitCode(BatchView batch);

    @Override
    public ExitCode call() throws InterruptedException {
        Api api = options.open();
        BatchView before = batch(api, id);
        BatchView answer = new BatchView(api.post("/batches/" + Api.escaped(before.id()) + "/actions", wish()));
        if (!isWaitedFor(answer)) {
            tell(answer);
            return exitCode(answer);
        }
        BatchView after = await(api, before);
        if (after.moves() == before.moves()) {
            throw new CommandException(
                    ExitCode.ENVIRONMENT,
                    "expected batch " + after.shortId() + " to move within " + seconds + " seconds, found it still "
                            + after.state()
                            + ". The decision is in the ledger and will be carried out by the owner of feed "
                            + after.text("feed") + ": does a process with the role ingest run?");
        }
        tell(after);
        return exitCode(after);
    }

    /** Nobody waits for what waits for somebody else. */
    boolean isWaitedFor(BatchView answer) {
        return answer.wish().isEmpty();
    }

    /** What one action has and another has not. */
    void complete(Map<String, String> wish) {}

    private Map<String, String> wish() {
        Map<String, String> wish = new LinkedHashMap<>();
        wish.put("action", action);
        wish.put("reason", reason);
        wish.put("by", System.getProperty("user.name", "operator"));
        complete(wish);
        return wish;
    }

    private BatchView await(Api api, BatchView before) throws InterruptedException {
        return new Afterwards<>(
                        "the decision about batch " + before.shortId()
                                + " is in the ledger and will be carried out by the owner of its feed",
                        "batch show " + before.shortId(),
                        () -> batch(api, before.id()))
                .await(
                        now -> now.moves() != before.moves() && !now.isUnderWay(),
                        Instant.now().plusSeconds(seconds));
    }

    private static BatchView batch(Api api, String id) {
        JsonNode answer = api.get("/batches/" + Api.escaped(id));
        return new BatchView(answer);
    }

    private void tell(BatchView batch) {
        PrintWriter out = spec.commandLine().getOut();
        if (json) {
            out.println(batch.batch());
        } else {
            out.println(batch.line());
            batch.batch().path("findings").forEach(finding -> out.println("  " + BatchView.finding(finding)));
            batch.wish().ifPresent(out::println);
        }
        if (batch.isUnderWay()) {
            spec.commandLine().getErr().println("banku: it goes on; try: banku batch show " + batch.shortId());
        }
    }
}

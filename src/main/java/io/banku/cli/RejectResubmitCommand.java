package io.banku.cli;

import java.io.PrintWriter;
import java.time.Instant;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code banku reject resubmit}: it is published after all, once. */
@Command(
        name = "resubmit",
        description =
                "Publish a reject of a sealed batch, as it is corrected, and wait until it is in the log. It is published once,"
                        + " however often this is asked for. Ends with 8 when it is a reject still.")
final class RejectResubmitCommand extends RejectDecisionCommand {
    @Option(
            names = "--wait",
            paramLabel = "SECONDS",
            defaultValue = "60",
            description = "How long to wait for what becomes of it; ${DEFAULT-VALUE} if not given.")
    private int seconds;

    RejectResubmitCommand() {
        super("resubmit");
    }

    @Override
    boolean isFor(String status) {
        return status.equals("open") || status.equals("corrected");
    }

    @Override
    ExitCode told(Api api, List<RejectId> done, PrintWriter out) throws InterruptedException {
        Instant deadline = Instant.now().plusSeconds(seconds);
        ExitCode code = ExitCode.CLEAN;
        for (RejectId each : done) {
            RejectView now = await(api, each, deadline);
            out.println(now.line() + now.why());
            code = now.isInLog() ? code : ExitCode.REFUSED;
        }
        return done.isEmpty() || closes(api, done.get(0), out) ? code : ExitCode.REFUSED;
    }

    /** A slip of the hand in a correction shows in the totals, and nowhere else. */
    private static boolean closes(Api api, RejectId reject, PrintWriter out) {
        BatchView batch = new BatchView(api.get("/batches/" + Api.escaped(reject.batch())));
        List<String> broken = batch.broken();
        broken.forEach(control -> out.println("control " + control));
        return broken.isEmpty();
    }

    private RejectView await(Api api, RejectId reject, Instant deadline) throws InterruptedException {
        RejectView now = new Afterwards<>(
                        "the request for reject " + reject
                                + " is in the ledger and will be carried out by the owner of its feed",
                        "reject show " + reject,
                        () -> new RejectView(api.getSlowly(reject.path())))
                .await(RejectResubmitCommand::isAnswered, deadline);
        if (!isAnswered(now)) {
            throw new CommandException(
                    ExitCode.ENVIRONMENT,
                    "expected reject " + reject + " to be published within " + seconds + " seconds, found it still"
                            + " requested. The request is in the ledger and will be carried out by the owner of its"
                            + " feed: does a process with the role ingest run?");
        }
        return now;
    }

    private static boolean isAnswered(RejectView reject) {
        return !reject.status().equals("requested");
    }
}

package io.banku.cli;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Says what is to become of a reject, or of all of a batch that have something in common. */
abstract class RejectDecisionCommand implements Callable<ExitCode> {
    private static final int WHOLE_PAGE = 500;

    @Parameters(
            paramLabel = "BATCH/RECORD",
            description =
                    "The batch's id, or the beginning of it, and the record's number; with --where the batch alone.")
    private String reject;

    @Mixin
    private RejectFilter filter;

    @Option(names = "--reason", paramLabel = "TEXT", required = true, description = "Why; it is kept with the reject.")
    private String reason;

    @Option(names = "--dry-run", description = "Only say what would come of it.")
    private boolean isDry;

    @Mixin
    private ApiOption options;

    @Spec
    private CommandSpec spec;

    private final String action;

    RejectDecisionCommand(String action) {
        this.action = action;
    }

    /** What one action has and another has not. */
    void complete(Map<String, Object> wish) {}

    /** Whether there is anything to be said about a reject of this status, where many are asked for. */
    abstract boolean isFor(String status);

    /** What came of it, as far as that is not the answer. */
    abstract ExitCode told(Api api, List<RejectId> done, PrintWriter out) throws InterruptedException;

    @Override
    public ExitCode call() throws InterruptedException {
        RejectId id = RejectId.oneOrAll(reject, spec.commandLine());
        if (filter.isGiven() != (id.record() == RejectId.ALL)) {
            throw new ParameterException(
                    spec.commandLine(),
                    filter.isGiven()
                            ? "expected a batch with --where, found one record of it: " + id
                            : "expected BATCH/RECORD, or a batch with --where, found a batch alone: " + id);
        }
        Api api = options.open();
        return id.record() == RejectId.ALL ? many(id, api) : one(id, api);
    }

    private ExitCode one(RejectId id, Api api) throws InterruptedException {
        PrintWriter out = spec.commandLine().getOut();
        RejectView answer = new RejectView(api.post(id.path() + "/actions", wish(isDry)));
        out.println(answer.line() + (isDry ? "; nothing was done" : ""));
        if (isDry || action.equals("correct")) {
            answer.printCorrected(out);
        }
        return isDry ? ExitCode.CLEAN : told(api, List.of(id), out);
    }

    /** All are tried first: where one does not fit, nothing is done. */
    private ExitCode many(RejectId batch, Api api) throws InterruptedException {
        PrintWriter out = spec.commandLine().getOut();
        List<RejectId> found = find(batch, api);
        boolean fit = true;
        for (RejectId each : found) {
            fit &= fits(api, each, out);
        }
        if (isDry || !fit || found.isEmpty()) {
            out.println(counted(found) + ", nothing was done");
            return fit ? ExitCode.CLEAN : ExitCode.REFUSED;
        }
        for (RejectId each : found) {
            api.post(each.path() + "/actions", wish(false));
        }
        out.println(counted(found) + ": " + action);
        return told(api, found, out);
    }

    private static String counted(List<RejectId> found) {
        return found.size() + (found.size() == 1 ? " reject" : " rejects");
    }

    private boolean fits(Api api, RejectId reject, PrintWriter out) {
        try {
            RejectView answer = new RejectView(api.post(reject.path() + "/actions", wish(true)));
            out.println(reject + ": " + answer.becomes());
            return true;
        } catch (CommandException refused) {
            if (refused.code() != ExitCode.REFUSED) {
                throw refused;
            }
            out.println(reject + ": " + refused.getMessage().lines().findFirst().orElse(""));
            return false;
        }
    }

    private List<RejectId> find(RejectId batch, Api api) {
        List<RejectId> found = new ArrayList<>();
        String cursor = "";
        do {
            JsonNode page = api.get(
                    batch.path() + "?limit=" + WHOLE_PAGE + (cursor.isEmpty() ? "" : "&cursor=" + Api.escaped(cursor)));
            page.path("items").forEach(reject -> {
                if (filter.isMet(reject) && isFor(RejectFilter.status(reject))) {
                    found.add(new RejectId(batch.batch(), reject.path("record").asLong()));
                }
            });
            cursor = page.path("next").asText("");
        } while (!cursor.isEmpty());
        return found;
    }

    private Map<String, Object> wish(boolean dry) {
        Map<String, Object> wish = new LinkedHashMap<>();
        wish.put("action", action);
        wish.put("reason", reason);
        wish.put("by", System.getProperty("user.name", "operator"));
        if (dry) {
            wish.put("dryRun", true);
        }
        complete(wish);
        return wish;
    }
}

package io.banku.cli;

import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.banku.feed.FeedException;
import io.banku.record.Shown;
import io.banku.trial.Difference;
import io.banku.trial.ExpectationException;
import io.banku.trial.FeedTrial;
import io.banku.trial.Result;
import io.banku.trial.SampleFile;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code banku feed test}: whether records and sample files become what the definition's writer expects. */
@Command(
        name = "test",
        description = {
            "Run the tests of feeds: those under 'tests:' in feed.yaml, and every sample file that has",
            "FILE.expected.jsonl beside it. Ends with 8 when one fails, and when a feed has none."
        },
        footer = "%nExample: banku feed test sample-mainframe-files/*/")
final class FeedTestCommand implements Callable<ExitCode> {
    @Parameters(arity = "1..*", paramLabel = "DIR", description = "Folder with a feed.yaml and its copybook.")
    private List<Path> folders;

    @Option(
            names = "--accept",
            description = {
                "Write what sample files become as their expectation, after the difference was shown.",
                "What stands under 'tests:' is left alone."
            })
    private boolean accept;

    @Option(names = "--json", description = "Write one JSON object.")
    private boolean json;

    @Mixin
    private UnmaskOption masking;

    @Spec
    private CommandSpec spec;

    /** Expectations of the feed that is looked at. */
    private int written;

    private final ObjectNode document = JsonMapper.builder().build().createObjectNode();

    @Override
    public ExitCode call() throws IOException {
        ArrayNode feeds = document.putArray("feeds");
        ExitCode worst = ExitCode.CLEAN;
        for (Path folder : folders) {
            ExitCode code = run(folder, feeds.addObject().put("folder", folder.toString()));
            worst = code.number() > worst.number() ? code : worst;
        }
        if (json) {
            spec.commandLine().getOut().println(document.put("ok", worst == ExitCode.CLEAN));
        }
        return worst;
    }

    private ExitCode run(Path folder, ObjectNode told) throws IOException {
        try {
            return run(FeedTrial.of(FeedFolder.load(folder, masking.values())), told);
        } catch (CommandException noFeed) {
            complain(noFeed.getMessage(), told);
            return noFeed.code();
        } catch (FeedException broken) {
            broken.faults().forEach(fault -> complain(fault.toString(), told));
            return ExitCode.REFUSED;
        } catch (ExpectationException malformed) {
            complain(malformed.getMessage(), told);
            return ExitCode.REFUSED;
        }
    }

    private ExitCode run(FeedTrial trial, ObjectNode told) throws IOException {
        told.put("feed", trial.feed().name());
        told.put("passed", trial.passed()).put("failed", trial.failed());
        ArrayNode results = told.putArray("results");
        PrintWriter out = json
                ? new PrintWriter(PrintWriter.nullWriter())
                : spec.commandLine().getOut();
        out.println(trial.feed().name() + ":");
        trial.tests().forEach(test -> tell(test, "feed.yaml:" + test.line(), out, results.addObject()));
        written = 0;
        long open = trial.tests().stream().filter(each -> !each.isAsExpected()).count();
        for (FeedTrial.Sampled each : trial.samples()) {
            tell(each.result(), each.result().lines() + " lines", out, results.addObject());
            if (!each.result().isAsExpected()) {
                open += accept ? 0 : 1;
                accepted(each.sample(), out);
            }
        }
        for (SampleFile sample : trial.untold()) {
            out.println("  -     " + Shown.of(sample.told()) + " has no "
                    + Shown.of(sample.expectation().getFileName().toString()) + (accept ? "" : "; --accept writes it"));
            accepted(sample, out);
        }
        if (trial.isEmpty() && written == 0) {
            complain("BNK-3042 " + trial.feed().name() + " has no tests yet: " + advice(trial), told);
            return ExitCode.REFUSED;
        }
        told.put("failed", open).put("written", written);
        out.println("  " + trial.passed() + " passed, " + open + " failed"
                + (written == 0 ? "" : ", " + written + " written: read what is new, and run it again"));
        return open == 0 ? ExitCode.CLEAN : ExitCode.REFUSED;
    }

    private static String advice(FeedTrial trial) {
        return trial.untold().isEmpty()
                ? "write 'tests:' in its feed.yaml, or lay a sample file into its folder and let --accept write what is"
                        + " expected of it"
                : "let --accept write what " + Shown.of(trial.untold().get(0).told())
                        + " becomes and read it once, or write 'tests:' in its feed.yaml";
    }

    private void accepted(SampleFile sample, PrintWriter out) throws IOException {
        if (accept) {
            long lines = sample.accept();
            written++;
            out.println("        written: " + Shown.of(sample.expectation().toString()) + ", " + lines + " lines");
        }
    }

    private void complain(String message, ObjectNode told) {
        told.withArray("faults").add(message);
        if (!json) {
            spec.commandLine().getErr().println(message);
        }
    }

    private static void tell(Result result, String where, PrintWriter out, ObjectNode told) {
        told.put("name", result.name()).put("ok", result.isAsExpected()).put("lines", result.lines());
        if (result.line() > 0) {
            told.put("line", result.line());
        }
        out.println((result.isAsExpected() ? "  ok    " : "  FAIL  ") + Shown.of(result.name()) + " (" + where + ")");
        ArrayNode differences = told.putArray("differences");
        for (Difference difference : result.differences()) {
            out.println("        " + Shown.of(difference.toString()));
            ObjectNode each = differences.addObject();
            if (difference.record() > 0) {
                each.put("record", difference.record());
            }
            each.put("property", difference.property())
                    .put("expected", difference.expected())
                    .put("found", difference.found());
        }
        if (result.more() > 0) {
            out.println("        and " + result.more() + " more differences");
            told.put("more", result.more());
        }
    }
}

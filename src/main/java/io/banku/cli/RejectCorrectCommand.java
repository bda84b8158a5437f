package io.banku.cli;

import java.io.PrintWriter;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code banku reject correct}: other values in fields of the record, kept beside it. */
@Command(
        name = "correct",
        description = {
            "Put other values into fields of a reject, and show what it becomes.",
            "The correction is kept beside the record. It counts when a held batch is released; of a sealed batch, the"
                    + " reject has to be resubmitted."
        })
final class RejectCorrectCommand extends RejectDecisionCommand {
    @Option(
            names = "--set",
            paramLabel = "FIELD=VALUE",
            required = true,
            description = "The new value of a field, by its COBOL name, as TX-AMOUNT=125.00. Can be repeated.")
    private Map<String, String> set = new LinkedHashMap<>();

    RejectCorrectCommand() {
        super("correct");
    }

    @Override
    void complete(Map<String, Object> wish) {
        wish.put("set", set);
    }

    @Override
    boolean isFor(String status) {
        return status.equals("open") || status.equals("corrected") || status.equals("dismissed");
    }

    @Override
    ExitCode told(Api api, List<RejectId> done, PrintWriter out) {
        return ExitCode.CLEAN;
    }
}

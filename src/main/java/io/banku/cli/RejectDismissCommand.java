package io.banku.cli;

import java.io.PrintWriter;
import java.util.List;
import picocli.CommandLine.Command;

/** {@code banku reject dismiss}: nothing is to become of it. */
@Command(
        name = "dismiss",
        description =
                "Say that nothing is to become of a reject. It stays one, in all counts, and can be corrected later all the"
                        + " same.")
final class RejectDismissCommand extends RejectDecisionCommand {
    RejectDismissCommand() {
        super("dismiss");
    }

    @Override
    boolean isFor(String status) {
        return status.equals("open") || status.equals("corrected");
    }

    @Override
    ExitCode told(Api api, List<RejectId> done, PrintWriter out) {
        return ExitCode.CLEAN;
    }
}

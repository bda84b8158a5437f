package io.banku.cli;

import java.io.PrintWriter;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code banku view rebuild}: has the view emptied and folded again from the log, and waits until that is done. */
@Command(
        name = "rebuild",
        description = "Empty the account view and fold it again from the log, with --yes. Works while the bridge runs.")
final class ViewRebuildCommand implements Callable<ExitCode> {
    @Option(
            names = "--partition",
            paramLabel = "NUMBER",
            split = ",",
            description = "Only this one; may be given again. All of them if not given.")
    private List<Integer> partitions = List.of();

    @Option(names = "--yes", description = "Do it.")
    private boolean confirmed;

    @Option(names = "--no-wait", description = "Do not wait until it is done; banku view show says how far it is.")
    private boolean doNotWait;

    @Option(
            names = "--wait",
            paramLabel = "SECONDS",
            defaultValue = "3600",
            description = "How long to wait until it is done; ${DEFAULT-VALUE} if not given.")
    private int seconds;

    @Option(names = "--reason", paramLabel = "TEXT", description = "Why; it is kept in banku.audit.")
    private String reason;

    @Mixin
    private ApiOption options;

    @Spec
    private CommandSpec spec;

    /** How far it was when that was told last. */
    private String told = "";

    @Override
    public ExitCode call() throws InterruptedException {
        Api api = options.open();
        PrintWriter out = spec.commandLine().getOut();
        if (!confirmed) {
            wanted(api).print(out);
            throw new CommandException(
                    ExitCode.REFUSED,
                    "nothing was emptied: expected --yes, found none. Until a partition stands again where it stands now,"
                            + " its accounts cannot be asked for (503) and its commands wait (202); nothing is written"
                            + " to Kafka, and no command is lost.");
        }
        ViewSlots begun = ViewSlots.of(api.post("/view/rebuilds", wish()));
        ViewSlots now = doNotWait ? begun : await(api, begun);
        now.print(out);
        return ExitCode.CLEAN;
    }

    private Map<String, Object> wish() {
        Map<String, Object> wish = new LinkedHashMap<>();
        wish.put("by", System.getProperty("user.name", "operator"));
        if (reason != null) {
            wish.put("reason", reason);
        }
        if (!partitions.isEmpty()) {
            wish.put("partitions", partitions);
        }
        return wish;
    }

    private ViewSlots wanted(Api api) {
        ViewSlots all = ViewSlots.of(api.get("/view"));
        if (!all.partitions().containsAll(partitions)) {
            throw new ParameterException(
                    spec.commandLine(), "--partition: expected one of " + all.partitions() + ", found " + partitions);
        }
        return all.only(partitions);
    }

    private ViewSlots await(Api api, ViewSlots begun) throws InterruptedException {
        ViewSlots now = new Afterwards<>(
                        "the rebuild of the view is begun and goes on in the processes that project",
                        "view show",
                        () -> told(ViewSlots.of(api.get("/view")).only(begun.partitions())))
                .await(
                        slots -> slots.areCurrent() || !slots.knowRebuildOf(begun.rebuildBegan()),
                        Instant.now().plusSeconds(seconds));
        if (!now.knowRebuildOf(begun.rebuildBegan())) {
            throw new CommandException(
                    ExitCode.ENVIRONMENT,
                    "expected the rebuild of " + begun.rebuildBegan() + " in the view, found an older one: Redis lost"
                            + " its last writes. The view is as it was before; ask for the rebuild again.");
        }
        if (!now.areCurrent()) {
            throw new CommandException(
                    ExitCode.ENVIRONMENT,
                    "expected the view to be rebuilt within " + seconds + " seconds, found " + now.progress()
                            + ". It goes on; try: banku view show. If it does not move: does a process with the role"
                            + " projection run?");
        }
        return now;
    }

    private ViewSlots told(ViewSlots now) {
        if (!now.progress().equals(told)) {
            told = now.progress();
            spec.commandLine().getErr().println("banku: " + told);
            spec.commandLine().getErr().flush();
        }
        return now;
    }
}

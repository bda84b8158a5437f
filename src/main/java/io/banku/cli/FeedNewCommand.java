package io.banku.cli;

import io.banku.copybook.CompileOptions;
import io.banku.copybook.CopyFolders;
import io.banku.copybook.Copybook;
import io.banku.copybook.CopybookEncoding;
import io.banku.copybook.Layout;
import io.banku.draft.Draft;
import io.banku.draft.DraftException;
import io.banku.feed.FeedSchema;
import io.banku.inspect.Inspection;
import io.banku.record.Shown;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code banku feed new}: a folder with a first definition, from a copybook and a file. */
@Command(
        name = "new",
        description =
                "Write the folder of a new feed: the copybook, the sample, and a feed.yaml with what both say of it. What nobody"
                        + " can know from them is a TODO, which banku feed check names.",
        footer = "%nExample: banku feed new cash-machines --copybook CASHMCH.cpy --sample ATM0007.TXT")
final class FeedNewCommand implements Callable<ExitCode> {
    @Parameters(paramLabel = "NAME", description = "Of the feed, and of its folder: a-z, 0-9 and -.")
    private String name;

    @Option(
            names = {"-c", "--copybook"},
            required = true,
            paramLabel = "CPY",
            description = "The copybook; members that it copies lie beside it.")
    private Path copybook;

    @Option(names = "--sample", required = true, paramLabel = "FILE", description = "One of its files, a whole one.")
    private Path sample;

    @Option(
            names = "--dir",
            paramLabel = "DIR",
            defaultValue = "feeds",
            description = "Directory of feeds, in which the folder is made; ${DEFAULT-VALUE} if not given.")
    private Path directory;

    @Spec
    private CommandSpec spec;

    @Override
    public ExitCode call() throws IOException {
        if (!name.matches("[a-z0-9-]+")) {
            throw new ParameterException(
                    spec.commandLine(), "expected a name of a-z, 0-9 and -, found " + Shown.of(name));
        }
        Path folder = directory.resolve(name);
        if (Files.exists(folder)) {
            throw new CommandException(
                    ExitCode.REFUSED,
                    "BNK-3038 expected a folder that is not there yet, found " + Shown.of(folder.toString())
                            + ": nothing is overwritten; give the feed another name, or move the folder away");
        }
        RereadFile.require(sample);
        if (Files.size(sample) == 0) {
            throw new CommandException(
                    ExitCode.REFUSED,
                    "BNK-3039 expected a sample with records, found the empty file " + Shown.of(sample.toString())
                            + ": take a whole file of an ordinary day");
        }
        InputFile.require(copybook);
        InputFile.require(copybook);
        Layout layout = layout();
        Draft draft = draft(layout);
        String yaml = draft.yaml(name);
        try {
            write(folder, layout, yaml);
        } catch (IOException halfWritten) {
            delete(folder); // it was not there before
            throw halfWritten;
        }
        tell(folder, draft, yaml);
        return ExitCode.CLEAN;
    }

    private Layout layout() throws IOException {
        CopyFolders members = CopyFolders.of(List.of(copybook.toAbsolutePath().getParent()), CopybookEncoding.UTF_8);
        return Copybook.parse(
                copybook.toString(), CopybookEncoding.UTF_8.read(copybook), CompileOptions.DEFAULT.with(members));
    }

    private Draft draft(Layout layout) throws IOException {
        try {
            return Draft.of(sample, Inspection.of(sample), layout);
        } catch (DraftException impossible) {
            throw new CommandException(ExitCode.REFUSED, impossible.getMessage());
        }
    }

    private void write(Path folder, Layout layout, String yaml) throws IOException {
        Path samples = Files.createDirectories(folder.resolve("samples"));
        for (String member : layout.files()) {
            Path file = copybook.toAbsolutePath().getParent().resolve(member);
            Path source = Files.exists(file) ? file : Path.of(member);
            Files.copy(source, folder.resolve(source.getFileName().toString()));
        }
        Files.copy(sample, samples.resolve(sample.getFileName().toString()));
        Files.writeString(folder.resolve(FeedSchema.FILE), FeedSchema.text());
        Files.writeString(folder.resolve("feed.yaml"), yaml);
    }

    private static void delete(Path folder) throws IOException {
        List<Path> all;
        try (Stream<Path> files = Files.walk(folder)) {
            all = files.sorted(Comparator.reverseOrder()).toList();
        }
        for (Path file : all) {
            Files.delete(file);
        }
    }

    private void tell(Path folder, Draft draft, String yaml) {
        PrintWriter out = spec.commandLine().getOut();
        long todos = draft.todos(yaml);
        out.printf(
                "%s: %s, %s that the sample keeps, %s%n",
                folder.resolve("feed.yaml"),
                counted(draft.rules().size(), "rule"),
                counted(draft.controls().size(), "control"),
                todos == 0 ? "nothing left to decide" : counted(todos, "line") + " with a TODO");
        draft.doubts()
                .forEach(each -> spec.commandLine()
                        .getErr()
                        .println("banku: BNK-3033 the copybook may be another one: " + Shown.of(each)));
        out.println("Read it, then: banku feed check " + folder);
    }

    private static String counted(long count, String one) {
        return count + " " + one + (count == 1 ? "" : "s");
    }
}

package io.banku.trial;

import io.banku.feed.BatchInput;
import io.banku.feed.Feed;
import io.banku.feed.FileName;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import java.util.stream.Stream;

/** A file of a feed that lies in its folder, and beside it what it is expected to become, one line each. */
public record SampleFile(Feed feed, Path file, FileName name) {
    private static final String EXPECTED = ".expected.jsonl";
    private static final int MOST_FOLDERS = 4;
    private static final int SHOWN = 10;

    /** In the feed's folder and the folders in it, in the order of their names. */
    public static List<SampleFile> of(Feed feed) throws IOException {
        Path folder = feed.sources().get(0).getParent();
        try (Stream<Path> files = Files.walk(folder, MOST_FOLDERS)) {
            return files.filter(Files::isRegularFile)
                    .filter(file -> !feed.sources().contains(file))
                    .sorted()
                    .flatMap(file -> feed.files().match(file.getFileName().toString()).stream()
                            .map(name -> new SampleFile(feed, file, name)))
                    .filter(sample -> !sample.name().name().endsWith(EXPECTED))
                    .toList();
        }
    }

    public Path expectation() {
        return file.resolveSibling(file.getFileName() + EXPECTED);
    }

    public boolean hasExpectation() {
        return Files.isRegularFile(expectation());
    }

    /** Or in {@code samples}. Samples that are broken on purpose mostly lie in another folder of their own. */
    boolean isRightInFolder() {
        Path folder = feed.sources().get(0).getParent();
        return folder.equals(file.getParent()) || folder.resolve("samples").equals(file.getParent());
    }

    /** As the folder sees it: {@code broken/TXN.D261123.BIN}. */
    public String told() {
        return feed.sources().get(0).getParent().relativize(file).toString();
    }

    private FileWalk walk() throws IOException {
        BatchInput batch = new BatchInput(name, OptionalLong.empty()).with(SampleLookups.of(feed));
        return FileWalk.of(feed, batch, file);
    }

    /**
     * Reads both, and holds them against each other.
     *
     * @throws ExpectationException when the expectation cannot be understood
     */
    public Result run() throws IOException {
        List<Difference> shown = new ArrayList<>();
        long more = 0;
        long lines = 0;
        Masking masking = Masking.of(feed);
        Feed.Values told = feed.hasPrivateFields() ? Feed.Values.MASKED : Feed.Values.SHOWN;
        try (FileWalk walk = walk();
                ExpectedLines expected = new ExpectedLines(expectation(), told)) {
            while (walk.next()) {
                List<Line> found = walk.lines();
                lines += found.size();
                more += add(Line.differences(expected.upTo(walk.number(), found.size()), found, masking), shown);
            }
            more += add(Line.differences(expected.rest(), Line.none(), masking), shown);
        }
        return new Result(told(), 0, shown, more, lines);
    }

    private static long add(List<Difference> differences, List<Difference> shown) {
        int room = Math.min(differences.size(), SHOWN - shown.size());
        shown.addAll(differences.subList(0, room));
        return differences.size() - room;
    }

    /** Writes what the file becomes as its expectation, whole or not at all, and tells how many lines that are. */
    public long accept() throws IOException {
        Path half = expectation().resolveSibling(expectation().getFileName() + ".tmp");
        long lines = 0;
        try (FileWalk walk = walk();
                PrintWriter out = new PrintWriter(Files.newBufferedWriter(half))) {
            while (walk.next()) {
                for (Line line : walk.lines()) {
                    out.print(line + "\n");
                    lines++;
                }
            }
            if (out.checkError()) {
                throw new IOException("expected to write " + half + ", found that it cannot be written");
            }
        }
        Files.move(half, expectation(), StandardCopyOption.REPLACE_EXISTING);
        return lines;
    }
}

package io.banku.bench.pipe;

/** {@code publish FILE …} or {@code project …}; what it takes is in {@code bench/README.md}. */
public final class Main {
    private Main() {}

    public static void main(String[] arguments) throws Exception {
        Options options = Options.of(arguments);
        switch (arguments.length == 0 ? "" : arguments[0]) {
            case "publish" -> Publish.run(options);
            case "project" -> Project.run(options);
            case "write" -> SampleFile.write(options);
            default -> throw new IllegalArgumentException("expected publish, project or write");
        }
    }
}

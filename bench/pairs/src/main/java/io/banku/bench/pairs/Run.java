package io.banku.bench.pairs;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** {@code bench/run}: measures, prints a table, and leaves the figures as JSON and, where wanted, as a page. */
public final class Run {
    private static final int USAGE = 2;

    private Run() {}

    /** Ends with 2 where the command line is wrong, and with 1 where something could not be measured or was not right. */
    public static void main(String... arguments) throws IOException, InterruptedException {
        Options options;
        try {
            options = Options.of(arguments);
        } catch (IllegalArgumentException wrong) {
            System.err.println(wrong.getMessage());
            System.exit(USAGE);
            return;
        }
        Path directory = Files.createTempDirectory("banku-bench");
        try {
            Optional<Build> against = options.against().isEmpty()
                    ? Optional.empty()
                    : Optional.of(Build.of("other", options.against().get()));
            Build product = Build.of("product", options.product());
            Lab lab = new Lab(product, against, options.pipe(), directory, options.quick());
            List<Measured> measured = new Suite(lab).run(options.goals());
            Report report = Report.of(options.quick(), measured);
            report.print();
            report.json(options.results());
            if (options.page().isPresent()) {
                report.page(options.page().get());
            }
        } finally {
            Lab.remove(directory);
        }
    }
}

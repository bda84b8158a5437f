package io.banku.bench.pairs;

import java.io.IOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** {@code bench/run}: measures, prints a table, and leaves the figures as JSON and, where wanted, as a page. */
public final class Run {
    private static final int FAILED = 1;
    private static final int USAGE = 2;

    private Run() {}

    /** Ends with 2 where the command line is wrong, and with 1 where something could not be measured or was not right. */
    public static void main(String... arguments) throws InterruptedException {
        try {
            run(Options.of(arguments));
        } catch (IllegalArgumentException wrong) {
            System.err.println("bench/run: " + wrong.getMessage());
            System.exit(USAGE);
        } catch (IOException failed) {
            System.err.println("bench/run: " + failed.getMessage());
            System.exit(FAILED);
        }
    }

    private static void run(Options options) throws IOException, InterruptedException {
        Build product = Build.of("product", options.product());
        Optional<Build> against = options.against().isEmpty()
                ? Optional.empty()
                : Optional.of(Build.of("other", options.against().get()));
        Lab lab = new Lab(
                product,
                against,
                options.pipe(),
                Files.createDirectories(options.work().toAbsolutePath()),
                options.quick());
        List<Measured> measured = new ArrayList<>(
                new Suite(lab, new Sizes(lab, options.records(), options.pairs())).run(options.goals()));
        if (options.added()) {
            measured.addAll(Results.read(options.results(), measured));
        }
        Report report = Report.of(options.quick(), measured);
        report.print();
        Results.write(report, options.results());
        if (options.page().isPresent()) {
            report.page(options.page().get());
        }
        for (Measured one : measured) {
            double most = options.atMost().orElse(Double.POSITIVE_INFINITY);
            if (options.goals().contains(one.goal()) && one.median() > most) {
                throw new IOException("expected " + one.goal().what() + " to be at most " + most + ", found "
                        + String.format(Locale.ROOT, "%.2f", one.median()));
            }
        }
    }
}

package io.banku.bench.pairs;

import java.nio.file.Path;
import java.util.EnumSet;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.Set;

/**
 * What the command line says.
 *
 * @param goals which are measured
 * @param against another build, or nothing
 * @param work an empty folder for files and servers, with some gigabytes free
 * @param results where the figures go, as JSON
 * @param added to what an earlier run has left there
 * @param page where they go as a page, or nothing
 * @param records of a file, where it is not to be the usual number
 * @param pairs how often both take turns, where it is not to be the usual number
 * @param atMost which the ratios that are chosen may be, or the run fails
 */
record Options(
        boolean quick,
        Set<Goal> goals,
        Optional<Path> against,
        Path product,
        Path pipe,
        Path work,
        Path results,
        boolean added,
        Optional<Path> page,
        OptionalInt records,
        OptionalInt pairs,
        OptionalDouble atMost) {

    /** @throws IllegalArgumentException that says what was expected */
    static Options of(String... arguments) {
        boolean quick = false;
        Set<Goal> goals = EnumSet.noneOf(Goal.class);
        Path against = null;
        Path product = Path.of(".");
        Path pipe = Path.of("bench/pipe");
        Path work = Path.of("target/bench/work");
        Path results = Path.of("target/bench/results.json");
        boolean added = false;
        Path page = null;
        OptionalInt records = OptionalInt.empty();
        OptionalInt pairs = OptionalInt.empty();
        OptionalDouble atMost = OptionalDouble.empty();
        for (int i = 0; i < arguments.length; i++) {
            switch (arguments[i]) {
                case "--quick" -> quick = true;
                case "--add" -> added = true;
                case "--only" -> goals.add(Goal.named(value(arguments, ++i)));
                case "--against" -> against = Path.of(value(arguments, ++i));
                case "--product" -> product = Path.of(value(arguments, ++i));
                case "--pipe" -> pipe = Path.of(value(arguments, ++i));
                case "--work" -> work = Path.of(value(arguments, ++i));
                case "--results" -> results = Path.of(value(arguments, ++i));
                case "--records" -> records = OptionalInt.of(Integer.parseInt(value(arguments, ++i)));
                case "--pairs" -> pairs = OptionalInt.of(Integer.parseInt(value(arguments, ++i)));
                case "--at-most" -> atMost = OptionalDouble.of(Double.parseDouble(value(arguments, ++i)));
                case "--page" -> page = Path.of(value(arguments, ++i));
                default ->
                    throw new IllegalArgumentException(
                            "expected --quick, --only NAME, --against BUILD, --add, --page FILE, --records N, --pairs N or"
                                    + " --at-most RATIO, found " + arguments[i]);
            }
        }
        if (against == null && goals.stream().anyMatch(Goal::needsAnother)) {
            throw new IllegalArgumentException("expected --against BUILD to compare with, found none");
        }
        return new Options(
                quick,
                goals.isEmpty() ? EnumSet.allOf(Goal.class) : goals,
                Optional.ofNullable(against),
                product,
                pipe.toAbsolutePath(),
                work,
                results,
                added,
                Optional.ofNullable(page),
                records,
                pairs,
                atMost);
    }

    private static String value(String[] arguments, int i) {
        if (i == arguments.length) {
            throw new IllegalArgumentException("expected a value after " + arguments[i - 1] + ", found the end");
        }
        return arguments[i];
    }
}

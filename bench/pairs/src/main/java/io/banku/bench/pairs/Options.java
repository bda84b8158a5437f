package io.banku.bench.pairs;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * What the command line says.
 *
 * @param goals which are measured
 * @param against another build, or nothing
 * @param work an empty folder for files and servers, with some gigabytes free
 * @param results where the figures go, as JSON
 * @param page where they go as a page, or nothing
 */
record Options(
        boolean quick,
        Set<Goal> goals,
        Optional<Path> against,
        Path product,
        Path pipe,
        Path work,
        Path results,
        Optional<Path> page) {

    /** @throws IllegalArgumentException that says what was expected */
    static Options of(String... arguments) {
        boolean quick = false;
        Set<Goal> goals = EnumSet.noneOf(Goal.class);
        Path against = null;
        Path product = Path.of(".");
        Path pipe = Path.of("bench/pipe");
        Path work = Path.of("target/bench/work");
        Path results = Path.of("target/bench/results.json");
        Path page = null;
        for (int i = 0; i < arguments.length; i++) {
            switch (arguments[i]) {
                case "--quick" -> quick = true;
                case "--only" -> goals.add(goal(value(arguments, ++i)));
                case "--against" -> against = Path.of(value(arguments, ++i));
                case "--product" -> product = Path.of(value(arguments, ++i));
                case "--pipe" -> pipe = Path.of(value(arguments, ++i));
                case "--work" -> work = Path.of(value(arguments, ++i));
                case "--results" -> results = Path.of(value(arguments, ++i));
                case "--page" -> page = Path.of(value(arguments, ++i));
                default ->
                    throw new IllegalArgumentException(
                            "expected --quick, --only NAME, --against BUILD or --page FILE, found " + arguments[i]);
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
                Optional.ofNullable(page));
    }

    private static String value(String[] arguments, int i) {
        if (i == arguments.length) {
            throw new IllegalArgumentException("expected a value after " + arguments[i - 1] + ", found the end");
        }
        return arguments[i];
    }

    private static Goal goal(String name) {
        return Arrays.stream(Goal.values())
                .filter(goal -> goal.id().equals(name))
                .findAny()
                .orElseThrow(() -> new IllegalArgumentException("expected --only to be followed by one of "
                        + Arrays.stream(Goal.values()).map(Goal::id).collect(Collectors.joining(", "))
                        + ", found " + name));
    }
}

package io.banku.bench.latency;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What the command line says.
 *
 * @param rates commands per second, one round for each
 * @param processes name and process id of whose processor time is to be told
 * @param files to be put into the inbox when the last round begins; on its file system
 * @param csv where to write a line for each command, or null
 * @param json where to write a line for each round, or null
 */
record Options(
        String api,
        String management,
        List<Integer> rates,
        int warmUp,
        int seconds,
        Map<String, Long> processes,
        Path inbox,
        List<Path> files,
        Path csv,
        Path json) {

    static Options of(String... arguments) {
        if (arguments.length % 2 != 0) {
            throw new IllegalArgumentException(
                    "expected pairs of an option and its value, found an odd number of words");
        }
        Map<String, String> single = new LinkedHashMap<>(Map.of(
                "--api", "http://127.0.0.1:8080",
                "--management", "http://127.0.0.1:9876",
                "--rate", "500",
                "--warm-up", "20",
                "--seconds", "60",
                "--inbox", ".",
                "--csv", "",
                "--json", ""));
        Map<String, Long> processes = new LinkedHashMap<>();
        List<Path> files = new ArrayList<>();
        for (int i = 0; i < arguments.length; i += 2) {
            String value = arguments[i + 1];
            switch (arguments[i]) {
                case "--process" -> processes.put(value.split("=", 2)[0], Long.valueOf(value.split("=", 2)[1]));
                case "--beside" -> files.add(Path.of(value));
                default -> {
                    if (single.replace(arguments[i], value) == null) {
                        throw new IllegalArgumentException("expected one of " + single.keySet()
                                + ", --process or --beside, found " + arguments[i]);
                    }
                }
            }
        }
        List<Integer> rates = Arrays.stream(single.get("--rate").split(","))
                .map(rate -> number("--rate", rate, 1))
                .toList();
        return new Options(
                single.get("--api"),
                single.get("--management"),
                rates,
                number("--warm-up", single.get("--warm-up"), 0),
                number("--seconds", single.get("--seconds"), 1),
                processes,
                Path.of(single.get("--inbox")),
                files,
                path(single.get("--csv")),
                path(single.get("--json")));
    }

    private static Path path(String name) {
        return name.isEmpty() ? null : Path.of(name);
    }

    private static int number(String name, String value, int least) {
        if (!value.matches("\\d{1,6}") || Integer.parseInt(value) < least) {
            throw new IllegalArgumentException(
                    "expected " + name + " to be a number from " + least + " on, found " + value);
        }
        return Integer.parseInt(value);
    }
}

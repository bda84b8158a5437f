package io.banku.bench.latency;

import io.banku.bench.latency.Answer.Wanted;
import io.banku.bench.latency.OpenLoop.Round;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;

/** What was measured, in lines. Every request counts in one of them, whatever its answer: none is too slow to be told. */
final class Report {
    private static final int SOME_UNWANTED = 5;

    private Report() {}

    static void tell(Round<Answer> round, Ingest ingest) {
        List<Arrival<Answer>> all = round.arrivals();
        System.out.println(Latencies.heading());
        if (ingest.isNone()) {
            tellAnswers("", all);
        } else {
            long end = ingest.caughtUp();
            tellAnswers(
                    ", beside the files",
                    all.stream().filter(arrival -> arrival.due() < end).toList());
            tellAnswers(
                    ", afterwards",
                    all.stream().filter(arrival -> arrival.due() >= end).toList());
        }
        System.out.println(
                Latencies.of(all.stream().mapToLong(Arrival::sentLate)).line("due to sent"));
        System.out.printf(
                "most under way at once: %d; found no room and were sent late: %d%n",
                round.mostUnderWay(), round.foundNoRoom());
        tellStatuses(all);
        if (!ingest.isNone()) {
            System.out.println(ingest.told());
        }
    }

    private static void tellAnswers(String when, List<Arrival<Answer>> arrivals) {
        tellAnswers("outcome wanted" + when, Wanted.OUTCOME, arrivals);
        tellAnswers("receipt wanted" + when, Wanted.RECEIPT, arrivals);
    }

    private static void tellAnswers(String name, Wanted wanted, List<Arrival<Answer>> arrivals) {
        System.out.println(Latencies.of(arrivals.stream()
                        .filter(arrival -> arrival.answer().wanted() == wanted)
                        .mapToLong(Arrival::took))
                .line(name));
    }

    private static void tellStatuses(List<Arrival<Answer>> all) {
        System.out.println("answers by status, 0 for none: "
                + all.stream()
                        .map(Arrival::answer)
                        .collect(Collectors.groupingBy(
                                Answer::wanted,
                                TreeMap::new,
                                Collectors.groupingBy(Answer::status, TreeMap::new, Collectors.counting()))));
        all.stream()
                .map(Arrival::answer)
                .filter(answer -> !answer.isAsWanted())
                .limit(SOME_UNWANTED)
                .forEach(answer -> System.out.println("  " + answer));
    }

    /** For whoever wants to see more: moments in microseconds since 1970, by this machine's clock. */
    static void write(Path csv, List<Arrival<Answer>> arrivals, Clock clock) throws IOException {
        long offset = TimeUnit.MILLISECONDS.toMicros(System.currentTimeMillis()) - clock.now() / 1000;
        try (PrintWriter out = new PrintWriter(Files.newBufferedWriter(csv, StandardCharsets.US_ASCII))) {
            out.println("due,sent,ended,wanted,status,command");
            for (Arrival<Answer> arrival : arrivals) {
                Answer answer = arrival.answer();
                out.printf(
                        "%d,%d,%d,%s,%d,%s%n",
                        offset + arrival.due() / 1000,
                        offset + arrival.sent() / 1000,
                        offset + arrival.ended() / 1000,
                        answer.wanted(),
                        answer.status(),
                        answer.text("commandId"));
            }
        }
    }
}

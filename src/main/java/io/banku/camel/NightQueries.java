package io.banku.camel;

import io.banku.night.Night;
import io.banku.night.Nights;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.List;
import org.apache.camel.Exchange;
import org.apache.camel.Header;

/** GET of nights: the ledger and {@code banku.days} as they are now. */
public final class NightQueries {
    private final Nights nights;
    private final Clock clock;

    public NightQueries(Nights nights, Clock clock) {
        this.nights = nights;
        this.clock = clock;
    }

    public void list(Exchange exchange) {
        PageRequest request = new PageRequest(exchange, "nights");
        String state = request.read(
                "state", "open or closed", null, text -> text.equals("open") || text.equals("closed") ? text : null);
        String from = request.begin(place -> place);
        request.requireFaultless();
        nights.awaitEnd();
        List<Night> found = nights.list(clock.instant()).stream()
                .filter(night -> state == null || night.isClosed() == state.equals("closed"))
                .dropWhile(night -> from != null && !place(night).equals(from))
                .limit(request.limit() + 1L)
                .toList();
        boolean isLast = found.size() <= request.limit();
        Answers.json(
                exchange,
                200,
                request.answer(
                        found.stream()
                                .limit(request.limit())
                                .map(NightDocument::line)
                                .toList(),
                        isLast ? null : place(found.get(request.limit()))));
    }

    private static String place(Night night) {
        return night.date() + " " + night.night();
    }

    public void get(@Header("night") String name, @Header("date") String date, Exchange exchange) {
        Answers.json(exchange, 200, NightDocument.whole(find(name, day(date))));
    }

    /** As it is at the time of the call. */
    Night find(String name, LocalDate date) {
        nights.awaitEnd();
        return nights.night(name, date)
                .orElseThrow(() -> new ProblemException(
                        Problem.NIGHT_NOT_FOUND,
                        "expected a night that closes " + date + ", found none called " + name));
    }

    static LocalDate day(String text) {
        try {
            return LocalDate.parse(text);
        } catch (DateTimeException noDay) {
            throw ProblemException.malformed(List.of(RequestFault.inParameter("date", "a day as 2026-11-20", text)));
        }
    }
}

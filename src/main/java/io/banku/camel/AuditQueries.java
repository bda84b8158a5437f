package io.banku.camel;

import io.banku.audit.AuditEntry;
import io.banku.audit.AuditTrail;
import io.banku.audit.AuditTrail.Page;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.function.Predicate;
import org.apache.camel.Exchange;

/** GET of what was decided, by whom, and why. */
public final class AuditQueries {
    private final AuditTrail trail;

    public AuditQueries(AuditTrail trail) {
        this.trail = trail;
    }

    public void list(Exchange exchange) {
        PageRequest request = new PageRequest(exchange, "audit");
        Predicate<AuditEntry> wanted = wanted(request);
        AuditTrail.Place from = request.begin(AuditTrail.Place::parse);
        request.requireFaultless();
        Page page = trail.page(wanted, from, request.limit());
        Answers.json(
                exchange,
                200,
                request.answer(
                        page.entries(), page.next() == null ? null : page.next().toString()));
    }

    private static Predicate<AuditEntry> wanted(PageRequest request) {
        Instant since = request.read(
                "since", "a day as 2026-11-20, or a time as 2026-11-20T23:00:00Z", null, AuditQueries::time);
        String by = request.text("by");
        String feed = request.text("feed");
        String batch = request.text("batch");
        return entry -> (since == null || !entry.at().isBefore(since))
                && (by == null || entry.by().equals(by))
                && (feed == null || feed.equals(entry.feed()))
                && (batch == null || entry.batch() != null && entry.batch().startsWith(batch));
    }

    /** A day begins at midnight, UTC. */
    private static Instant time(String text) {
        return text.contains("T")
                ? OffsetDateTime.parse(text).toInstant()
                : LocalDate.parse(text).atStartOfDay(ZoneOffset.UTC).toInstant();
    }
}

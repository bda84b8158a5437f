package io.banku.camel;

import io.banku.batch.LedgerIndex.PageKey;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.function.Function;
import org.apache.camel.Exchange;

/** Which part of a list a request is about: {@code limit}, {@code cursor}, dates. All its faults are told at once. */
final class PageRequest {
    private static final int DEFAULT_LIMIT = 50;
    private static final int MOST = 500;

    private final Exchange exchange;
    private final List<RequestFault> faults = new ArrayList<>();

    private PageRequest(Exchange exchange) {
        this.exchange = exchange;
    }

    static PageRequest of(Exchange exchange) {
        PageRequest request = new PageRequest(exchange);
        request.limit();
        request.batchCursorIfAny();
        return request;
    }

    /** Whose cursor is a text that the list itself knows. */
    static PageRequest ofText(Exchange exchange) {
        PageRequest request = new PageRequest(exchange);
        request.limit();
        request.requireFaultless();
        return request;
    }

    int limit() {
        return read("limit", "a number from 1 to " + MOST, DEFAULT_LIMIT, text -> {
            int limit = Integer.parseInt(text);
            return limit >= 1 && limit <= MOST ? limit : null;
        });
    }

    LocalDate date(String name) {
        LocalDate date = read(name, "a day as 2026-11-20", null, LocalDate::parse);
        requireFaultless();
        return date;
    }

    /** Where the page begins; null for the first one. */
    PageKey batchCursor() {
        requireFaultless();
        return batchCursorIfAny();
    }

    private PageKey batchCursorIfAny() {
        return read("cursor", "the 'next' of an answer", null, text -> {
            String[] parts = new String(Base64.getUrlDecoder().decode(text), StandardCharsets.UTF_8).split(" ", 2);
            return new PageKey(Instant.parse(parts[0]), parts[1]);
        });
    }

    static String cursor(PageKey next) {
        String text = next.moved() + " " + next.id();
        return Base64.getUrlEncoder().withoutPadding().encodeToString(text.getBytes(StandardCharsets.UTF_8));
    }

    /** For lists whose order is that of numbers or names: where the page begins, or null. */
    String cursor() {
        return exchange.getMessage().getHeader("cursor", String.class);
    }

    private <T> T read(String name, String expected, T otherwise, Function<String, T> reader) {
        String text = exchange.getMessage().getHeader(name, String.class);
        if (text == null) {
            return otherwise;
        }
        T read = null;
        try {
            read = reader.apply(text);
        } catch (DateTimeException | IllegalArgumentException | ArrayIndexOutOfBoundsException unreadable) {
            read = null;
        }
        if (read == null) {
            faults.add(RequestFault.inParameter(name, expected, text));
            return otherwise;
        }
        return read;
    }

    void requireFaultless() {
        if (!faults.isEmpty()) {
            throw ProblemException.malformed(faults);
        }
    }
}

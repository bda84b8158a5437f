package io.banku.camel;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.apache.camel.Exchange;

/** Which part of which list a request is about. All that is wrong with it is told at once. */
final class PageRequest {
    private static final int DEFAULT_LIMIT = 50;
    private static final int MOST = 500;

    private final Exchange exchange;
    private final String list;
    private final int limit;
    private final List<RequestFault> faults = new ArrayList<>();

    /** @param list the name of the list, without blanks: a cursor of another one is refused */
    PageRequest(Exchange exchange, String list) {
        this.exchange = exchange;
        this.list = list;
        this.limit = read("limit", "a number from 1 to " + MOST, DEFAULT_LIMIT, text -> {
            int number = Integer.parseInt(text);
            return number >= 1 && number <= MOST ? number : null;
        });
    }

    int limit() {
        return limit;
    }

    boolean isFirst() {
        return text("cursor") == null;
    }

    /** Where the page begins; null for the first one. */
    <T> T begin(Function<String, T> reader) {
        return read(
                "cursor", "the 'next' of an answer of this list", null, text -> reader.apply(Cursor.place(list, text)));
    }

    LocalDate date(String name) {
        return read(name, "a day as 2026-11-20", null, LocalDate::parse);
    }

    String text(String name) {
        return exchange.getMessage().getHeader(name, String.class);
    }

    /** @param reader gives null for, or fails at, what is not as expected */
    <T> T read(String name, String expected, T otherwise, Function<String, T> reader) {
        String text = text(name);
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
            missing(name, expected, text);
            return otherwise;
        }
        return read;
    }

    void missing(String name, String expected, String found) {
        faults.add(RequestFault.inParameter(name, expected, found));
    }

    void requireFaultless() {
        if (!faults.isEmpty()) {
            throw ProblemException.malformed(faults);
        }
    }

    /** @param next where the next page begins, or null */
    Map<String, Object> answer(List<?> items, String next) {
        Map<String, Object> answer = new LinkedHashMap<>();
        answer.put("items", items);
        if (next != null) {
            answer.put("next", Cursor.of(list, next));
        }
        return answer;
    }
}

package io.banku.view;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.banku.account.Balances;
import io.banku.account.Findings;
import io.banku.account.Money;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Currency;
import java.util.List;
import java.util.stream.Stream;

/** Breaks and suspense ⇄ JSON arrays in fields of a hash; what is nothing or usual is left out. Shared by threads. */
final class StoredFindings {
    /** Strict: an amount that is missing is not 0. */
    private static final ObjectMapper JSON = new ObjectMapper()
            .setDefaultPropertyInclusion(JsonInclude.Include.NON_NULL)
            .enable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES);

    private StoredFindings() {}

    /** Null where there are none. */
    static String text(List<Findings.Break> breaks) {
        return breaks.isEmpty()
                ? null
                : json(breaks.stream().map(StoredBreak::of).toList());
    }

    /** @throws IllegalArgumentException when it is not what {@link #text} writes */
    static List<Findings.Break> breaks(String json) {
        return Stream.of(array(json, StoredBreak[].class))
                .map(StoredBreak::toBreak)
                .toList();
    }

    /** Null where there is none. */
    static String sums(List<Findings.Suspense> suspense) {
        return suspense.isEmpty()
                ? null
                : json(suspense.stream().map(StoredSuspense::of).toList());
    }

    /** @throws IllegalArgumentException when it is not what {@link #sums} writes */
    static List<Findings.Suspense> suspense(String json) {
        return Stream.of(array(json, StoredSuspense[].class))
                .map(StoredSuspense::toSuspense)
                .toList();
    }

    private static <T> T[] array(String text, Class<T[]> type) {
        try {
            T[] elements = JSON.readValue(text, type);
            if (elements == null) {
                throw new IllegalArgumentException("expected a JSON array, found null");
            }
            return elements;
        } catch (JsonProcessingException malformed) {
            throw new IllegalArgumentException(malformed.getOriginalMessage(), malformed);
        }
    }

    private static String json(Object value) {
        try {
            return JSON.writeValueAsString(value);
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private static String text(LocalDate day) {
        return day == null ? null : day.toString();
    }

    private static String text(Instant time) {
        return time == null ? null : time.toString();
    }

    private static Instant time(String text) {
        return text == null ? null : Instant.parse(text);
    }

    private static LocalDate day(String text) {
        return text == null ? null : LocalDate.parse(text);
    }

    private static <T> T known(String name, T value) {
        if (value == null) {
            throw new IllegalArgumentException("expected a property " + name + ", found none");
        }
        return value;
    }

    /** @param foundIn the currency of {@code found}, where it is another */
    private record StoredBreak(
            String currency,
            Long expected,
            Long found,
            String foundIn,
            String asOf,
            String event,
            String since,
            StoredAcknowledgement acknowledged,
            String closedAt) {
        static StoredBreak of(Findings.Break found) {
            Currency expected = found.expected().currency();
            Currency other = found.found().currency();
            return new StoredBreak(
                    expected.getCurrencyCode(),
                    found.expected().minor(),
                    found.found().minor(),
                    other == expected ? null : other.getCurrencyCode(),
                    text(found.asOf()),
                    found.event(),
                    text(found.since()),
                    found.acknowledged() == null ? null : StoredAcknowledgement.of(found.acknowledged()),
                    text(found.closedAt()));
        }

        Findings.Break toBreak() {
            Currency in = Currency.getInstance(known("currency", currency));
            Currency other = foundIn == null ? in : Currency.getInstance(foundIn);
            return new Findings.Break(
                    new Money(known("expected", expected), in),
                    new Money(known("found", found), other),
                    day(asOf),
                    event,
                    time(since),
                    acknowledged == null ? null : acknowledged.toAcknowledgement(),
                    time(closedAt));
        }
    }

    private record StoredAcknowledgement(String by, String reason, String at) {
        static StoredAcknowledgement of(Findings.Acknowledgement said) {
            return new StoredAcknowledgement(said.by(), said.reason(), text(said.at()));
        }

        Findings.Acknowledgement toAcknowledgement() {
            return new Findings.Acknowledgement(known("by", by), known("reason", reason), time(at));
        }
    }

    /** @param mainframe null where it is {@code amount}; {@code moved} and {@code limit} where there is none */
    private record StoredSuspense(
            String currency,
            Long amount,
            Long mainframe,
            String broughtForward,
            String movedOn,
            Boolean moved,
            Long limit,
            Long count,
            String lastEvent) {
        static StoredSuspense of(Findings.Suspense waiting) {
            Balances sums = waiting.balances();
            return new StoredSuspense(
                    waiting.currency().getCurrencyCode(),
                    sums.balance(),
                    sums.mainframe() == sums.balance() ? null : sums.mainframe(),
                    text(sums.broughtForward()),
                    text(sums.movedOn()),
                    sums.movedBackToNothing() ? true : null,
                    waiting.limit() == 0 ? null : waiting.limit(),
                    waiting.count(),
                    waiting.lastEvent());
        }

        Findings.Suspense toSuspense() {
            known("amount", amount);
            return new Findings.Suspense(
                    Currency.getInstance(known("currency", currency)),
                    new Balances(
                            amount,
                            mainframe == null ? amount : mainframe,
                            day(broughtForward),
                            day(movedOn),
                            moved != null),
                    limit == null ? 0 : limit,
                    known("count", count),
                    lastEvent);
        }
    }
}

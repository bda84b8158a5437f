package io.banku.draft;

import io.banku.copybook.ConditionName;
import io.banku.copybook.Literal;
import io.banku.record.FieldException;
import io.banku.record.FieldReader;
import io.banku.record.Frame;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Currency;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/** What the fields of a kind of records mean, by their names and values. */
final class Meaning {
    static final String TODO = "TODO";
    private static final String HEADER = "header.";

    private final Kind kind;
    /** Null where the sample has none. */
    private final Kind header;

    Meaning(Kind kind, Kind header) {
        this.kind = kind;
        this.header = header;
    }

    private Optional<FieldReader> first(Predicate<FieldReader> is) {
        return kind.fields().stream().filter(is).findFirst();
    }

    Optional<String> account() {
        return first(field -> Words.ACCOUNT.in(field.name()) && !Words.OTHER_SIDE.in(field.name()))
                .map(FieldReader::name);
    }

    Optional<String> otherAccount() {
        return first(field -> Words.ACCOUNT.in(field.name()) && Words.OTHER_SIDE.in(field.name()))
                .map(FieldReader::name);
    }

    Optional<String> reference() {
        return first(field -> Words.REFERENCE.in(field.name())).map(FieldReader::name);
    }

    Optional<FieldReader> amount() {
        return first(field -> field.isNumeric() && Words.AMOUNT.in(field.name()));
    }

    Optional<FieldReader> balance() {
        return first(field -> field.isNumeric() && Words.BALANCE.in(field.name()));
    }

    Optional<FieldReader> limit() {
        return first(field -> field.isNumeric() && Words.LIMIT.in(field.name()));
    }

    Optional<String> holder() {
        return first(field -> !field.isNumeric() && Words.HOLDER.in(field.name()))
                .map(FieldReader::name);
    }

    Optional<String> text() {
        return first(field -> !field.isNumeric() && Words.TEXT.in(field.name())).map(FieldReader::name);
    }

    /** A field whose values are currencies, all of them. */
    Optional<String> currency() {
        return first(field -> Words.CURRENCY.in(field.name())
                        && kind.looked().stream().allMatch(frame -> isCurrency(text(field, frame))))
                .map(FieldReader::name);
    }

    String money(FieldReader amount) {
        return amount.name() + " | money " + currency().orElse("'" + TODO + "'");
    }

    private static boolean isCurrency(String code) {
        return Currency.getAvailableCurrencies().stream()
                .anyMatch(each -> each.getCurrencyCode().equals(code.strip()));
    }

    private static String text(FieldReader field, Frame frame) {
        try {
            return field.text(frame);
        } catch (FieldException illegal) {
            return "";
        }
    }

    /** The first record whose amount is not above zero; 0 where there is none. */
    long firstNotPositive(FieldReader amount) {
        for (Frame frame : kind.looked()) {
            try {
                if (amount.decimal(frame).compareTo(BigDecimal.ZERO) <= 0) {
                    return frame.number;
                }
            } catch (FieldException illegal) {
                return frame.number;
            }
        }
        return 0;
    }

    /** {@code AM-OPENED | date yyyyMMdd}. */
    Optional<String> dated(Words word) {
        return date(word).map(date -> date.told(""));
    }

    /** As {@link #dated}, where every record has one. */
    Optional<String> alwaysDated(Words word) {
        return date(word).filter(date -> date.none().isEmpty()).map(date -> date.told(""));
    }

    private Optional<Moments.Date> date(Words word) {
        return kind.fields().stream()
                .filter(field -> word.in(field.name()))
                .flatMap(field -> Moments.date(field, kind).stream())
                .findFirst();
    }

    /** The day of the file, where its header says it. */
    Optional<String> headerDate() {
        return headersDate().map(date -> date.told(HEADER));
    }

    private Optional<Moments.Date> headersDate() {
        return header == null
                ? Optional.empty()
                : header.fields().stream()
                        .flatMap(field -> Moments.date(field, header).stream())
                        .findFirst();
    }

    /**
     * When it was booked, by the record, or by the record's time and the header's day. Of a record with a day alone it is the
     * beginning of that.
     */
    Optional<String> bookedAt() {
        Optional<String> both = kind.fields().stream()
                .flatMap(field ->
                        Moments.dateAndTime(field, kind)
                                .map(pattern -> field.name() + " | datetime " + pattern)
                                .stream())
                .findFirst();
        if (both.isPresent()) {
            return both;
        }
        Optional<String> time = first(field -> Moments.isTime(field, kind)).map(FieldReader::name);
        Optional<Moments.Date> own = date(Words.DATE);
        if (time.isEmpty()) {
            return own.map(day -> at(day, "", "'000000'") + "   # the record has a day and no time");
        }
        if (own.filter(day -> !day.none().isEmpty()).isPresent()) {
            return own.map(day -> TODO + "   # some records have a time and zeros as "
                    + day.field().name());
        }
        return own.isPresent()
                ? own.map(day -> at(day, "", time.get()))
                : headersDate().map(day -> at(day, HEADER, time.get()));
    }

    /** {@code TX-DATE TX-TIME | datetime yyyyMMddHHmmss}. */
    private static String at(Moments.Date day, String scope, String time) {
        return scope + day.field().name() + " " + time + " | datetime " + day.pattern() + "HHmmss"
                + (day.none().isEmpty() ? "" : " none " + day.none() + "000000");
    }

    /** Fields that are dates by their names, and whose values no pattern reads: which, and where. */
    List<String> unreadDates() {
        List<String> unread = new ArrayList<>();
        for (FieldReader field : kind.fields()) {
            if (Moments.isCalledDate(field) && field.item().conditions().isEmpty()) {
                long record = Moments.firstUnread(field, kind);
                boolean isRead = Moments.date(field, kind).isPresent()
                        || Moments.dateAndTime(field, kind).isPresent();
                if (record > 0 && !isRead && kind.hasDigits(field)) {
                    unread.add(field.name() + " is a date by its name, and no known pattern reads it in record "
                            + record + ": '| date PATTERN', if it is one");
                }
            }
        }
        return unread;
    }

    /** {@code AM-STATUS | map A=open B=blocked C=closed}, where level-88 names say it of all values. */
    Optional<String> status() {
        return first(field -> Words.STATUS.in(field.name())
                        && !field.item().conditions().isEmpty())
                .flatMap(field -> words(field.item().conditions()).map(words -> field.name() + " | map " + words));
    }

    private static Optional<String> words(List<ConditionName> conditions) {
        Map<String, String> words = new LinkedHashMap<>();
        for (ConditionName each : conditions) {
            String word = Words.CLOSING.in(each.name())
                    ? "closed"
                    : Words.BLOCKED.in(each.name()) ? "blocked" : Words.ACTIVE.in(each.name()) ? "open" : null;
            if (word == null || each.values().stream().anyMatch(value -> !isWritten(value))) {
                return Optional.empty();
            }
            each.values().forEach(value -> words.put(value.from().text(), word));
        }
        return Optional.of(words.entrySet().stream()
                .map(each -> (each.getKey().matches("[A-Za-z0-9]+") ? each.getKey() : "'" + each.getKey() + "'") + "="
                        + each.getValue())
                .collect(Collectors.joining(" ")));
    }

    /** One value, whose characters stand in the copybook. */
    private static boolean isWritten(ConditionName.Interval value) {
        Literal.Kind is = value.from().kind();
        return value.isSingle() && (is == Literal.Kind.TEXT || is == Literal.Kind.NUMBER);
    }

    /** Amount, day and text of a posting. */
    List<String> posting(FieldReader amount) {
        List<String> lines = new ArrayList<>(List.of("amount:   " + money(amount)));
        bookedAt().ifPresent(value -> lines.add("bookedAt: " + value));
        text().ifPresent(value -> lines.add("text:     " + value + " | trim | omit-blank"));
        return lines;
    }
}

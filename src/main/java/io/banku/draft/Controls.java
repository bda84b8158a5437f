package io.banku.draft;

import io.banku.feed.FileName;
import io.banku.record.FieldException;
import io.banku.record.FieldReader;
import io.banku.record.Frame;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** The equations that a sample's header and trailer keep: what each of their numbers is equal to. */
final class Controls {
    /** Of so many kinds all combinations are tried. */
    private static final int MOST_KINDS = 10;

    /** Below it a number may be equal to a count by chance. */
    private static final BigDecimal SMALL = BigDecimal.valueOf(20);

    private final Map<Kind, String> names;
    private final List<Kind> details;
    private final List<Kind> makers;
    private final Totals totals;
    private final FileName file;
    private final List<Equation> lines = new ArrayList<>();
    private final List<String> unexplained = new ArrayList<>();
    private final Map<String, String> taken = new LinkedHashMap<>();

    /** @param makers those of the details that make events */
    Controls(Map<Kind, String> names, List<Kind> details, List<Kind> makers, Totals totals, FileName file) {
        this.names = names;
        this.details = details;
        this.makers = makers;
        this.totals = totals;
        this.file = file;
    }

    void lookAt(String role, Kind frame) {
        for (FieldReader field : frame.fields()) {
            try {
                lookAt(role, field, frame.looked().get(0));
            } catch (FieldException illegal) {
                continue; // was legal when it was chosen
            }
        }
    }

    List<Equation> lines() {
        return lines;
    }

    /** Numbers of header and trailer that are equal to nothing. */
    List<String> unexplained() {
        return unexplained;
    }

    private void lookAt(String role, FieldReader field, Frame frame) throws FieldException {
        String text = field.text(frame).strip();
        if (!field.isNumeric() && !text.matches("[0-9]+")) {
            return;
        }
        String place = role + "." + field.name();
        BigDecimal value = field.isNumeric() ? field.decimal(frame) : new BigDecimal(new BigInteger(text));
        if (isFileDate(field, text)) {
            add("date", place, "file.date", "both " + text);
            return;
        }
        if (Words.SEQUENCE.in(field.name()) && value.scale() <= 0) {
            add("sequence", place, "previous + 1", "by its name; " + value + " here");
            return;
        }
        if (Words.DATE.in(field.name()) || Words.TIME.in(field.name())) {
            return;
        }
        Optional<Line> found = value.signum() == 0 ? Optional.empty() : explained(field, value, digits(field, text));
        found.ifPresent(line -> add(name(field, line.text()), line.text(), place, line.why()));
        if (found.isEmpty()
                && role.equals("trailer")
                && field.item().conditions().isEmpty()) {
            unexplained.add(place + " is " + value.toPlainString()
                    + (value.signum() == 0
                            ? " in this sample: another one would show what it is equal to"
                            : ": equal to no count and no sum of one field"));
        }
    }

    private boolean isFileDate(FieldReader field, String text) {
        Optional<LocalDate> date = file.date();
        return date.isPresent()
                && (text.equals(date.get().format(DateTimeFormatter.ofPattern("uuuuMMdd")))
                        || text.equals(date.get().format(DateTimeFormatter.ofPattern("uuMMdd"))));
    }

    private static int digits(FieldReader field, String text) {
        return field.isNumeric() && field.scale() != 0
                ? 0
                : text.replace("-", "").length();
    }

    /**
     * One control.
     *
     * @param why what the sample shows of it
     */
    record Equation(String name, String left, String right, String why) {}

    private Optional<Line> explained(FieldReader field, BigDecimal value, int digits) {
        long counted = details.stream().mapToLong(Kind::count).sum();
        boolean isMeant = Words.COUNT.in(field.name()) || value.compareTo(SMALL) > 0 && !Words.DATE.in(field.name());
        if (isMeant && is(value, counted)) {
            return Optional.of(new Line("count()", "both " + counted));
        }
        if (isMeant && is(value, totals.records())) {
            return Optional.of(new Line("count(all)", "both " + totals.records()));
        }
        List<List<Kind>> choices = choices();
        Set<String> fields = new LinkedHashSet<>();
        details.forEach(kind -> fields.addAll(totals.fields(kind)));
        for (List<Kind> chosen : choices) {
            for (String summed : fields) {
                Optional<Line> sum = sum(summed, chosen, value, digits);
                if (sum.isPresent()) {
                    return sum;
                }
            }
        }
        return choices.stream()
                .filter(chosen -> isMeant
                        && is(value, chosen.stream().mapToLong(Kind::count).sum()))
                .map(chosen -> new Line("count() when " + named(chosen), "both " + value))
                .findFirst();
    }

    /** All that make events first, then those of few kinds. */
    private List<List<Kind>> choices() {
        List<List<Kind>> choices = new ArrayList<>();
        List<Kind> some = details.subList(0, Math.min(MOST_KINDS, details.size()));
        for (int bits = 1; bits < 1 << some.size(); bits++) {
            List<Kind> chosen = new ArrayList<>();
            for (int i = 0; i < some.size(); i++) {
                if ((bits >> i & 1) == 1 && some.get(i).count() > 0) {
                    chosen.add(some.get(i));
                }
            }
            if (!chosen.isEmpty() && chosen.size() == Integer.bitCount(bits)) {
                choices.add(chosen);
            }
        }
        choices.sort((one, other) -> one.equals(makers)
                ? other.equals(makers) ? 0 : -1
                : other.equals(makers) ? 1 : Integer.compare(one.size(), other.size()));
        return choices;
    }

    private Optional<Line> sum(String field, List<Kind> chosen, BigDecimal value, int digits) {
        BigDecimal sum = BigDecimal.ZERO;
        for (Kind kind : chosen) {
            Optional<BigDecimal> part = totals.sum(kind, field);
            if (part.isEmpty()) {
                return Optional.empty();
            }
            sum = sum.add(part.get());
        }
        String when = chosen.equals(makers) ? "" : " when " + named(chosen);
        if (sum.compareTo(value) == 0 && sum.signum() != 0) {
            boolean isHash = digits > 0 && Words.ACCOUNT.in(field) && sum.signum() > 0;
            return Optional.of(new Line(
                    "sum(" + field + ")" + (isHash ? modulo(digits) : "") + when, "both " + value.toPlainString()));
        }
        if (digits > 3 && sum.scale() <= 0 && sum.signum() > 0) {
            BigInteger rest = sum.toBigInteger().mod(BigInteger.TEN.pow(digits));
            if (rest.equals(value.toBigInteger())) {
                return Optional.of(new Line(
                        "sum(" + field + ")" + modulo(digits) + when,
                        "the last " + digits + " digits of " + sum.toPlainString()));
            }
        }
        return Optional.empty();
    }

    private static String modulo(int digits) {
        return " mod 1" + "0".repeat(digits);
    }

    private static boolean is(BigDecimal value, long count) {
        return value.compareTo(BigDecimal.valueOf(count)) == 0;
    }

    private String named(List<Kind> chosen) {
        return chosen.stream().map(names::get).collect(Collectors.joining(", "));
    }

    /** {@code TXT-ACCT-HASH} becomes {@code hash}. */
    private static String name(FieldReader field, String equation) {
        if (equation.startsWith("count") && !equation.contains("when")) {
            return "records";
        }
        if (equation.contains(" mod ")) {
            return "hash";
        }
        String[] words = field.name()
                .toLowerCase(Locale.ROOT)
                .replaceAll("[^a-z0-9-]", "")
                .split("-");
        return words.length > 1 ? String.join("-", List.of(words).subList(1, words.length)) : words[0];
    }

    private void add(String name, String left, String right, String why) {
        String free = name;
        for (int i = 2; taken.putIfAbsent(free, right) != null; i++) {
            free = name + "-" + i;
        }
        lines.add(new Equation(free, left, right, why));
    }
}

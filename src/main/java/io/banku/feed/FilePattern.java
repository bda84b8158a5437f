package io.banku.feed;

import io.banku.feed.expression.DatePattern;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Which file names a feed claims: {@code TXN.D{date:yyMMdd}.BIN}. Literal text, {@code *} for anything, at most one {@code
 * {date:PATTERN}} and one {@code {sequence}} or {@code
 * {generation}}. Upper and lower case differ. Immutable.
 */
public final class FilePattern {
    private static final Pattern PART =
            Pattern.compile("\\{date:([^}]*)}|\\{sequence}|\\{generation}|\\*|[{}/]|[^{}*/]+");
    /** What a name may tell. */
    static final Set<String> ALL_FACTS = Set.of("name", "date", "sequence");

    private static final String GENERATION = "{generation}";

    /** More digits would not fit 64 bits. */
    private static final String SEQUENCE = "(?<sequence>[0-9]{1,18})";

    private final String text;
    private final Pattern regex;
    private final Set<String> facts;
    private final DatePattern date;

    private FilePattern(String text, Pattern regex, Set<String> facts, DatePattern date) {
        this.text = text;
        this.regex = regex;
        this.facts = Set.copyOf(facts);
        this.date = date;
    }

    /** @throws IllegalArgumentException when the text is no pattern; the message says what was expected */
    public static FilePattern of(String text) {
        StringBuilder regex = new StringBuilder();
        Set<String> facts = new HashSet<>(Set.of("name"));
        DatePattern date = null;
        Matcher part = PART.matcher(text);
        while (part.find()) {
            if (part.group(1) != null) {
                date = new DatePattern(part.group(1));
                if (!date.hasDate() || date.hasTime()) {
                    throw new IllegalArgumentException("expected year, month and day in {date:PATTERN}, found '"
                            + part.group(1) + "'" + date.advice());
                }
                once(facts, "date");
                regex.append("(?<date>.{").append(date.width()).append("})");
            } else if (part.group().equals("{sequence}")) {
                once(facts, "sequence");
                regex.append(SEQUENCE);
            } else if (part.group().equals(GENERATION)) {
                once(facts, "sequence");
                facts.add("generation");
                regex.append(Generation.PATTERN);
            } else if (part.group().equals("*")) {
                regex.append(".*");
            } else if (part.group().matches("[{}/]")) {
                throw new IllegalArgumentException("expected a file name with *, {date:PATTERN} or {sequence}, found '"
                        + part.group() + "' in '" + text + "'");
            } else {
                regex.append(Pattern.quote(part.group()));
            }
        }
        return new FilePattern(text, Pattern.compile(regex.toString()), facts, date);
    }

    /** Of the files of a generation data group: {@code .GnnnnVnn} is behind the text, or where that has {@code {generation}}. */
    static FilePattern ofGenerations(String text) {
        return of(text.contains(GENERATION) ? text : text + "." + GENERATION);
    }

    private static void once(Set<String> facts, String fact) {
        if (!facts.add(fact)) {
            throw new IllegalArgumentException("expected at most one {" + fact + "}"
                    + (fact.equals("sequence") ? " or {generation}" : "") + ", found two");
        }
    }

    /** Empty when the name is another kind of file, or where {@code {date}} stands there is no date. */
    public Optional<FileName> match(String name) {
        Matcher matcher = regex.matcher(name);
        if (!matcher.matches()) {
            return Optional.empty();
        }
        try {
            Optional<LocalDate> found =
                    facts.contains("date") ? Optional.of(date.date(matcher.group("date"))) : Optional.empty();
            if (hasGenerations()) {
                Generation generation = new Generation(
                        Integer.parseInt(matcher.group("generation")), Integer.parseInt(matcher.group("version")));
                OptionalLong number = OptionalLong.of(generation.number());
                return Optional.of(new FileName(name, found, number, Optional.of(generation)));
            }
            OptionalLong sequence = facts.contains("sequence")
                    ? OptionalLong.of(Long.parseLong(matcher.group("sequence")))
                    : OptionalLong.empty();
            return Optional.of(new FileName(name, found, sequence, Optional.empty()));
        } catch (DateTimeException noDate) {
            return Optional.empty();
        }
    }

    /**
     * A name that it claims; for {@code *} it has {@code 1}.
     *
     * @param number of a file, where it has one
     */
    public String name(LocalDate day, long number) {
        return name(day, number, "1");
    }

    private String name(LocalDate day, long number, String anything) {
        StringBuilder name = new StringBuilder();
        Matcher part = PART.matcher(text);
        while (part.find()) {
            if (part.group(1) != null) {
                name.append(date.text(day.atStartOfDay()));
            } else if (part.group().equals("{sequence}")) {
                name.append(number);
            } else if (part.group().equals(GENERATION)) {
                name.append(Generation.told(number)).append("V00");
            } else {
                name.append(part.group().equals("*") ? anything : part.group());
            }
        }
        return name.toString();
    }

    /**
     * The name by which it claims a file that is called otherwise: its own where it claims that; else that of a date and a number,
     * with its own in place of {@code *}.
     *
     * @throws IllegalArgumentException when a date or a number is missing, or is none of its names'; the message says so
     */
    public String claimed(String name, Optional<LocalDate> day, OptionalLong number) {
        boolean claimed = match(name).isPresent();
        require("date", !claimed && facts.contains("date"), day.isPresent());
        require("sequence", !claimed && facts.contains("sequence"), number.isPresent());
        if (claimed) {
            return name;
        }
        if (hasGenerations() && (number.getAsLong() < 1 || number.getAsLong() > Generation.MOST)) {
            throw new IllegalArgumentException(
                    "expected a generation from 1 to " + Generation.MOST + ", found " + number.getAsLong());
        }
        String wanted = name(day.orElse(LocalDate.EPOCH), number.orElse(0), name);
        return match(wanted)
                .map(FileName::name)
                .orElseThrow(() -> new IllegalArgumentException(
                        "expected a name like " + text + ", found " + wanted + " of what was given"));
    }

    private void require(String fact, boolean wanted, boolean given) {
        if (wanted != given) {
            throw new IllegalArgumentException(
                    wanted
                            ? "expected a " + fact + ", as names like " + text + " have one, found none"
                            : "expected no " + fact + ", as the name says all that " + text + " asks for; found one");
        }
    }

    /** The name of a day's file as far as the day tells it: {@code TXN.D261128.*}. */
    public String told(LocalDate day) {
        return date == null
                ? text
                : text.replaceFirst("\\{date:[^}]*}", Matcher.quoteReplacement(date.text(day.atStartOfDay())));
    }

    /** Are its files generations of one mainframe data group? */
    public boolean hasGenerations() {
        return facts.contains("generation");
    }

    /** Do all its files have the same name? */
    boolean isOneName() {
        return facts.size() == 1 && text.indexOf('*') < 0;
    }

    /** As it was written. */
    public String text() {
        return text;
    }

    /** What a name tells: {@code name}, and {@code date} and {@code sequence} where the pattern has them. */
    Set<String> facts() {
        return facts;
    }

    @Override
    public String toString() {
        return text;
    }
}

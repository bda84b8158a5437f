package io.banku.feed;

import io.banku.feed.Operands.Place;
import io.banku.feed.expression.Fields;
import io.banku.record.CodePage;
import io.banku.record.FieldException;
import io.banku.record.FieldReader;
import io.banku.record.Frame;
import io.banku.record.FramedFile;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * Makes up a file of a feed: header, records and trailer by its rules, its layout and its controls; good, or broken in
 * a named way. The same wish gives the same bytes. The records are made twice, as a header may tell what comes behind
 * it. One thread.
 */
public final class FileMaker {
    private static final int SKIPPED_ONE_IN = 50;
    private static final int GROUP = 5;

    /**
     * What is wished.
     *
     * @param records without header and trailer
     * @param accounts how many of them there are
     * @param sequence the number of the file among its feed's files
     */
    public record Wish(
            long records, int accounts, long seed, LocalDate day, long sequence, Optional<Breakage> broken) {}

    /** Takes a record of the body. */
    private interface Taker {
        void take(Rule rule, byte[] record) throws IOException;
    }

    private final Mapping mapping;
    private final Fields fields;
    private final String framing;
    private final CodePage codePage;
    private final BatchInput input;
    private final Wish wish;
    private final FrameValues values;
    /** Of a file that is cut off: what may be taken back. */
    private final ByteArrayOutputStream held = new ByteArrayOutputStream();

    private FramedFile output;
    private long written;
    private boolean isPackedBroken;

    FileMaker(Mapping mapping, Input from, Wish wish) {
        this.mapping = mapping;
        this.fields = from.fields();
        this.codePage = from.codePage();
        this.framing = from.framing().toString();
        this.wish = wish;
        FileName name = from.files()
                .match(from.files().name(wish.day(), wish.sequence()))
                .orElseThrow(() -> new IllegalArgumentException("expected a day from 1970 to 2069, as two digits of a"
                        + " year in the file's name mean these, found " + wish.day()));
        this.input = new BatchInput(name, Numbering.upTo(OptionalLong.of(wish.sequence() - 1)), Repeats.NONE);
        this.values = new FrameValues(mapping.controls(), fields.encoder(), wish);
    }

    /** By the feed's pattern. */
    public FileName name() {
        return input.file();
    }

    /**
     * Writes the file.
     *
     * @return how many records
     * @throws IllegalArgumentException when the feed has what cannot be made, or lacks what is to be broken
     */
    public long write(OutputStream to) throws IOException {
        values.requireBreakable();
        output = fields.file(framing, isCut() ? held : to);
        Optional<Rule> headerRule = ofRole(Role.HEADER);
        Optional<Rule> trailerRule = ofRole(Role.TRAILER);
        Believable first = new Believable(mapping, fields, wish.accounts(), wish.seed());
        LocalDateTime morning = wish.day().atTime(6, 0);
        byte[] header = headerRule.map(rule -> first.record(rule, 0, morning)).orElse(null);
        byte[] trailer = trailerRule.map(rule -> first.record(rule, 0, morning)).orElse(null);
        Tally tally = new Tally(mapping.all(), mapping.controls(), mapping.numbers(), mapping.ends());
        if (header != null) {
            tally.count(numbered(header, 1), headerRule.get());
        }
        body((rule, record) -> tally.count(numbered(record, 2), rule));
        if (trailer != null) {
            tally.count(numbered(trailer, wish.records() + 2), trailerRule.get());
        }
        Frame noHeader = header == null ? null : numbered(header, 1);
        Frame noTrailer = trailer == null ? null : numbered(trailer, wish.records() + 2);
        if (header != null) {
            header = values.with(Place.HEADER, header, new Evidence(tally, noHeader, input));
            put(header, to);
        }
        Frame whole = header == null ? null : numbered(header, 1);
        body((rule, record) -> put(broken(rule, record), to));
        if (is(Breakage.PACKED) && !isPackedBroken) {
            throw new IllegalArgumentException("expected a packed number that a rule reads, found none to be broken");
        }
        if (trailer != null && !isCut()) {
            put(values.with(Place.TRAILER, trailer, new Evidence(tally, whole, input)), to);
        }
        if (!isCut()) {
            output.end();
        }
        return written;
    }

    private static Frame numbered(byte[] record, long number) {
        Frame frame = Believable.frame(record);
        frame.number = number;
        return frame;
    }

    private Optional<Rule> ofRole(Role role) {
        return mapping.all().stream().filter(rule -> rule.role() == role).findFirst();
    }

    /** The same records each time. */
    private void body(Taker taker) throws IOException {
        Believable records = new Believable(mapping, fields, wish.accounts(), wish.seed());
        List<Rule> carriers =
                mapping.all().stream().filter(rule -> rule.carry() != null).toList();
        List<Rule> makers = mapping.all().stream()
                .filter(rule -> rule.role() == Role.EVENTS && rule.carry() == null)
                .filter(rule -> !closes(rule))
                .toList();
        List<Rule> skipped = mapping.all().stream()
                .filter(rule -> rule.role() == Role.SKIP && rule.carry() == null)
                .toList();
        if (makers.isEmpty() && carriers.isEmpty()) {
            throw new IllegalArgumentException("expected a rule that makes events, found none");
        }
        Duration between = Duration.ofHours(15).dividedBy(Math.max(1, wish.records()));
        int group = carriers.size() + GROUP;
        for (long i = 0; i < wish.records() && !(isCut() && i > wish.records() / 2); i++) {
            int place = (int) (i % group);
            Rule rule = !carriers.isEmpty() && place < carriers.size()
                    ? carriers.get(place)
                    : !skipped.isEmpty() && records.next(SKIPPED_ONE_IN) == 0 || makers.isEmpty()
                            ? (skipped.isEmpty() ? carriers : skipped).get(0)
                            : makers.get(records.next(makers.size()));
            int account = isMaster(rule) ? (int) (i % wish.accounts()) : records.next(wish.accounts());
            LocalDateTime at =
                    wish.day().atTime(6, 0).plus(between.multipliedBy(i)).withNano(0);
            taker.take(rule, records.record(rule, account, at));
        }
    }

    private static boolean closes(Rule rule) {
        return rule.outline().meaning().equals("AccountClosed");
    }

    /** One record for each account, in their order. */
    private static boolean isMaster(Rule rule) {
        return rule.outline().meaning().contains("BalanceBroughtForward");
    }

    private boolean isCut() {
        return is(Breakage.CUT);
    }

    private boolean is(Breakage breakage) {
        return wish.broken().filter(breakage::equals).isPresent();
    }

    /** The first packed number that comes by; found as a reject. */
    private byte[] broken(Rule rule, byte[] record) {
        if (!is(Breakage.PACKED) || isPackedBroken) {
            return record;
        }
        Believable made = new Believable(mapping, fields, wish.accounts(), wish.seed());
        Optional<FieldReader> field = made.packed(rule);
        if (field.isPresent()) {
            try {
                int last = field.get().offset(Believable.frame(record))
                        + field.get().item().length()
                        - 1;
                record[last] = (byte) (record[last] & 0xF0);
                isPackedBroken = true;
            } catch (FieldException uncounted) {
                throw new IllegalArgumentException(uncounted.getMessage(), uncounted);
            }
        }
        return record;
    }

    private void put(byte[] record, OutputStream to) throws IOException {
        byte[] whole = output.fitted(record);
        byte[] encoded = is(Breakage.ENCODING) ? inAnotherEncoding(whole) : whole;
        if (isCut()) {
            putCut(encoded, to);
        } else {
            output.write(encoded);
        }
        written++;
    }

    /** In the middle of a record the file ends. */
    private void putCut(byte[] record, OutputStream to) throws IOException {
        long last = wish.records() / 2;
        if (written > last) {
            return;
        }
        output.write(record);
        if (written < last) {
            held.writeTo(to);
            held.reset();
        } else {
            output.flush();
            to.write(held.toByteArray(), 0, held.size() - record.length / 2 - 1);
        }
    }

    /** As a transfer in text mode would: EBCDIC becomes ASCII, and the other way round; packed bytes, too. */
    private byte[] inAnotherEncoding(byte[] record) {
        CodePage other = CodePage.of(codePage.isEbcdic() ? "iso-8859-1" : "cp037");
        byte[] translated = new byte[record.length];
        for (int i = 0; i < record.length; i++) {
            try {
                byte[] one = other.encode(String.valueOf(codePage.character(record[i])));
                translated[i] = one.length == 1 ? one[0] : other.blank();
            } catch (IllegalArgumentException noSuchCharacter) {
                translated[i] = other.blank();
            }
        }
        return translated;
    }
}

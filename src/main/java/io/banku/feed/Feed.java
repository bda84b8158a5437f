package io.banku.feed;

import io.banku.calendar.DueTerms;
import io.banku.copybook.Fault;
import io.banku.copybook.Layout;
import io.banku.feed.expression.LookupUse;
import io.banku.feed.expression.Lookups;
import io.banku.record.Dialect;
import io.banku.record.FieldReader;
import io.banku.record.Frame;
import io.banku.record.Framing;
import io.banku.record.FramingException;
import io.banku.record.RecordDecoder;
import io.banku.record.RecordPrinter;
import io.banku.record.RecordSource;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;

/**
 * A kind of file and what its records mean: a {@code feed.yaml} and its copybook, compiled. Immutable, shared by threads.
 */
public final class Feed {
    private final String name;
    private final String title;
    private final Input input;
    private final Mapping mapping;
    private final Terms terms;
    private final Optional<DueTerms> due;
    private final Identity identity;
    private final List<FeedTest> tests;
    private final Map<Path, byte[]> sources;
    private final PrivateProperties privateProperties;

    /** Whether values of private fields are shown. */
    public enum Values {
        MASKED,
        SHOWN
    }

    Feed(
            String name,
            String title,
            Input input,
            Mapping mapping,
            Terms terms,
            Optional<DueTerms> due,
            Identity identity,
            List<FeedTest> tests,
            Map<Path, byte[]> sources) {
        this.name = name;
        this.title = title;
        this.input = input;
        this.mapping = mapping;
        this.terms = terms;
        this.due = due;
        this.identity = identity;
        this.tests = List.copyOf(tests);
        this.sources = new LinkedHashMap<>(sources);
        this.privateProperties =
                PrivateProperties.of(mapping.all(), input.fields().hides());
    }

    /**
     * Compiles the feed of a folder, which bears its name.
     *
     * @throws FeedException with every fault of the definition and its copybook
     */
    public static Feed load(Path folder) {
        return load(folder, Values.MASKED);
    }

    /**
     * As {@link #load(Path)}; where values are shown, no field of it is private.
     *
     * @throws FeedException with every fault of the definition and its copybook
     */
    public static Feed load(Path folder, Values values) {
        return FeedLoader.load(folder, values);
    }

    /**
     * As {@link #load(Path, Values)}, whatever the folder is called: for definitions that are looked at and read nothing.
     *
     * @throws FeedException with every fault of the definition and its copybook
     */
    public static Feed loadCopy(Path folder, Values values) {
        return FeedLoader.loadCopy(folder, values);
    }

    public String name() {
        return name;
    }

    /** The name where none is given. */
    public String title() {
        return title;
    }

    /** Which files it claims. */
    public FilePattern files() {
        return input.files();
    }

    /** What is legal in its copybook, and worth knowing. */
    public List<Fault> notes() {
        return input.notes();
    }

    /** When such a file is complete. */
    public Readiness ready() {
        return input.ready();
    }

    /** Is a file without any record as it should be? */
    public boolean emptyAllowed() {
        return input.emptyAllowed();
    }

    public Terms terms() {
        return terms;
    }

    /** When its files are due; empty where it does not say. */
    public Optional<DueTerms> due() {
        return due;
    }

    /** Whether values are not to be shown. */
    public boolean hasPrivateFields() {
        return input.fields().hides();
    }

    /** Which bytes of a record are private. */
    public Privacy privacy() {
        return new Privacy(input.fields(), mapping);
    }

    /** Prints each field in the way that the feed says. */
    public RecordPrinter printer() {
        return input.fields().printer();
    }

    /**
     * Asks of records what is not private.
     *
     * @throws IllegalArgumentException with all that is wrong with the condition
     */
    public RecordFilter filter(String condition) {
        return RecordFilter.of(condition, input.fields());
    }

    /** Which properties of its events are made from private fields. */
    public PrivateProperties privateProperties() {
        return privateProperties;
    }

    /** How its files are cut into records. */
    public Framing framing() {
        return hasPrivateFields() ? input.framing().hidingBytes() : input.framing();
    }

    public Layout layout() {
        return input.fields().layout();
    }

    /** By which all fields are read that have no way of their own. */
    public Dialect dialect() {
        return input.fields().dialect();
    }

    /** Reads each field in the way that the feed says. */
    public RecordDecoder decoder() {
        return input.fields().decoder();
    }

    /** Whether the value of a field is not to be shown. */
    public boolean isPrivate(FieldReader field) {
        return input.fields().isPrivate(field);
    }

    /** The name of the first rule whose {@code when} a record fulfils; empty where it fulfils none that can be read before. */
    public Optional<String> rule(Frame frame) {
        return mapping.rule(frame).map(Rule::name);
    }

    public Release release() {
        return terms.release();
    }

    /** How many rejects a batch may have and yet be released. */
    public long toleratedRejects() {
        return terms.toleratedRejects();
    }

    /** How far one number of its sequence is from the next; empty where it has none. */
    public OptionalLong step() {
        return mapping.controls().step();
    }

    /** The files that make the definition: {@code feed.yaml} and the copybook. */
    public List<Path> sources() {
        return List.copyOf(sources.keySet());
    }

    /** One of the sources as it was when it was compiled: the file may have become another one. */
    public byte[] content(Path source) {
        return sources.get(source).clone();
    }

    /** What each kind of record becomes, in the order in which the rules are asked. */
    public List<Outline> records() {
        return mapping.all().stream().map(Rule::outline).toList();
    }

    /** The controls as they were written. */
    public List<Outline> controls() {
        return mapping.controls().outlines();
    }

    /** A line of the definition for people: {@code deposited}, {@code MoneyDeposited}. */
    public record Outline(String name, String meaning) {}

    /**
     * What makes a file this one among the feed's files, where that is not its name alone.
     *
     * @param bytes the file; read up to its header where that is needed
     */
    public Optional<String> identity(FileName name, Instant arrived, InputStream bytes) throws IOException {
        Optional<Frame> header = identity.needsHeader() ? header(name, bytes) : Optional.empty();
        return identity.label(name.name(), arrived.atZone(input.zone()).toLocalDate(), header);
    }

    private Optional<Frame> header(FileName name, InputStream bytes) throws IOException {
        try (BatchReader reader = read(new BatchInput(name, OptionalLong.empty()), bytes, Pass.PUBLISH)) {
            return reader.header();
        } catch (FramingException noRecords) {
            return Optional.empty();
        }
    }

    /** Do its records become keys and values that other feeds look up, and no events? */
    public boolean isReference() {
        return mapping.kind() == Kind.REFERENCE;
    }

    /** What it looks up in other feeds, and where its definition says so. */
    public List<LookupUse> lookups() {
        return mapping.uses().lookups();
    }

    /** For how many days the keys of its records are remembered; empty where it names none. */
    public OptionalInt uniqueDays() {
        return mapping.unique().isAsked() ? OptionalInt.of(mapping.unique().days()) : OptionalInt.empty();
    }

    /** Will its next file have the same identity as the last one? */
    public boolean meetsItself() {
        return identity.isName() && input.files().isOneName();
    }

    /** Opens a batch. Closing the reader closes the stream. */
    public BatchReader read(BatchInput batch, InputStream bytes, Pass pass) {
        RecordSource found = framing().open(bytes);
        RecordSource records =
                batch.corrections() == Corrections.NONE ? found : new CorrectedRecords(found, batch.corrections());
        return new BatchReader(mapping, input.emptyAllowed(), batch, records, pass);
    }

    /**
     * A copy of a record with other values in some fields.
     *
     * @throws IllegalArgumentException as {@link io.banku.record.RecordEncoder#changed}
     */
    public byte[] changed(Frame record, Map<String, String> values) {
        return input.fields().encoder().changed(record, values);
    }

    /** What the definition says of single records, in its order. */
    public List<FeedTest> tests() {
        return tests;
    }

    /**
     * What makes up files of it.
     *
     * @throws IllegalArgumentException when there can be no such file
     */
    public FileMaker maker(FileMaker.Wish wish) {
        return new FileMaker(mapping, input, wish);
    }

    /** Opens the records of a test. */
    public BatchReader read(FeedTest test, Lookups lookups) {
        BatchInput batch = new BatchInput(test.file(), OptionalLong.empty()).with(lookups);
        return new BatchReader(mapping, input.emptyAllowed(), batch, new GivenRecords(test.records()), Pass.PUBLISH);
    }

    /** See {@link Framing#gaps}. */
    public String gaps(InputStream again) throws IOException {
        return input.framing().gaps(again);
    }

    @Override
    public String toString() {
        return name;
    }
}

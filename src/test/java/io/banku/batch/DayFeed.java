package io.banku.batch;

import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.banku.feed.FeedCatalog;
import io.banku.log.AppendFailedException;
import io.banku.log.EventLog;
import io.banku.log.GroupLag;
import io.banku.log.LogTopic;
import io.banku.whole.PublishedEvent;
import io.banku.whole.Servers;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;

/**
 * A feed of one test's own, with its directories, on a log that tests share: its name, and so its transactional id, is
 * nobody else's. Its deposits need a field that the header carries: whoever goes on in the middle has to know it. Closes the
 * members that it started.
 */
final class DayFeed implements AutoCloseable {
    static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final AtomicInteger COUNT = new AtomicInteger();
    private static final int CHUNK_RECORDS = 50;

    private static final String COPYBOOK = """
                   01  DAY-RECORD.
                       05  D-TYPE              PIC X.
                       05  D-BODY              PIC X(24).
                       05  D-DEPOSIT           REDEFINES D-BODY.
                           10  D-ACCT          PIC 9(10).
                           10  D-AMOUNT        PIC 9(09)V99.
                           10  D-NOTE          PIC X(03).
                       05  D-HEADER            REDEFINES D-BODY.
                           10  H-DATE          PIC 9(08).
                           10  H-SEQ           PIC 9(04).
                           10  FILLER          PIC X(12).
                       05  D-TRAILER           REDEFINES D-BODY.
                           10  T-COUNT         PIC 9(09).
                           10  T-SUM           PIC 9(13)V99.
            """;

    private static final String DEFINITION = """
            feed: %s
            input:
              files:    DAY.{date:yyyyMMdd}.*
              ready:    rename
              copybook: DAY.cpy
              encoding: %s
              framing:  lines
            %s
            records:
              header:    { when: D-TYPE = 'H', role: header, carry: [H-DATE] }
              trailer:   { when: D-TYPE = 'T', role: trailer }
              deposited: { when: D-TYPE = 'D', event: MoneyDeposited, key: D-ACCT, data: { amount: D-AMOUNT | money 'EUR', text: H-DATE } }
            """;

    private static final String CONTROLS = """
            controls:
              records:  count()                      = trailer.T-COUNT
              sum:      sum(D-AMOUNT) when deposited = trailer.T-SUM
              date:     header.H-DATE                = file.date
              sequence: header.H-SEQ                 = previous + 1
            """;

    private static final String CARD_COPYBOOK = """
                   01  CARD-RECORD.
                       05  C-NUMBER            PIC 9(10).
                       05  C-ACCT              PIC X(10).
            """;

    private static final String CARD_DEFINITION = """
            feed: %s
            role: reference
            input:
              files:    CARDS.D{date:yyyyMMdd}
              ready:    rename
              copybook: CARD.cpy
              encoding: us-ascii
              framing:  lines
            records:
              card: { key: C-NUMBER, value: C-ACCT }
            """;

    private static final String WHOLE_AMOUNTS = """
                       05  D-WHOLE             REDEFINES D-BODY.
                           10  FILLER          PIC 9(10).
                       COPY MONEY OF LIBB REPLACING ==:TAG:== BY ==W==.
                           10  FILLER          PIC X(03).
            """;

    private final Servers servers;
    private final String name = "day-" + COUNT.incrementAndGet();
    private final Path root;
    private final Directories directories;
    private FeedCatalog feeds;
    private final Deque<IngestMember> members = new ArrayDeque<>();

    private DayFeed(Servers servers, Path folder, String encoding, String input, String controls) throws IOException {
        this.servers = servers;
        root = folder.resolve(name);
        Path feed = Files.createDirectories(root.resolve("feeds").resolve(name));
        Files.writeString(feed.resolve("DAY.cpy"), COPYBOOK);
        Files.writeString(feed.resolve("feed.yaml"), String.format(DEFINITION, name, encoding, input) + controls);
        feeds = FeedCatalog.load(root.resolve("feeds"));
        directories = new Directories(root.resolve("data"), root.resolve("inbox"));
    }

    static DayFeed in(Servers servers, Path folder) throws IOException {
        return new DayFeed(servers, folder, "us-ascii", "", CONTROLS);
    }

    /** A feed of files that are EBCDIC as on the mainframe. */
    static DayFeed inEbcdic(Servers servers, Path folder) throws IOException {
        return new DayFeed(servers, folder, "cp037", "", CONTROLS);
    }

    /** A feed whose deposits name a card: whose account that is says {@link #reference}, a feed beside it. */
    static DayFeed lookingUp(Servers servers, Path folder) throws IOException {
        DayFeed feed = DayFeed.with(servers, folder, "release: when-balanced-or-open\nrejects: { tolerate: 5 }\n");
        Path reference = Files.createDirectories(feed.root.resolve("feeds").resolve(feed.reference()));
        Files.writeString(reference.resolve("CARD.cpy"), CARD_COPYBOOK);
        Files.writeString(reference.resolve("feed.yaml"), String.format(CARD_DEFINITION, feed.reference()));
        feed.redefine("key: D-ACCT", "key: D-ACCT | lookup " + feed.reference());
        return feed;
    }

    /** The name of the feed that it looks up. */
    String reference() {
        return name + "-cards";
    }

    /** A file of all cards that there are, each with its account: {@code 7=A7}. */
    void cardsArrive(String date, String... cards) throws IOException {
        StringBuilder text = new StringBuilder();
        for (String card : cards) {
            String[] pair = card.split("=", 2);
            text.append(String.format("%010d%-10s%n", Long.parseLong(pair[0]), pair[1]));
        }
        arrives(cardFile(date), text.toString());
    }

    static String cardFile(String date) {
        return "CARDS.D" + date;
    }

    /** {@code 0000000007=A7}: what the topic has of all keys now, in their order. */
    List<String> cardsOnTopic() {
        Map<String, String> now = new TreeMap<>();
        PublishedEvent.committed(servers.connection(), LogTopic.REFERENCES.topic()).stream()
                .filter(record -> record.key().startsWith(reference() + "/"))
                .forEach(record -> now.put(
                        record.key().substring(reference().length() + 1),
                        record.value().path("value").asText(null)));
        now.values().removeIf(Objects::isNull);
        return now.entrySet().stream().map(Object::toString).toList();
    }

    /** A feed whose amounts and whose trailer's are members of one name in two libraries. */
    static DayFeed withLibraries(Servers servers, Path folder) throws IOException {
        DayFeed feed = new DayFeed(servers, folder, "us-ascii", "", CONTROLS);
        Path definition = feed.root.resolve("feeds").resolve(feed.name);
        member(definition, "LIBA", "               10  :TAG:-AMOUNT        PIC 9(09)V99.");
        member(definition, "LIBB", "               10  :TAG:-AMOUNT        PIC 9(11).");
        Path copybook = definition.resolve("DAY.cpy");
        String text = Files.readString(copybook)
                .replaceFirst("(?m)^ *10  D-AMOUNT .*$", "           COPY MONEY OF LIBA REPLACING ==:TAG:== BY ==D==.")
                .replaceFirst("(?m)^( *05  D-HEADER )", WHOLE_AMOUNTS + "$1");
        Files.writeString(copybook, text);
        feed.feeds = FeedCatalog.load(feed.root.resolve("feeds"));
        return feed;
    }

    /** The folder that the feed was compiled from. */
    Path definition() {
        return root.resolve("feeds").resolve(name);
    }

    private static void member(Path definition, String library, String text) throws IOException {
        Path folder = Files.createDirectories(definition.resolve(library));
        Files.writeString(folder.resolve("MONEY.cpy"), text + "\n");
    }

    /** A feed with more in its definition. */
    static DayFeed with(Servers servers, Path folder, String more) throws IOException {
        return new DayFeed(servers, folder, "us-ascii", "", CONTROLS + more);
    }

    /** A feed without controls, with more in its definition. */
    static DayFeed withoutControls(Servers servers, Path folder, String more) throws IOException {
        return new DayFeed(servers, folder, "us-ascii", "", more);
    }

    /** A feed for which a day without any record is possible. */
    static DayFeed withEmptyDays(Servers servers, Path folder) throws IOException {
        return new DayFeed(servers, folder, "us-ascii", "  empty:    allowed", "");
    }

    /** The feed is another from the next start on. */
    void redefine(String from, String to) throws IOException {
        Path definition = root.resolve("feeds").resolve(name).resolve("feed.yaml");
        Files.writeString(definition, Files.readString(definition).replace(from, to));
        feeds = FeedCatalog.loadGood(root.resolve("feeds"));
    }

    /** Its batches are behind those of another feed, which other processes have: here it does not compile. */
    void isAfter(DayFeed other) throws IOException {
        Path elsewhere = Files.createDirectories(root.resolve("feeds").resolve(other.name));
        Files.writeString(elsewhere.resolve("feed.yaml"), "feed: " + other.name);
        redefine("records:", "after: " + other.name + "\nrecords:");
    }

    /** As {@link #redefine}, the feed that it looks up. */
    void redefineReference(String from, String to) throws IOException {
        Path definition = root.resolve("feeds").resolve(reference()).resolve("feed.yaml");
        Files.writeString(definition, Files.readString(definition).replace(from, to));
        feeds = FeedCatalog.load(root.resolve("feeds"));
    }

    /** A process that takes part, from now on. */
    IngestMember start() {
        return start(new Steps());
    }

    IngestMember start(Steps steps) {
        return start(steps, Clock.systemUTC());
    }

    IngestMember start(Steps steps, Clock clock) {
        Ingest ingest = new Ingest(
                feeds,
                directories,
                clock,
                steps,
                new Ingest.Chunking(CHUNK_RECORDS, Duration.ofMillis(50)),
                new Pace(() -> new GroupLag(0, 0), () -> true, 1));
        IngestMember member = IngestMember.start(servers, ingest, steps);
        members.push(member);
        return member;
    }

    String name() {
        return name;
    }

    /** {@code data}, below which all that was taken in lies. */
    Path data() {
        return root.resolve("data");
    }

    /** What the members say that does not go on. */
    List<Standing> standing() {
        return members.stream().flatMap(member -> member.standing().stream()).toList();
    }

    /** The mainframe has written a file, and it is taken out of the inbox. */
    void arrives(DayFile file) throws IOException {
        arrives(file.name(), file.text());
    }

    void arrives(String file, String text) throws IOException {
        arrives(file, text.getBytes(StandardCharsets.US_ASCII));
    }

    void arrives(String file, byte[] bytes) throws IOException {
        arrives(file, bytes, Clock.systemUTC());
    }

    void arrives(String file, byte[] bytes, Clock clock) throws IOException {
        Path written = Files.write(directories.inbox().resolve(file), bytes);
        new Intake(feeds, directories, clock, new BatchObserver() {}, feed -> {}).take(written);
    }

    /** An operator's decision about the batch as he sees it. */
    void decide(Batch batch, Decision.Action action) throws AppendFailedException {
        decide(batch, action, null);
    }

    /** He names a batch whose records are in the log. */
    void decide(Batch batch, Decision.Action action, Batch despite) throws AppendFailedException {
        Decision decision = new Decision(
                UUID.randomUUID().toString(),
                batch.id(),
                batch.revision(),
                batch.feed(),
                action,
                "because",
                "anna",
                Clock.systemUTC().instant(),
                despite == null ? null : despite.id(),
                null,
                null);
        write(decision);
    }

    void write(Decision decision) throws AppendFailedException {
        write(LedgerFormat.key(decision), LedgerFormat.write(decision));
    }

    /** An operator says something about one reject; {@code line} is what is to be read in its place, or null. */
    String repair(Batch batch, long record, Repair.Action action, String line) throws AppendFailedException {
        byte[] bytes = line == null ? null : line.getBytes(StandardCharsets.US_ASCII);
        Repair repair = new Repair(
                UUID.randomUUID().toString(),
                name,
                batch.id(),
                batch.attempt(),
                record,
                action,
                null,
                null,
                bytes == null ? null : HexFormat.of().formatHex(bytes),
                "because",
                "anna",
                Clock.systemUTC().instant());
        write(LedgerFormat.key(repair), LedgerFormat.write(repair));
        return repair.id();
    }

    void write(Assignment assignment) throws AppendFailedException {
        write(LedgerFormat.key(assignment), LedgerFormat.write(assignment));
    }

    void write(Excuse excuse) throws AppendFailedException {
        write(LedgerFormat.key(excuse), LedgerFormat.write(excuse));
    }

    /** A snapshot as another version of the bridge left it. */
    void write(Batch batch) throws AppendFailedException {
        write(LedgerFormat.key(batch), LedgerFormat.write(batch));
    }

    private void write(String key, byte[] value) throws AppendFailedException {
        try (EventLog log = EventLog.open(servers.connection(), "operator-of-" + name, Servers.TOPICS)) {
            log.begin();
            log.append(LogTopic.BATCHES, EventLog.partition(name, Servers.PARTITIONS), key, value);
            log.commit();
        }
    }

    /** Somebody writes into the bridge's own directory. */
    void overwrite(DayFile file, String text) throws IOException {
        Files.writeString(fileOf(file), text);
    }

    /** The one place where a file of this name lies. */
    Path fileOf(DayFile file) throws IOException {
        List<String> places = places(file.name());
        if (places.size() != 1) {
            throw new IllegalStateException("expected one " + file.name() + ", found " + places);
        }
        return root.resolve("data").resolve(places.get(0));
    }

    /** The batch of a revision later than that of the given snapshot, at rest again. */
    Batch awaitsAfter(Batch before) {
        return await().atMost(PATIENCE)
                .until(
                        () -> batches().stream()
                                .filter(batch -> batch.id().equals(before.id()))
                                .filter(batch -> batch.revision() > before.revision()
                                        && !batch.state().isUnderWay())
                                .findFirst(),
                        Optional::isPresent)
                .orElseThrow();
    }

    /** Waits until a batch of this file is in this state, and its folder where that state's batches lie. */
    Batch awaits(String file, BatchState state) {
        await().atMost(PATIENCE)
                .until(() -> batches().stream()
                        .anyMatch(batch -> batch.file().equals(file) && batch.state() == state && isSettled(batch)));
        return batch(file, state);
    }

    Batch awaitsHeld(String file, HoldReason reason) {
        return await().atMost(PATIENCE)
                .until(
                        () -> batches().stream()
                                .filter(batch -> batch.file().equals(file) && batch.heldFor() == reason)
                                .findFirst(),
                        found -> found.filter(this::isSettled).isPresent())
                .orElseThrow();
    }

    private boolean isSettled(Batch batch) {
        return Files.exists(reportOf(batch)) && report(batch).get("revision").asInt() == batch.revision();
    }

    JsonNode report(Batch batch) {
        try {
            return new ObjectMapper().readTree(Files.readAllBytes(reportOf(batch)));
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private Path reportOf(Batch batch) {
        return folderOf(batch).resolve(new Beside(batch.file()).report());
    }

    Batch batch(String file, BatchState state) {
        return batches().stream()
                .filter(batch -> batch.file().equals(file) && batch.state() == state)
                .findFirst()
                .orElseThrow();
    }

    List<Batch> batches() {
        return new LedgerSnapshots(servers.connection())
                .batches().stream()
                        .filter(batch ->
                                batch.feed().equals(name) || batch.feed().equals(reference()))
                        .toList();
    }

    Path folderOf(Batch batch) {
        return directories.folder(batch);
    }

    /** {@code archive/day-1/DAY.20261120.A-0123456789ab/DAY.20261120.A}: every file of this name, wherever it lies. */
    List<String> places(String file) throws IOException {
        Path data = root.resolve("data");
        try (Stream<Path> all = Files.walk(data)) {
            return all.filter(found -> found.getFileName().toString().equals(file))
                    .map(found -> data.relativize(found).toString())
                    .toList();
        }
    }

    /** {@code 0000000002 0.02}: what of the batch is on the log, in the order of its records. */
    List<String> published(Batch batch) {
        return PublishedEvent.ofBatch(servers.connection(), batch.id()).stream()
                .map(event -> event.key() + " " + event.value().get("amount").asText())
                .toList();
    }

    /** The texts of what is published. */
    List<String> texts(Batch batch) {
        return PublishedEvent.ofBatch(servers.connection(), batch.id()).stream()
                .map(event -> event.value().get("text").asText())
                .toList();
    }

    /** The keys of its rejects on the log: batch and record. */
    List<String> rejects(Batch batch) {
        return PublishedEvent.committed(servers.connection(), LogTopic.REJECTS.topic()).stream()
                .map(PublishedEvent::key)
                .filter(key -> key.startsWith(batch.id()))
                .toList();
    }

    /** What {@link #published} has to be when all of the file is there, once. */
    static List<String> expected(DayFile file) {
        return file.deposits().stream()
                .map(line ->
                        line.substring(1, 11) + " " + new java.math.BigDecimal(line.substring(11, 22)).movePointLeft(2))
                .toList();
    }

    long claims() {
        return PublishedEvent.committed(servers.connection(), LogTopic.BATCHES.topic()).stream()
                .filter(record -> record.key().equals("claim/" + name))
                .count();
    }

    @Override
    public void close() {
        while (!members.isEmpty()) {
            members.pop().close();
        }
    }
}

package io.banku.feed;

import static org.assertj.core.api.Assertions.assertThat;

import io.banku.account.Event;
import io.banku.feed.expression.Lookups;
import io.banku.record.FramingException;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code role: reference} and {@code lookup}: what they take, what they make, and what is wrong with them, with line and column. */
class LookupTest {
    private static final String COPYBOOK = """
                   01  R.
                       05  R-TYPE   PIC X.
                       05  R-CARD   PIC 9(4).
                       05  R-TEXT   PIC X(6).
                       05  R-AMOUNT PIC 9(3)V99.
            """;

    private static final String INPUT =
            "input: { files: %s, copybook: R.cpy, encoding: us-ascii, framing: { lines: { pad-to: 16 } } }\n";

    private static final Lookups CARDS = new Lookups() {
        @Override
        public String find(String reference, String key, long record) {
            return key.equals("4711") || key.equals("X Y") ? reference + " " + key : null;
        }

        @Override
        public String version(String reference, long record) {
            return "version 7";
        }
    };

    @TempDir
    Path feeds;

    @Test
    void aRecordOfAReferenceIsAKeyAndAValueWithoutBlanksAroundThem() throws Exception {
        Feed feed = reference("cards", "card: { when: R-TYPE = 'C', key: R-CARD, value: R-TEXT }", "");

        assertThat(feed.isReference()).isTrue();
        assertThat(made(feed, "C4711 A B  ")).containsExactly("Entry[key=4711, value=A B]");
        assertThat(made(feed, "C4711      ")).containsExactly("BNK-3051 R-TEXT");
        assertThat(made(feed, "D4711 A B  ")).containsExactly("BNK-3001 R-TYPE");
    }

    @Test
    void whatIsTooLongIsAReject() throws Exception {
        Feed feed = reference("cards", "card: { key: R-CARD, value: \"'" + "x".repeat(1_001) + "'\" }", "");

        assertThat(made(feed, "C4711")).containsExactly("BNK-3052 null");
    }

    @Test
    void aKeyIsLookedUpAmongOtherFilters() throws Exception {
        Feed feed = deposits("key: R-CARD | pad 4 | lookup cards | map 'cards 4711'=A1", "");

        assertThat(made(feed, "C4711      00001")).containsExactly("MoneyDeposited A1");
        assertThat(made(feed, "C4712      00001")).containsExactly("BNK-3050 R-CARD");
    }

    @Test
    void blanksAroundAKeyAreNoPartOfIt() throws Exception {
        Feed feed = deposits("key: R-TEXT | lookup cards | map 'cards X Y'=A1", "");

        assertThat(made(feed, "C4711 X Y  00001")).containsExactly("MoneyDeposited A1");
    }

    @Test
    void aPrivateKeyThatIsNotThereIsNotShown() throws Exception {
        Feed feed = deposits("key: R-CARD | lookup cards", "private: [R-CARD]\n");

        Reject reject = rejected(feed, "C4712      00001");

        assertThat(reject.reason())
                .isEqualTo("expected a key of cards, version 7, found something else (private, not shown)");
        assertThat(reject.fieldHex()).isEqualTo("** ** ** **");
    }

    @Test
    void whatARuleOfAReferenceCannotHaveIsAFault() throws IOException {
        write("cards", "role: reference\n" + INPUT.formatted("A") + """
                unique: R-CARD
                records:
                  one:   { when: R-TYPE = '1', event: MoneyDeposited, key: R-CARD, data: { amount: R-AMOUNT | money 'EUR' } }
                  two:   { when: R-TYPE = '2', each: R-CARD, key: R-CARD, value: R-TEXT }
                  three: { when: R-TYPE = '3', value: R-TEXT }
                  four:  { when: R-TYPE = '4', key: R-CARD, value: R-AMOUNT | money 'EUR' }
                """);

        assertThat(new FeedFolder(feeds, "cards").faults())
                .containsExactly(
                        "feed.yaml:4:9: expected no 'unique' in a reference, found one: no key may be there twice in a file"
                                + " of it as it is",
                        "feed.yaml:6:3: expected one of role or value in rule 'one', found none; a feed with"
                                + " 'role: reference' makes no events",
                        "feed.yaml:7:32: unknown key 'each' in 'two'; expected when, carry, key or value",
                        "feed.yaml:8:10: 'key' is missing in 'three'",
                        "feed.yaml:9:52: 'value': expected text, digits, a date or a time, found an amount of money");
    }

    @Test
    void aValueInAFeedThatIsNoReferenceIsAFault() throws IOException {
        write("deposits", INPUT.formatted("A") + "records:\n  one: { key: R-CARD, value: R-TEXT }\n");
        write("odd", "role: master\n" + INPUT.formatted("B") + "records:\n  one: { key: R-CARD, value: R-TEXT }\n");

        assertThat(new FeedFolder(feeds, "deposits").faults())
                .containsExactly(
                        "feed.yaml:4:3: expected one of role, event, events or transfer in rule 'one', found none;"
                                + " 'value' stands in a feed with 'role: reference'");
        assertThat(new FeedFolder(feeds, "odd").faults()).contains("feed.yaml:2:7: expected reference, found 'master'");
    }

    @Test
    void whatIsLookedUpHasToBeAReferenceAndNoCircle() throws IOException {
        write("cards", entries("A", "R-TEXT"));
        write("good", postings("B", "R-CARD | lookup cards"));
        write("mistyped", postings("C", "R-CARD | lookup card"));
        write("of-events", postings("D", "R-CARD | lookup good"));
        write("itself", entries("E", "R-TEXT | lookup itself"));
        write("one", entries("F", "R-TEXT | lookup two"));
        write("two", entries("G", "R-TEXT | lookup one"));
        write("behind-broken", postings("H", "R-CARD | lookup no-feed-yet"));
        write("no-feed-yet", "input: {}\n");

        FeedCatalog all = FeedCatalog.loadGood(feeds);

        assertThat(all.feeds()).extracting(Feed::name).containsExactly("behind-broken", "cards", "good");
        assertThat(all.broken().stream()
                        .filter(feed -> !feed.name().equals("no-feed-yet"))
                        .flatMap(feed -> feed.faults().stream())
                        .map(Object::toString))
                .containsExactlyInAnyOrder(
                        "itself/feed.yaml:5:47: expected a reference that does not look up 'itself', found itself → itself",
                        "mistyped/feed.yaml:4:55: expected a feed with 'role: reference' to look up, found no feed 'card';"
                                + " did you mean cards? (expected cards, itself, one or two)",
                        "of-events/feed.yaml:4:55: expected a feed with 'role: reference' to look up, found 'good', which"
                                + " has another role; expected one, two, cards or itself",
                        "one/feed.yaml:5:47: expected a reference that does not look up 'one', found one → two → one",
                        "two/feed.yaml:5:47: expected a reference that does not look up 'two', found two → one → two");
    }

    @Test
    void aLookupWithoutAFeedIsAFault() throws IOException {
        write("deposits", postings("A", "R-CARD | lookup"));

        assertThat(new FeedFolder(feeds, "deposits").faults())
                .containsExactly("feed.yaml:4:54: expected 'lookup FEED', found the end");
    }

    private static String entries(String files, String value) {
        return "role: reference\n" + INPUT.formatted(files) + "records:\n  card: { key: R-CARD, value: " + value
                + " }\n";
    }

    private static String postings(String files, String key) {
        return INPUT.formatted(files) + "records:\n  paid: { event: MoneyDeposited, key: " + key
                + ", data: { amount: R-AMOUNT | money 'EUR' } }\n";
    }

    private Feed reference(String name, String rule, String more) throws IOException {
        return write(name, "role: reference\n" + INPUT.formatted("A") + more + "records:\n  " + rule + "\n")
                .load();
    }

    private Feed deposits(String key, String more) throws IOException {
        return write("deposits", more + postings("A", key.substring("key: ".length())))
                .load();
    }

    private FeedFolder write(String name, String definition) throws IOException {
        Path folder = Files.createDirectories(feeds.resolve(name));
        Files.writeString(folder.resolve("R.cpy"), COPYBOOK);
        return new FeedFolder(feeds, name).with("feed.yaml", "feed: " + name + "\n" + definition);
    }

    private static List<String> made(Feed feed, String line) throws IOException, FramingException {
        List<String> made = new ArrayList<>();
        read(feed, line, new Sink() {
            @Override
            public void event(Event event, int index) {
                made.add(event.getClass().getSimpleName() + " " + event.account());
            }

            @Override
            public void entry(Entry entry) {
                made.add(entry.toString());
            }

            @Override
            public void rejected(Reject reject) {
                made.add(reject.code() + " " + reject.field());
            }
        });
        return made;
    }

    private static Reject rejected(Feed feed, String line) throws IOException, FramingException {
        List<Reject> rejects = new ArrayList<>();
        read(feed, line, new Sink() {
            @Override
            public void event(Event event, int index) {}

            @Override
            public void entry(Entry entry) {}

            @Override
            public void rejected(Reject reject) {
                rejects.add(reject);
            }
        });
        return rejects.get(0);
    }

    private static void read(Feed feed, String line, Sink sink) throws IOException, FramingException {
        BatchInput input = new BatchInput(feed.files().match("A").orElseThrow(), OptionalLong.empty()).with(CARDS);
        byte[] bytes = (line + "\n").getBytes(StandardCharsets.US_ASCII);
        try (BatchReader reader = feed.read(input, new ByteArrayInputStream(bytes), Pass.PUBLISH)) {
            assertThat(reader.next(sink)).isTrue();
        }
    }
}

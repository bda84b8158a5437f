package io.banku.feed;

import static org.assertj.core.api.Assertions.assertThat;

import io.banku.account.Event;
import io.banku.feed.expression.Lookups;
import io.banku.record.FramingException;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** How {@code tests:} of a feed are read, and which records they write. */
class FeedTestsTest {
    private static final String COPYBOOK = """
            01  R.
                05  R-TYPE           PIC X(2).
                    88  R-IS-HEADER  VALUE 'HD'.
                    88  R-IS-BRANCH  VALUE 'BR'.
                    88  R-IS-LINES   VALUE 'LN' 'LX'.
                05  R-BODY           PIC X(30).
                05  R-HEADER REDEFINES R-BODY.
                    10  H-DATE       PIC 9(8) COMP-3.
                05  R-BRANCH REDEFINES R-BODY.
                    10  B-CCY        PIC X(3).
                05  R-LINES REDEFINES R-BODY.
                    10  L-ACCT       PIC 9(4).
                    10  L-TIME       PIC 9(6).
                    10  L-COUNT      PIC 9.
                    10  L-LINE OCCURS 1 TO 3 DEPENDING ON L-COUNT.
                        15  L-AMOUNT PIC S9(3)V99 COMP-3.
                        15  L-SIGN   PIC S9(2) COMP.
            """;

    private static final String FEED = """
            feed: f
            input: { files: "F{date:yyMMdd}", copybook: R.cpy, encoding: cp037, framing: rdw }
            records:
              header: { when: R-IS-HEADER, role: header }
              branch: { when: R-IS-BRANCH, carry: [B-CCY], role: skip }
              lines:
                when: R-IS-LINES
                each: L-LINE(*) when L-SIGN(*) >= 0
                event: MoneyDeposited
                key: L-ACCT
                data:
                  amount: L-AMOUNT(*) | money B-CCY
                  bookedAt: header.H-DATE L-TIME | datetime yyyyMMddHHmmss
            """;

    @TempDir
    Path parent;

    @Test
    void occurrencesOfATableBecomeEventsWithWhatARecordBeforeCarries() {
        Became became = became("""
                  - name: two lines of three
                    header: { H-DATE: 20261121 }
                    before: [ { rule: branch, record: { B-CCY: JPY } } ]
                    rule: lines
                    record: { L-ACCT: 7, L-TIME: 1, L-COUNT: 3, L-AMOUNT(1): 5, L-SIGN(2): -1, L-AMOUNT(3): 6 }
                    expect: { events: [ { event: MoneyDeposited }, { event: MoneyDeposited } ] }
                """);

        assertThat(became.rule).isEqualTo("lines");
        assertThat(became.events)
                .hasToString("[MoneyDeposited[account=0007, amount=5 JPY, bookedAt=2026-11-21T00:00:01Z, text=null,"
                        + " reference=null], MoneyDeposited[account=0007, amount=6 JPY,"
                        + " bookedAt=2026-11-21T00:00:01Z, text=null, reference=null]]");
    }

    @Test
    void aHeaderThatIsNotWrittenIsFilledInByItsRule() {
        Became became = became("""
                  - name: no header
                    before: [ { record: { R-IS-BRANCH: true, B-CCY: EUR } } ]
                    record: { R-IS-LINES: true, L-ACCT: 7, L-COUNT: 1, L-AMOUNT(1): 5 }
                    expect: { event: MoneyDeposited }
                """);

        assertThat(became.events).singleElement().asString().contains("bookedAt=2001-02-03T00:00Z");
    }

    @Test
    void bytesMayBeIllegal() {
        Became became = became("""
                  - name: no sign
                    before: [ { rule: branch, record: { B-CCY: EUR } } ]
                    record: { R-TYPE: LX, L-ACCT: 7, L-COUNT: 1, L-AMOUNT(1): X'00 12 34' }
                    expect: { reject: BNK-2006 }
                """);

        assertThat(became.rejects).singleElement().satisfies(reject -> {
            assertThat(reject.field()).isEqualTo("L-AMOUNT(1)");
            assertThat(reject.fieldHex()).isEqualTo("00 12 34");
        });
    }

    @Test
    void everyFaultIsToldAtOnceWithItsPlace() {
        List<String> faults = feed("""
                  - name: a
                    header: { H-DATEX: 1 }
                    rule: linse
                    file: G260101
                    record: { L-ACCT: 12345, L-TIME: noon, R-IS-LINES: no, R-BODY: X'40' }
                    expect: { event: MoneyDepositd, reject: BNK-2006 }
                  - name: a
                    record: { L-COUNT: 4 }
                    expect: { event: MoneyDeposited, data: { amuont: 1 }, without: [batch] }
                  - record: {}
                    expekt: {}
                    expect: { reject: BNK-9999 }
                  - name: b
                    record: { L-AMOUNT(2): 1 }
                    expect: { skip: false }
                """).faults();

        assertThat(faults)
                .anySatisfy(fault -> assertThat(fault).startsWith("feed.yaml:16:15: expected a field of the copybook"))
                .anySatisfy(
                        fault -> assertThat(fault).startsWith("feed.yaml:17:11: unknown rule 'linse'; did you mean"))
                .anySatisfy(
                        fault -> assertThat(fault).startsWith("feed.yaml:18:11: expected a name that 'files' claims"))
                .anySatisfy(fault -> assertThat(fault).startsWith("feed.yaml:20:13: expected one of event, events"))
                .anySatisfy(fault -> assertThat(fault).startsWith("feed.yaml:21:11: expected another name for each"))
                .anySatisfy(fault -> assertThat(fault).startsWith("feed.yaml:22:13: L-COUNT: expected a count"))
                .anySatisfy(fault -> assertThat(fault).startsWith("feed.yaml:23:46: unknown key 'amuont'"))
                .anySatisfy(fault -> assertThat(fault).startsWith("feed.yaml:23:69: unknown property 'batch'"))
                .anySatisfy(fault -> assertThat(fault).contains("'name' is missing"))
                .anySatisfy(fault -> assertThat(fault).startsWith("feed.yaml:25:5: unknown key 'expekt'"))
                .anySatisfy(fault -> assertThat(fault).startsWith("feed.yaml:26:23: expected the code of a reject"))
                .anySatisfy(fault -> assertThat(fault).startsWith("feed.yaml:28:13: L-AMOUNT(2)"))
                .anySatisfy(fault -> assertThat(fault).startsWith("feed.yaml:29:21: expected true, found 'false'"));
    }

    @Test
    void valuesThatDoNotFitAreToldWhereTheyStand() {
        assertThat(feed("""
                  - name: a
                    record: { R-IS-LINES: no }
                    expect: { skip: true }
                  - name: b
                    record: { L-ACCT: 12345, L-TIME: noon, R-BODY: X'40' }
                    expect: { skip: true }
                """).faults())
                .satisfiesExactly(
                        fault -> assertThat(fault)
                                .startsWith("feed.yaml:16:27: R-IS-LINES: expected true for a condition (level 88)"),
                        fault -> assertThat(fault).startsWith("feed.yaml:19:23: L-ACCT: "),
                        fault -> assertThat(fault).startsWith("feed.yaml:19:38: L-TIME: expected a number"),
                        fault -> assertThat(fault).startsWith("feed.yaml:19:52: R-BODY: expected 30 bytes, found 1"));
    }

    private record Became(String rule, List<Event> events, List<Reject> rejects) {}

    private Became became(String tests) {
        Feed feed = feed(tests).load();
        List<Event> events = new ArrayList<>();
        List<Reject> rejects = new ArrayList<>();
        Sink sink = new Sink() {
            @Override
            public void event(Event event, int index) {
                events.add(event);
            }

            @Override
            public void entry(Entry entry) {
                throw new AssertionError(entry);
            }

            @Override
            public void rejected(Reject reject) {
                rejects.add(reject);
            }
        };
        try (BatchReader reader = feed.read(feed.tests().get(0), Lookups.NONE)) {
            while (reader.next(sink)) {
                // the last one's is looked at
            }
            return new Became(reader.rule(), events, rejects);
        } catch (IOException | FramingException unreadable) {
            throw new IllegalStateException(unreadable);
        }
    }

    private FeedFolder feed(String tests) {
        return new FeedFolder(parent, "f").with("R.cpy", COPYBOOK).with("feed.yaml", FEED + "tests:\n" + tests);
    }
}

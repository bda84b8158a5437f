package io.banku.feed;

import static org.assertj.core.api.Assertions.assertThat;

import io.banku.account.Event.MoneyDeposited;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** How values are to be read, as a feed says it. */
class DialectReaderTest {
    @TempDir
    Path directory;

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '~', textBlock = """
            # input                        | fields                       | record                 | reference
            ~~                             | ~~                           | F1 0007 12 3C F0F0F7   | 123/007
            ~endian: little,~              | ~~                           | F1 0700 12 3C F0F0F7   | 123/007
            ~spaces: zero,~                | ~~                           | F1 0007 12 3C 404040   | 123/000
            ~~                             | ~'REF': { spaces: zero }~    | F1 0007 12 3C 404040   | 123/000
            ~signs: lenient,~              | ~REF: { signs: lenient }~    | F1 0007 12 3A F0C0F7   | 123/007
            ~~                             | ~REC: { spaces: zero }~      | F1 0007 12 3C 404040   | 123/000
            ~~                             | ~REST: { low-values: zero }~ | F1 0007 00 00 000000   | 000/000
            """)
    void aWordIsSaidOfTheFileOrOfAFieldOrOfAllFieldsOfAGroup(
            String input, String fields, String record, String reference) {
        var read = feed(input, fields).readHex("A", record);

        assertThat(read.rejects()).isEmpty();
        assertThat(((MoneyDeposited) read.events().get(0)).reference()).isEqualTo(reference);
        assertThat(read.events().get(0).toString()).contains("7.00 EUR");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '~', textBlock = """
            ~signs: strict,~               | ~~                           | F1 0007 12 3A F0F0F7   | BNK-2006
            ~spaces: zero,~                | ~REF: { spaces: reject }~    | F1 0007 12 3C 404040   | BNK-2002
            ~~                             | ~BRANCH: { endian: little }~ | F1 0007 12 3C F0F0F7   | BNK-2005
            """)
    void whatIsNotSaidOfItIsRejected(String input, String fields, String record, String code) {
        String illegal = code.equals("BNK-2005") ? record.replace("F0F0F7", "F0C0F7") : record;

        var read = feed(input, fields).readHex("A", illegal);

        assertThat(read.rejects())
                .singleElement()
                .satisfies(reject -> assertThat(reject.code()).isEqualTo(code));
    }

    @Test
    void aPropertyOfAFillerThatMeansNullIsLeftOut() {
        FeedFolder feed = feed("", "REF: { spaces: null }");

        var absent = feed.readHex("A", "F1 0007 12 3C 404040");
        var there = feed.readHex("A", "F1 0007 12 3C F0F0F7");

        assertThat(((MoneyDeposited) absent.events().get(0)).reference()).isNull();
        assertThat(((MoneyDeposited) there.events().get(0)).reference()).isEqualTo("123/007");
    }

    @Test
    void aRequiredPropertyMayNotBeLeftOut() {
        assertThat(feed("low-values: null,", "").faults())
                .singleElement()
                .asString()
                .contains(
                        "'amount' is required, and could be left out here: by 'omit-blank', or by a filler that means null");
    }

    @Test
    void everyFaultIsToldWhereItWasWritten() {
        assertThat(feed(
                                "signs: loose, endian: up, float: 7,",
                                "REF: { spaces: x, odo: compact }, NONE: { trunc: bin }, BRANCH: cp9")
                        .faults())
                .anySatisfy(fault -> assertThat(fault)
                        .startsWith("feed.yaml:2:")
                        .endsWith("expected strict or standard or lenient, found loose"))
                .anySatisfy(fault -> assertThat(fault).endsWith("expected big or little, found up"))
                .anySatisfy(fault -> assertThat(fault).endsWith("expected ibm or ieee, found 7"))
                .anySatisfy(fault -> assertThat(fault).endsWith("expected reject or null or zero, found x"))
                .anySatisfy(fault -> assertThat(fault).contains("unknown key 'odo' in 'REF'; expected"))
                .anySatisfy(fault -> assertThat(fault).contains("expected a field of the copybook, found NONE"))
                .anySatisfy(fault -> assertThat(fault)
                        .contains("expected an encoding such as cp037")
                        .endsWith("cp9"))
                .hasSize(7);
    }

    private FeedFolder feed(String input, String fields) {
        boolean isAmountOfKey = input.contains("low-values");
        return new FeedFolder(directory, "feed").with("REC.cpy", """
                               01  REC.
                                   05  KEY     PIC X(01).
                                   05  BRANCH  PIC S9(04) COMP.
                                   05  REST.
                                       10  CODE    PIC S9(03) COMP-3.
                                       10  REF     PIC 9(03).
                        """).with("feed.yaml", """
                        feed: feed
                        input: { files: A, copybook: REC.cpy, encoding: cp037, framing: fixed, %s fields: { %s } }
                        records:
                          all:
                            event: MoneyDeposited
                            key: KEY
                            data:
                              amount: %s | money 'EUR'
                              reference: CODE '/' REF
                        """.formatted(
                        input, fields, isAmountOfKey ? "REF" : "BRANCH"));
    }
}

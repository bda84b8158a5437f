package io.banku.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LayoutCommandTest {

    @TempDir
    Path folder;

    @Test
    void itemsAreListedWithOffsetLengthAndOccurrences() throws IOException {
        Path copybook = copybook("""
                       01  REC.
                           05  R-TYPE     PIC X(2).
                           05  R-N        PIC 9(2).
                           05  R-LINE     OCCURS 0 TO 9 DEPENDING ON R-N.
                               10  R-SUM  PIC S9(7)V99 COMP-3.
                               10  R-TAG  PIC X OCCURS 3.
                           05  R-RATE     COMP-1.
                           05  R-SIGNED   PIC S9(3) SIGN LEADING SEPARATE.
                           05  R-TEXT REDEFINES R-SIGNED PIC X(4).
                       66  R-HEAD RENAMES R-TYPE THRU R-N.
                """);

        Terminal run = Terminal.banku("layout", copybook.toString());

        assertThat(run.err()).isEmpty();
        assertThat(run.out()).isEqualToNormalizingNewlines("""
                LEVEL  NAME                         PICTURE   USAGE                          OFFSET       LENGTH        OCCURS
                   01  REC                                                                   0            12 + 8 × R-N
                   05    R-TYPE                     X(2)      DISPLAY                        0            2
                   05    R-N                        9(2)      DISPLAY                        2            2
                   05    R-LINE                                                              4            8             0 to 9 by R-N
                   10      R-SUM                    S9(7)V99  COMP-3                         4            5
                   10      R-TAG                    X         DISPLAY                        9            1             3
                   05    R-RATE                               COMP-1                         4 + 8 × R-N  4
                   05    R-SIGNED                   S9(3)     DISPLAY SIGN LEADING SEPARATE  8 + 8 × R-N  4
                   05    R-TEXT REDEFINES R-SIGNED  X(4)      DISPLAY                        8 + 8 × R-N  4
                   66  R-HEAD                                                                0            4
                """);
        assertThat(run.code()).isEqualTo(ExitCode.CLEAN.number());
    }

    @Test
    void jsonIsOneObjectPerItemAndLine() throws IOException {
        Path copybook = copybook("01 R.\n 05 N PIC 9.\n 05 A PIC X(2) OCCURS 1 TO 3 DEPENDING ON N.\n 05 Z COMP-2.\n");

        Terminal run = Terminal.banku("layout", "--json", copybook.toString());

        assertThat(run.out()).isEqualToNormalizingNewlines("""
                {"level":1,"name":"R","offset":0,"length":15,"lengthByCounts":"9 + 2 × N"}
                {"level":5,"name":"N","picture":"9","usage":"DISPLAY","offset":0,"length":1}
                {"level":5,"name":"A","picture":"X(2)","usage":"DISPLAY","offset":1,"length":2,"occurs":3,"occursAtLeast":1,"dependingOn":"N"}
                {"level":5,"name":"Z","picture":"","usage":"COMP-2","offset":7,"offsetByCounts":"1 + 2 × N","length":8}
                """);
    }

    @Test
    void membersAreFoundBesideTheCopybookAndOnTheCopyPath() throws IOException {
        Path library = Files.createDirectory(folder.resolve("library"));
        Files.writeString(library.resolve("far.cpy"), "05 :T:-FAR PIC X.\n");
        Files.writeString(folder.resolve("NEAR.cbl"), "05 :T:-NEAR PIC Z9,9.\n");
        Path copybook = copybook("01 :T:-REC.\n COPY NEAR.\n COPY FAR.\n");

        Terminal run = Terminal.banku(
                "layout",
                "--copy-path",
                library.toString(),
                "--replacing",
                ":T:=TX",
                "--decimal-comma",
                copybook.toString());

        assertThat(run.err()).isEmpty();
        assertThat(run.out()).contains("TX-REC", "TX-NEAR", "TX-FAR");
    }

    @Test
    void aTagThatStandsNowhereIsToldAndNotIgnored() throws IOException {
        Path copybook = copybook("01 :T:-REC PIC X.\n");

        Terminal run = Terminal.banku("layout", "--replacing", ":T:=TX", "--replacing", ":U:=B", copybook.toString());

        assertThat(run.code()).isEqualTo(ExitCode.USAGE.number());
        assertThat(run.err()).contains("expected tags that stand in the copybook or in its members, found :U:");
    }

    @Test
    void whatTheCompilerWouldBeToldOfNamesIsGivenByDefine() throws IOException {
        Path copybook = copybook(
                "01 R.\n>>IF REGION = 'NORTH' AND AUDIT IS DEFINED\n 05 A PIC X(2).\n>>ELSE\n 05 A PIC X(7).\n>>END-IF\n");

        Terminal north = Terminal.banku(
                "layout", "--json", "--define", "region=NORTH", "--define", "AUDIT", copybook.toString());
        Terminal south = Terminal.banku("layout", "--json", "--define", "REGION=SOUTH", copybook.toString());
        Terminal nothing = Terminal.banku("layout", copybook.toString());

        assertThat(north.out()).contains("\"picture\":\"X(2)\"").doesNotContain("X(7)");
        assertThat(south.out()).contains("\"picture\":\"X(7)\"").doesNotContain("X(2)");
        assertThat(nothing.code()).isEqualTo(ExitCode.REFUSED.number());
        assertThat(nothing.err()).contains("REC.cpy:2:1: expected a value of REGION, found none", "--define REGION=");
    }

    @Test
    void aCopybookInAnotherEncodingIsReadByItsName() throws IOException {
        Path ebcdic = folder.resolve("CARDS.cpy");
        String card = "%-80s%-80s".formatted("       01  R.", "           05  A-B PIC X(4).");
        Files.write(ebcdic, card.getBytes("IBM273"));
        Path latin = folder.resolve("LATIN.cpy");
        Files.write(latin, "01 R.\n* Kontof\u00fchrung\n 05 A PIC X(3).\n".getBytes(StandardCharsets.ISO_8859_1));

        Terminal named = Terminal.banku("layout", "--json", "--copybook-encoding", "cp273", ebcdic.toString());
        Terminal unnamed = Terminal.banku("layout", ebcdic.toString());
        Terminal west = Terminal.banku("layout", "--json", "--copybook-encoding", "latin1", latin.toString());
        Terminal westUnnamed = Terminal.banku("layout", latin.toString());
        Terminal unknown = Terminal.banku("layout", "--copybook-encoding", "cp99999", latin.toString());

        assertThat(named.out()).contains("\"name\":\"A-B\"", "\"length\":4");
        assertThat(unnamed.err()).contains("CARDS.cpy:1:8: expected text in utf-8, found the byte X'F0'", "cp037");
        assertThat(west.out()).contains("\"picture\":\"X(3)\"");
        assertThat(westUnnamed.err())
                .contains("LATIN.cpy:2:9: expected text in utf-8, found the byte X'FC'", "iso-8859-1");
        assertThat(unknown.code()).isEqualTo(ExitCode.USAGE.number());
        assertThat(unknown.err()).contains("expected the encoding of a copybook");
    }

    @Test
    void aConditionThatNeverHoldsIsANoteOnStandardError() throws IOException {
        Path copybook = copybook("01 R.\n 05 A PIC 9(2).\n 88 ALL-OF-THEM VALUE 100.\n");

        Terminal run = Terminal.banku("layout", "--json", copybook.toString());

        assertThat(run.code()).isEqualTo(ExitCode.CLEAN.number());
        assertThat(run.err())
                .startsWith("banku: note: ")
                .contains("REC.cpy:3:2: ALL-OF-THEM asks for 100, which PIC 9(2) never is");
        assertThat(run.out()).contains("\"name\":\"A\"").doesNotContain("note");
    }

    @Test
    void theCurrencySignIsTheProgramsOwn() throws IOException {
        Path copybook = copybook("01 R.\n 05 A PIC #9.\n");

        Terminal euro = Terminal.banku("layout", "--json", "--currency", "#=EUR", copybook.toString());
        Terminal letter = Terminal.banku("layout", "--currency", "B=EUR", copybook.toString());

        assertThat(euro.out()).contains("\"name\":\"A\"", "\"length\":4");
        assertThat(letter.code()).isEqualTo(ExitCode.USAGE.number());
        assertThat(letter.err()).contains("--replacing, --define and --currency: expected one character", "found 'B'");
    }

    @Test
    void allFaultsOfACopybookAreToldAtOnce() throws IOException {
        Path copybook = copybook("01 R.\n 05 A PIC Q.\n 05 B PIC X COMP-3.\n COPY NOWHERE.\n");

        Terminal run = Terminal.banku("layout", copybook.toString());

        assertThat(run.out()).isEmpty();
        assertThat(run.err()).contains("REC.cpy:2:11: ", "REC.cpy:3:11: ", "REC.cpy:4:7: expected a member");
        assertThat(run.code()).isEqualTo(ExitCode.REFUSED.number());
    }

    private Path copybook(String text) throws IOException {
        return Files.writeString(folder.resolve("REC.cpy"), text);
    }
}

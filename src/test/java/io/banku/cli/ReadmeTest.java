package io.banku.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.banku.docs.Page;
import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the README lets people type works as it stands there, and what it shows is what they see. */
class ReadmeTest {
    private static final Page README = Page.of("README.md");
    private static final Path SAMPLES = Path.of("sample-mainframe-files");
    private static final Pattern FILE_LINE = Pattern.compile(
            "(?m)^(\\S+\\.BIN) +(?:sealed|held) +(.+? skipped)(?:; (. of . controls close); (.+ events))?$");

    @TempDir
    Path folder;

    /** Up to where servers are needed: then the feed is checked with the file beside it, which tells what it would become. */
    @Test
    void theFeedOfTheFiveMinutesIsRightAsItStands() throws Exception {
        List<String> blocks = README.section("Your own file in five minutes").blocks("sh");
        String typed = String.join("", blocks).split("\\./banku dev", 2)[0];

        String shown = bash(typed + "cp ATM0007.TXT feeds/cash-machines/\n./banku feed check feeds/cash-machines\n");

        assertThat(shown)
                .contains("\"CASH-KIND\":\"+\",\"CASH-AMOUNT\":125.00", "\"CASH-KIND\":\"-\",\"CASH-AMOUNT\":20.00")
                .contains("paid-in → MoneyDeposited", "drawn → MoneyWithdrawn")
                .contains("ATM0007.TXT would be published: 2 read = 2 published + 0 rejected + 0 skipped, 2 events");
    }

    @Test
    void whatIsShownOfTheSamplesIsWhatTheProgramSaysOfThem() throws IOException {
        String said = check("daily-transactions") + check("branch-deposits");
        List<String> shown = README.blocks("");

        assertThat(lines(shown).filter(line -> line.startsWith("BNK-")))
                .hasSizeGreaterThan(1)
                .allSatisfy(line -> assertThat(said).contains(line));
        assertThat(FILE_LINE.matcher(String.join("", shown)).results())
                .hasSizeGreaterThan(1)
                .allSatisfy(line -> {
                    String about = lines(List.of(said))
                            .filter(told -> told.startsWith(line.group(1)))
                            .findFirst()
                            .orElseThrow();
                    assertThat(about).contains(line.group(2));
                    assertThat(line.group(3) == null || about.contains(line.group(3)))
                            .as(about)
                            .isTrue();
                    assertThat(line.group(4) == null || about.contains(line.group(4)))
                            .as(about)
                            .isTrue();
                });
    }

    private static Stream<String> lines(List<String> blocks) {
        return blocks.stream().flatMap(String::lines).map(String::strip);
    }

    /** With the bad files beside the good ones. */
    private String check(String feed) throws IOException {
        Path copy = Files.createDirectory(folder.resolve(feed));
        for (Path from : List.of(SAMPLES.resolve(feed), SAMPLES.resolve(feed).resolve("broken"))) {
            try (Stream<Path> files = Files.list(from)) {
                for (Path file : files.filter(Files::isRegularFile).toList()) {
                    Files.copy(file, copy.resolve(file.getFileName()));
                }
            }
        }
        return Terminal.banku("feed", "check", copy.toString()).out();
    }

    private String bash(String script) throws IOException, InterruptedException {
        String classes = Stream.of(System.getProperty("java.class.path").split(File.pathSeparator))
                .map(entry -> Path.of(entry).toAbsolutePath().toString())
                .collect(Collectors.joining(File.pathSeparator));
        Path java = Path.of(System.getProperty("java.home"), "bin", "java");
        Path banku = Files.writeString(
                folder.resolve("banku"),
                "#!/bin/sh\nexec " + java + " -cp '" + classes + "' io.banku.cli.Main \"$@\"\n");
        assertThat(banku.toFile().setExecutable(true)).isTrue();
        Path out = folder.resolve("out.txt");
        Process run = new ProcessBuilder("bash", "-e", "-c", script)
                .directory(folder.toFile())
                .redirectErrorStream(true)
                .redirectOutput(out.toFile())
                .start();
        int code = run.waitFor();
        String shown = Files.readString(out, StandardCharsets.UTF_8);
        assertThat(code).as(shown).isZero();
        return shown;
    }
}

package io.banku.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import io.banku.docs.Page;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import picocli.CommandLine;
import picocli.CommandLine.MissingParameterException;
import picocli.CommandLine.ParameterException;

/** Whatever the pages tell people to type is a command that there is; it is parsed here, not run. */
@Tag("long")
class CommandsInDocsTest {
    /** From the name to the end of the command: a comment, a pipe, a redirection, a background mark. */
    private static final Pattern COMMAND =
            Pattern.compile("(?:^|[\\s|(;])(?:\\./)?banku(?=\\s|$)((?:\"[^\"]*\"|[^\"#|&;>)])*)");

    private static final Pattern WORD = Pattern.compile("\"([^\"]*)\"|(\\S+)");

    static List<Page> pages() {
        return Page.all();
    }

    @ParameterizedTest
    @MethodSource("pages")
    void everyCommandInAShellBlockIsUnderstood(Page page) {
        assertThat(commands(page.shellLines()))
                .allSatisfy(words ->
                        assertThatCode(() -> parse(words)).as("banku %s", words).doesNotThrowAnyException());
    }

    @ParameterizedTest
    @MethodSource("pages")
    void everyCommandInRunningTextExistsThoughItMayLackItsArguments(Page page) {
        List<String> codes = page.inlineCode().stream()
                .filter(code -> code.startsWith("banku "))
                .toList();

        assertThat(commands(codes))
                .allSatisfy(words -> assertThatCode(() -> parseBeginning(words))
                        .as("banku %s", words)
                        .doesNotThrowAnyException());
    }

    @Test
    void aCommandThatDoesNotExistIsNoticed() {
        List<List<String>> commands = commands(List.of("./banku batch realease 2c26 --reason \"a b\"  # comment"));

        assertThat(commands).containsExactly(List.of("batch", "realease", "2c26", "--reason", "a b"));
        assertThatCode(() -> parse(commands.get(0))).isInstanceOf(ParameterException.class);
    }

    private static void parse(List<String> words) {
        new CommandLine(new Root()).parseArgs(words.toArray(String[]::new));
    }

    private static void parseBeginning(List<String> words) {
        try {
            parse(words);
        } catch (MissingParameterException unfinished) {
            assertThat(unfinished.getMissing()).isNotEmpty();
        }
    }

    private static List<List<String>> commands(List<String> lines) {
        List<List<String>> commands = new ArrayList<>();
        for (String line : lines) {
            Matcher command = COMMAND.matcher(line);
            while (command.find()) {
                commands.add(words(command.group(1)));
            }
        }
        return commands;
    }

    /** NUMBER and the like stand for a number, DATE for a day; an ellipsis for whatever else there is. */
    private static List<String> words(String command) {
        return WORD.matcher(command)
                .results()
                .map(word -> word.group(1) != null ? word.group(1) : word.group(2))
                .filter(word -> !word.equals("…"))
                .map(word -> word.matches("NUMBER|COUNT|SECONDS") ? "1" : word.equals("DATE") ? "2026-11-20" : word)
                .toList();
    }
}

package io.banku.docs;

import static org.assertj.core.api.Assertions.assertThat;

import io.banku.camel.Problem;
import io.banku.feed.StructuralFault;
import io.banku.feed.expression.MappingFault;
import io.banku.record.DataFault;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The page of messages knows every code that the program can say, and no other. */
class MessagesTest {
    private static final Pattern CODE = Pattern.compile("BNK-\\d{4}");
    private static final Pattern ROW = Pattern.compile("(?m)^\\| (BNK-\\d{4}) \\|[^|]+\\|[^|]+\\|$");

    private final Page page = Page.of("docs/reference/messages.md");

    @Test
    void everyCodeOfTheProgramHasOneRowAndEveryRowIsACodeOfTheProgram() {
        List<String> rows = page.matches(ROW).map(row -> row.group(1)).toList();

        assertThat(rows).doesNotHaveDuplicates().containsExactlyInAnyOrderElementsOf(codesOfTheProgram());
    }

    /** A test names the code that it provokes; pages that list codes are not tests of them. */
    @Test
    void everyCodeIsProvokedByATest() throws IOException {
        Set<String> provoked;
        try (Stream<Path> tests = Files.walk(Path.of("src/test/java"))) {
            provoked = tests.filter(file -> file.toString().endsWith("Test.java"))
                    .filter(file -> !file.getParent().endsWith("docs"))
                    .flatMap(file -> CODE.matcher(read(file)).results())
                    .map(MatchResult::group)
                    .collect(Collectors.toSet());
        }

        assertThat(codesOfTheProgram()).isSubsetOf(provoked);
    }

    @Test
    void everyOtherPageNamesOnlyCodesThatExist() {
        Set<String> known = codesOfTheProgram();

        assertThat(Page.all())
                .allSatisfy(other ->
                        assertThat(other.matches(CODE).map(MatchResult::group)).allMatch(known::contains));
    }

    @Test
    void aCodeOfOneKindOfFaultIsNoCodeOfAnother() {
        List<String> codes = Stream.of(
                        Arrays.stream(DataFault.values()).map(DataFault::code),
                        Arrays.stream(MappingFault.values()).map(MappingFault::code),
                        Arrays.stream(StructuralFault.Kind.values())
                                .map(kind -> new StructuralFault(kind, 0, "").code()),
                        Arrays.stream(Problem.values()).map(Problem::code))
                .flatMap(each -> each)
                .toList();

        assertThat(codes).doesNotHaveDuplicates();
    }

    @Test
    void aRowMeansWhatTheProgramMeans() {
        assertThat(DataFault.values())
                .allSatisfy(fault -> assertThat(row(fault.code())).contains("| " + fault.meaning() + " |"));
        assertThat(MappingFault.values())
                .allSatisfy(fault -> assertThat(row(fault.code())).contains("| " + fault.meaning() + " |"));
        assertThat(Problem.values())
                .filteredOn(problem -> problem.code().matches("BNK-[79].*"))
                .allSatisfy(problem -> assertThat(row(problem.code()))
                        .contains("| " + problem.status() + " " + problem.title() + " |"));
    }

    private String row(String code) {
        return page.text()
                .lines()
                .filter(line -> line.startsWith("| " + code + " |"))
                .findFirst()
                .orElseThrow();
    }

    private static Set<String> codesOfTheProgram() {
        try (Stream<Path> sources = Files.walk(Path.of("src/main"));
                Stream<Path> routes = Files.walk(Path.of("routes"))) {
            return Stream.concat(sources, routes)
                    .filter(Files::isRegularFile)
                    .flatMap(file -> CODE.matcher(read(file)).results())
                    .map(MatchResult::group)
                    .collect(Collectors.toCollection(TreeSet::new));
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}

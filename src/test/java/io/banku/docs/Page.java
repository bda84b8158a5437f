package io.banku.docs;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** One Markdown file of the project. */
public record Page(Path file, String text) {
    private static final Pattern FENCE = Pattern.compile("(?m)^```(\\w*)\\n(.*?)^```", Pattern.DOTALL);
    private static final Pattern INLINE = Pattern.compile("`([^`\\n]+(?:\\n[^`\\n]+)?)`");
    private static final Pattern LINK = Pattern.compile("\\]\\(([^)\\s]+)\\)");
    private static final Pattern HEADING = Pattern.compile("(?m)^#{1,6} (.+)$");

    public static Page of(String file) {
        try {
            return new Page(Path.of(file), Files.readString(Path.of(file)));
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    /** The pages at the top, all under {@code docs/}, the samples' own and that of the benchmarks. */
    public static List<Page> all() {
        List<Page> pages = new ArrayList<>(List.of(of("sample-mainframe-files/README.md"), of("bench/README.md")));
        try (Stream<Path> top = Files.list(Path.of("."));
                Stream<Path> docs = Files.walk(Path.of("docs"))) {
            Stream.concat(top.map(Path::normalize), docs)
                    .filter(file -> file.toString().endsWith(".md"))
                    .forEach(file -> pages.add(of(file.toString())));
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
        return pages;
    }

    /** Lines of the blocks that are fenced as {@code sh}; one that ends in a backslash goes on in the next. */
    public List<String> shellLines() {
        return blocks("sh").stream()
                .flatMap(block -> block.replace("\\\n", " ").lines())
                .toList();
    }

    /** What is fenced as of a language; "" for what is of none. */
    public List<String> blocks(String language) {
        return FENCE.matcher(text)
                .results()
                .filter(fence -> fence.group(1).equals(language))
                .map(fence -> fence.group(2))
                .toList();
    }

    /** What stands below a heading of the second level, up to the next of that. */
    public Page section(String heading) {
        String[] parts = text.split("(?m)^## " + Pattern.quote(heading) + "$", 2);
        if (parts.length < 2) {
            throw new IllegalArgumentException("expected the heading ## " + heading + " in " + file + ", found none");
        }
        return new Page(file, parts[1].split("(?m)^## ", 2)[0]);
    }

    /** What stands between backticks in running text. */
    public List<String> inlineCode() {
        return INLINE.matcher(FENCE.matcher(text).replaceAll(""))
                .results()
                .map(code -> code.group(1).replace('\n', ' '))
                .toList();
    }

    /** Where its links go, except to other sites. */
    List<String> links() {
        return LINK.matcher(FENCE.matcher(text).replaceAll(""))
                .results()
                .map(link -> link.group(1))
                .filter(link -> !link.matches("[a-z]+:.*"))
                .toList();
    }

    /** What a link's {@code #part} may be: each heading in small letters, blanks as hyphens, without other signs. */
    List<String> anchors() {
        return HEADING.matcher(FENCE.matcher(text).replaceAll(""))
                .results()
                .map(heading -> heading.group(1)
                        .toLowerCase(Locale.ROOT)
                        .replaceAll("[^\\p{L}\\p{N} _-]", "")
                        .replace(' ', '-'))
                .toList();
    }

    Stream<MatchResult> matches(Pattern pattern) {
        return pattern.matcher(text).results();
    }

    @Override
    public String toString() {
        return file.toString();
    }
}

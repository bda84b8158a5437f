package io.banku.copybook;

import io.banku.copybook.CopyLibrary.Member;
import io.banku.copybook.Word.Kind;
import io.banku.copybook.WordReader.Unexpected;
import java.io.IOException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * A text and the members that it copies → one list of text words. What a COPY statement replaces is replaced in the
 * members too that its member copies.
 */
final class CopyExpansion {
    private static final int DEEPEST = 16;

    /** More than any record has; members that copy members could make as many as they like. */
    private static final int MOST_WORDS = 500_000;

    private final CompileOptions options;
    private final Faults faults;
    private final CompileVariables variables;
    private final Map<String, SourceText> sources = new LinkedHashMap<>();

    /** The members that are being copied, innermost first. */
    private final Deque<String> within = new ArrayDeque<>();

    private Set<String> unusedTags = Set.of();
    private int count;

    CopyExpansion(CompileOptions options, Faults faults) {
        this.options = options;
        this.faults = faults;
        this.variables = new CompileVariables(options.definitions(), faults);
    }

    List<Word> words(String file, String text) {
        Place outside = new Place(file, 1, 1);
        Map<String, Replacement> given = new LinkedHashMap<>();
        options.replacing().forEach((tag, by) -> given.put(tag, Replacement.of(tag, by, outside)));
        Replacing replacing = new Replacing(List.copyOf(given.values()));
        List<Word> words = expand(split(file, text), replacing);
        given.values().removeIf(replacing::hasUsed);
        unusedTags = Set.copyOf(given.keySet());
        return isTooLong() ? List.of() : words;
    }

    /** Of the tags that the options replace those that stand nowhere. */
    Set<String> unusedTags() {
        return unusedTags;
    }

    /** The files that were read, the copybook's own first. */
    List<String> files() {
        return List.copyOf(sources.keySet());
    }

    /** Whether the line of a token goes on beyond the columns that are read. */
    boolean isCut(Token token) {
        SourceText source = sources.get(token.at().file());
        return source != null && source.isCut(token.line());
    }

    private List<Word> split(String file, String text) {
        SourceText source = SourceReader.read(file, text, variables, faults);
        sources.put(file, source);
        return TextWords.of(source);
    }

    private List<Word> expand(List<Word> words, Replacing replacing) {
        WordReader reader = new WordReader(words);
        List<Word> expanded = new ArrayList<>();
        while (!isTooLong() && !reader.isAtEnd()) {
            Word word = reader.next();
            if (word.is("COPY")) {
                copied(reader).map(this::brought).ifPresent(expanded::addAll);
            } else if (EmbeddedSql.begins(word, reader.peek())) {
                EmbeddedSql.step(word, reader, faults).map(this::included).ifPresent(expanded::addAll);
            } else {
                expanded.add(word);
                count(word);
            }
        }
        return replacing.applyTo(expanded);
    }

    private boolean isTooLong() {
        return count > MOST_WORDS;
    }

    private void count(Word word) {
        if (++count == MOST_WORDS + 1) {
            faults.add(word.at(), "expected a copybook of at most " + MOST_WORDS + " words, found more");
        }
    }

    private Optional<CopyStatement> copied(WordReader reader) {
        try {
            return Optional.of(CopyStatement.read(reader));
        } catch (Unexpected unexpected) {
            if (!unexpected.at().is(Kind.MISSING)) {
                faults.add(unexpected.at().at(), unexpected.getMessage());
            }
            reader.skipSentence();
            return Optional.empty();
        }
    }

    /** Before the first entry it declares what this record does not need, and without a member it is left out. */
    private List<Word> included(CopyStatement statement) {
        return count == 0 && isNowhere(statement) ? List.of() : brought(statement);
    }

    private boolean isNowhere(CopyStatement statement) {
        try {
            return options.library().find(statement.name(), statement.library()).isEmpty();
        } catch (IOException | CopybookException unreadable) {
            return false;
        }
    }

    private List<Word> brought(CopyStatement statement) {
        Optional<Member> member = member(statement);
        if (member.isEmpty()) {
            return List.of(new Word(Kind.MISSING, "\n", "COPY " + statement.name(), statement.at()));
        }
        within.push(member.get().file());
        List<Word> words = expand(split(member.get().file(), member.get().text()), statement.replacing());
        within.pop();
        return words;
    }

    /** Told when there is none. */
    private Optional<Member> member(CopyStatement statement) {
        String name = statement.name();
        try {
            Optional<Member> member = options.library().find(name, statement.library());
            if (member.isEmpty()) {
                faults.add(statement.at(), "expected a member of the library, found none: " + name);
            } else if (within.contains(member.get().file())) {
                faults.add(statement.at(), "expected a member that does not copy itself, found " + name);
                return Optional.empty();
            } else if (within.size() == DEEPEST) {
                faults.add(statement.at(), "expected members at most " + DEEPEST + " deep, found " + name);
                return Optional.empty();
            }
            return member;
        } catch (CopybookException unreadable) {
            faults.addAll(unreadable.faults());
            return Optional.empty();
        } catch (IOException unreadable) {
            faults.add(statement.at(), "expected a member that can be read, found " + unreadable.getMessage());
            return Optional.empty();
        }
    }
}

package io.banku.copybook;

import io.banku.copybook.CopyLibrary.Member;
import io.banku.copybook.Token.Kind;
import io.banku.copybook.TokenReader.Unexpected;
import java.io.IOException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A text and the members that it copies → one list of tokens. */
final class CopyExpansion {
    private static final int DEEPEST = 16;

    /** More than any record has; members that copy members could make as many as they like. */
    private static final int MOST_TOKENS = 500_000;

    private final CompileOptions options;
    private final Faults faults;
    private final Map<String, SourceText> sources = new LinkedHashMap<>();
    private final List<Token> expanded = new ArrayList<>();

    /** The members that are being copied, innermost first. */
    private final Deque<String> within = new ArrayDeque<>();

    private boolean isTooLong;

    CopyExpansion(CompileOptions options, Faults faults) {
        this.options = options;
        this.faults = faults;
    }

    /** All tokens; the last one is END. */
    List<Token> tokens(String file, String text) {
        List<Replacement> replacements = options.replacing().entrySet().stream()
                .map(each -> Replacement.ofTag(each.getKey(), each.getValue()))
                .toList();
        List<Token> tokens = scanned(file, text);
        Token end = tokens.get(tokens.size() - 1);
        expand(new Replacing(replacements, options.point(), faults).applyTo(tokens));
        if (isTooLong) {
            expanded.clear();
        }
        expanded.add(end);
        return expanded;
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

    private List<Token> scanned(String file, String text) {
        SourceText source = SourceText.of(file, text, faults);
        sources.put(file, source);
        return Scanner.tokens(source, options.point(), faults);
    }

    private void expand(List<Token> tokens) {
        TokenReader reader = new TokenReader(tokens);
        while (!isTooLong && !reader.isAtEnd()) {
            Token token = reader.next();
            if (token.is("COPY")) {
                copy(reader);
            } else {
                add(token);
            }
        }
    }

    private void add(Token token) {
        if (expanded.size() < MOST_TOKENS) {
            expanded.add(token);
        } else if (!isTooLong) {
            isTooLong = true;
            faults.add(token, "expected a copybook of at most " + MOST_TOKENS + " words, found more");
        }
    }

    private void copy(TokenReader reader) {
        try {
            CopyStatement statement = new CopyStatement(reader, options.point(), faults);
            statement.read();
            Optional<Member> member = member(statement);
            if (member.isEmpty()) {
                add(new Token(
                        Kind.MISSING,
                        "COPY " + statement.name().text(),
                        statement.name().at()));
            } else {
                within.push(member.get().file());
                List<Token> tokens = scanned(member.get().file(), member.get().text());
                expand(statement.replacing().applyTo(tokens));
                within.pop();
            }
        } catch (Unexpected unexpected) {
            if (!unexpected.at().isTold()) {
                faults.add(unexpected.at(), unexpected.getMessage());
            }
            reader.skipEntry();
        }
    }

    private Optional<Member> member(CopyStatement statement) {
        Token name = statement.name();
        try {
            Optional<Member> member = options.library().find(name.text(), statement.library());
            if (member.isEmpty()) {
                faults.add(name, "expected a member of the library, found none: " + name.text());
            } else if (within.contains(member.get().file())) {
                faults.add(name, "expected a member that does not copy itself, found " + name.text());
                return Optional.empty();
            } else if (within.size() == DEEPEST) {
                faults.add(name, "expected members at most " + DEEPEST + " deep, found " + name.text());
                return Optional.empty();
            }
            return member;
        } catch (IOException unreadable) {
            faults.add(name, "expected a member that can be read as UTF-8 text, found " + unreadable.getMessage());
            return Optional.empty();
        }
    }
}

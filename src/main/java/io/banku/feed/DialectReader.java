package io.banku.feed;

import io.banku.feed.definition.Misuse;
import io.banku.feed.definition.Section;
import io.banku.feed.definition.Text;
import io.banku.feed.definition.Token;
import io.banku.feed.definition.Tokens;
import io.banku.feed.expression.Fields;
import io.banku.record.Dialect;
import java.util.Optional;

/** Reads how the values of a file, or of single fields, are to be read: the same words in {@code input:} and under a field. */
final class DialectReader {
    private DialectReader() {}

    /** What the section says otherwise; faults are told. */
    static Dialect read(Section section, Dialect otherwise) {
        Dialect dialect = otherwise;
        for (String key : Dialect.KEYS) {
            Dialect before = dialect;
            Optional<Text> text = section.text(key);
            dialect = InputReader.parsed(text, value -> before.with(key, value)).orElse(before);
        }
        return dialect;
    }

    /** {@code TX-TEXT: cp273}, or {@code TX-RATE: { float: ieee, spaces: zero }}. */
    static void readFields(Section section, Dialect otherwise, Fields fields) {
        for (Section.Entry entry : section.entries()) {
            Dialect dialect = entry.item().isText()
                    ? InputReader.parsed(entry.item().text(), name -> otherwise.with("encoding", name))
                            .orElse(otherwise)
                    : entry.item()
                            .section()
                            .map(each -> read(each.only(Keys.FIELD), otherwise))
                            .orElse(otherwise);
            try {
                Tokens tokens = new Tokens(entry.name().value());
                Token name = tokens.reference();
                tokens.end();
                fields.read(name, dialect);
            } catch (Misuse misuse) {
                entry.name().fault(misuse);
            }
        }
    }
}

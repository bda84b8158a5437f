package io.banku.inspect;

import io.banku.copybook.Layout;
import io.banku.record.FramingForm;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;

/**
 * What a file probably is. Immutable.
 *
 * @param packing what the file is packed in, or empty
 * @param best the candidates of equal worth that explain it best; empty where none does
 * @param all the candidates that were found, also those that explain less
 * @param lengthFields numbers that walk the file to its end, where none of the best candidates does
 * @param types of the records of the first of the best candidates
 */
public record Report(
        Path file,
        String packing,
        Content content,
        Encoding encoding,
        Optional<Damage> damage,
        List<Candidate> best,
        List<Candidate> all,
        List<LengthField> lengthFields,
        Optional<RecordTypes> types) {

    /**
     * The same, and the code page by the texts of a copybook's fields instead of by all bytes.
     *
     * @throws IOException when the file cannot be read
     */
    public Report by(Way way) throws IOException {
        Encoding byTexts = way.layout() == null || encoding.family() != Encodings.Family.EBCDIC
                ? encoding
                : Encodings.byTexts(FieldTexts.of(content.bytes(), way), encoding);
        return new Report(file, packing, content, byTexts, damage, best, all, lengthFields, types);
    }

    /** How an inspection ended. */
    public enum Outcome {
        /** One hypothesis is better than all others. */
        ONE,
        /** Several are equally good, or none explains the file. */
        UNDECIDED,
        /** A transfer has spoiled the file. */
        SPOILED,
        /** It is packed in what is not read here. */
        PACKED
    }

    /** Nothing is known but what the file is packed in. */
    static Report packed(Path file, Packing packing) throws IOException {
        Content none = Content.of(() -> InputStream.nullInputStream());
        return new Report(
                file,
                packing.told(),
                none,
                Encodings.of(none.census()),
                Optional.empty(),
                List.of(),
                List.of(),
                List.of(),
                Optional.empty());
    }

    public Outcome outcome() {
        if (packing.startsWith(PACKED)) {
            return Outcome.PACKED;
        }
        if (damage.isPresent()) {
            return Outcome.SPOILED;
        }
        return best.size() + lengthFields.size() == 1 ? Outcome.ONE : Outcome.UNDECIDED;
    }

    /** For programs: one JSON object. */
    public String json() {
        return ReportJson.of(this);
    }

    /** For a person. */
    public String text() {
        return ReportText.of(this);
    }

    /** As {@code framing:} has it; empty where none explains the file. */
    public Optional<String> framing() {
        return best.stream().map(each -> each.form().toString()).findFirst();
    }

    /** The same, also by a length in the record, for which a copybook has a name. */
    public Optional<String> framing(Layout layout) {
        return framing()
                .or(() -> lengthFields.stream()
                        .flatMap(each -> each.framing(layout).stream())
                        .findFirst());
    }

    /** As {@code encoding:} has it: the likeliest. */
    public String encodingName() {
        return encoding.names().isEmpty() ? "cp037" : encoding.names().get(0);
    }

    /** What the file is, for a person, without what comes of it. */
    public String summary() {
        return ReportText.summary(this);
    }

    /** Those that explain less than the best. */
    List<Candidate> others() {
        List<FramingForm> told = best.stream().map(Candidate::form).toList();
        return all.stream().filter(each -> !told.contains(each.form())).toList();
    }

    String name() {
        return file.getFileName().toString();
    }

    /** Why there is no best candidate, with the code of that. */
    String nothing() {
        Census census = content.census();
        if (census.size() == 0) {
            return NOTHING + "expected bytes, found an empty file";
        }
        if (census.distinct() == 1) {
            return NOTHING + "every byte" + sample() + " is X'"
                    + HexFormat.of().withUpperCase().toHexDigits(census.head()[0])
                    + "', which says nothing about records";
        }
        if (census.distinct() < Inspection.FEWEST_KINDS) {
            return NOTHING + "there are only two different bytes" + sample() + ", which says nothing about records";
        }
        if (damage.isPresent()) {
            return NOTHING + "where records were cannot be told any more";
        }
        List<String> nearest = new ArrayList<>();
        all.forEach(each -> nearest.add(each.form() + " (" + each.told() + ")"));
        return NOTHING + "no hypothesis explains this file" + sample()
                + (nearest.isEmpty() ? ", nor the beginning of it" : "; nearest were " + Told.either(nearest))
                + ". If its records are of several lengths, the transfer may have dropped their descriptor words: ask for"
                + " them (FTP: quote site rdw)";
    }

    private String sample() {
        return content.isSample() ? " " + Told.sample(content) : "";
    }

    private static final String NOTHING = "BNK-3031 ";
    private static final String PACKED = "BNK-3032 ";
}

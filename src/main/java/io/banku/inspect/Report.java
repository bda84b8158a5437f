package io.banku.inspect;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;

/**
 * What a file probably is. Immutable.
 *
 * @param best the candidates of equal worth that explain it best; empty where none does
 * @param all the candidates that were found, also those that explain less
 */
public record Report(
        Path file,
        Content content,
        Encoding encoding,
        Optional<Damage> damage,
        List<Candidate> best,
        List<Candidate> all) {

    /** How an inspection ended. */
    public enum Outcome {
        /** One hypothesis is better than all others. */
        ONE,
        /** Several are equally good, or none explains the file. */
        UNDECIDED,
        /** A transfer has spoiled the file. */
        SPOILED
    }

    public Outcome outcome() {
        if (damage.isPresent()) {
            return Outcome.SPOILED;
        }
        return best.size() == 1 ? Outcome.ONE : Outcome.UNDECIDED;
    }

    /** For a person. */
    public String text() {
        return ReportText.of(this);
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
            return NOTHING + "every byte is X'" + HexFormat.of().withUpperCase().toHexDigits(census.head()[0])
                    + "', which says nothing about records";
        }
        if (census.distinct() < Inspection.FEWEST_KINDS) {
            return NOTHING + "there are only two different bytes, which says nothing about records";
        }
        if (damage.isPresent()) {
            return NOTHING + "where records were cannot be told any more";
        }
        List<String> nearest = new ArrayList<>();
        all.forEach(each -> nearest.add(each.form() + " (" + each.told() + ")"));
        return NOTHING + "no hypothesis explains this file"
                + (nearest.isEmpty() ? ", nor the beginning of it" : "; nearest were " + Told.either(nearest))
                + ". If its records are of several lengths, the transfer may have dropped their descriptor words: ask for"
                + " them (FTP: quote site rdw)";
    }

    private static final String NOTHING = "BNK-3031 ";
}

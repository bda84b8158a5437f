package io.banku.inspect;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** What is this file? Every hypothesis is held against it; memory does not grow with it. */
public final class Inspection {
    static final int FEWEST_KINDS = 3;

    private Inspection() {}

    /** @throws IOException when the file cannot be read */
    public static Report of(Path file) throws IOException {
        return of(file, Long.MAX_VALUE, Watch.NONE);
    }

    /**
     * @param most bytes that are looked at, from the first one on; of a longer file nothing is certain then
     * @throws IOException when the file cannot be read
     */
    public static Report of(Path file, long most, Watch watch) throws IOException {
        Packing packing = Packing.of(file, watch);
        if (packing.content().isEmpty()) {
            return Report.packed(file, packing);
        }
        long length = packing.told().isEmpty() ? Files.size(file) : Content.UNKNOWN;
        Content content = Content.of(Beginning.of(packing.content().get(), most), length);
        Encoding encoding = Encodings.of(content.census());
        Optional<Damage> damage =
                content.census().distinct() < FEWEST_KINDS ? Optional.empty() : TransferSearch.of(content);
        boolean isLost = damage.isPresent() && damage.get().before() == null;
        Content read = damage.map(Damage::before).orElse(content);
        List<Candidate> found = isLost || content.census().distinct() < FEWEST_KINDS ? List.of() : candidates(read);
        List<Candidate> best = told(Ranking.best(found), content);
        List<LengthField> fields = isLost || content.isSample() || best.stream().anyMatch(Ranking::isStronger)
                ? List.of()
                : LengthFieldSearch.of(read);
        if (!fields.isEmpty()) {
            best = List.of();
        }
        Optional<RecordTypes> types =
                best.isEmpty() ? Optional.empty() : Optional.ofNullable(RecordTypes.of(read, best.get(0)));
        return new Report(file, packing.told(), content, encoding, damage, best, told(found, content), fields, types);
    }

    private static List<Candidate> told(List<Candidate> found, Content content) {
        return content.isSample() ? found.stream().map(Candidate::ofSample).toList() : found;
    }

    private static List<Candidate> candidates(Content read) throws IOException {
        List<Candidate> found = new ArrayList<>(DescribedSearch.of(read));
        found.addAll(LineSearch.of(read));
        if (found.stream().noneMatch(each -> each.grade() == Grade.CERTAIN)) {
            found.addAll(FixedSearch.of(read));
        }
        Set<Long> cut = new HashSet<>();
        found.removeIf(each -> each.isWhole() && !cut.add(each.walk().boundaries()));
        return found;
    }
}

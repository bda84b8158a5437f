package io.banku.inspect;

import java.io.IOException;
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
        Packing packing = Packing.of(file);
        if (packing.content().isEmpty()) {
            return Report.packed(file, packing);
        }
        Content content = Content.of(packing.content().get());
        Encoding encoding = Encodings.of(content.census());
        Optional<Damage> damage =
                content.census().distinct() < FEWEST_KINDS ? Optional.empty() : TransferSearch.of(content);
        boolean isLost = damage.isPresent() && damage.get().before() == null;
        Content read = damage.map(Damage::before).orElse(content);
        List<Candidate> found = isLost || content.census().distinct() < FEWEST_KINDS ? List.of() : candidates(read);
        List<Candidate> best = Ranking.best(found);
        Optional<RecordTypes> types =
                best.isEmpty() ? Optional.empty() : Optional.ofNullable(RecordTypes.of(read, best.get(0)));
        return new Report(file, packing.told(), content, encoding, damage, best, found, types);
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

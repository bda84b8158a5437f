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
        Content content = Content.of(Bytes.of(file));
        Encoding encoding = Encodings.of(content.census());
        if (content.census().distinct() < FEWEST_KINDS) {
            return new Report(file, content, encoding, Optional.empty(), List.of(), List.of());
        }
        Optional<Damage> damage = TransferSearch.of(content);
        if (damage.isPresent() && damage.get().before() == null) {
            return new Report(file, content, encoding, damage, List.of(), List.of());
        }
        Content read = damage.map(Damage::before).orElse(content);
        List<Candidate> found = new ArrayList<>(DescribedSearch.of(read));
        found.addAll(LineSearch.of(read));
        if (found.stream().noneMatch(each -> each.grade() == Grade.CERTAIN)) {
            found.addAll(FixedSearch.of(read));
        }
        Set<Long> cut = new HashSet<>();
        found.removeIf(each -> each.isWhole() && !cut.add(each.walk().boundaries()));
        return new Report(file, content, encoding, damage, Ranking.best(found), found);
    }
}

package io.banku.batch;

import io.banku.feed.BatchInput;
import io.banku.feed.FileName;
import io.banku.feed.Repeats;
import java.io.IOException;
import java.util.Map;

/** What both passes over a batch's file know beforehand: its name, its turn, and which of its records repeat others. One thread. */
final class PassInput {
    private final Batch batch;
    private final StagedFolder folder;
    private final FeedLedger known;
    private final UniqueKeys keys;
    private final References references;

    PassInput(Batch batch, StagedFolder folder, FeedLedger known, Directories directories, References references) {
        this.references = references;
        this.batch = batch;
        this.folder = folder;
        this.known = known;
        this.keys = new UniqueKeys(batch.feed(), directories, known, references);
    }

    /** Before pass 1, where the feed says what makes its records unique. */
    void findRepeats() throws IOException {
        if (isUnique()) {
            keys.find(batch, folder);
        }
    }

    /** Null where the feed does not say it. */
    RepeatsFile openRepeats() throws IOException {
        return isUnique() ? keys.open(batch, folder) : null;
    }

    BatchInput with(RepeatsFile repeats) throws IOException {
        FileName name = folder.definition().files().match(batch.file()).orElseThrow();
        return new BatchInput(
                name,
                known.sequence().without(batch),
                repeats == null ? Repeats.NONE : repeats,
                Corrected.in(known.corrections(batch)),
                references.in(batch.references()));
    }

    /**
     * With other records in their places than its last check had.
     *
     * @param versions in which records are looked up that are not looked up in the batch's own
     */
    BatchInput with(Map<Long, byte[]> corrections, Map<Long, Map<String, String>> versions) throws IOException {
        BatchInput asChecked = with((RepeatsFile) null);
        return new BatchInput(
                asChecked.file(),
                asChecked.previous(),
                asChecked.repeats(),
                Corrected.in(corrections),
                references.in(batch.references(), versions));
    }

    private boolean isUnique() {
        return folder.definition().uniqueDays().isPresent();
    }
}

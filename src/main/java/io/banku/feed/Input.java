package io.banku.feed;

import io.banku.feed.expression.Fields;
import io.banku.record.CodePage;
import io.banku.record.Framing;
import java.nio.file.Path;
import java.time.ZoneId;

/** The {@code input:} of a feed: which files, how they are cut into records, and by which copybook they are read. */
record Input(
        FilePattern files,
        Readiness ready,
        Path copybook,
        CodePage codePage,
        Fields fields,
        Framing framing,
        ZoneId zone,
        boolean emptyAllowed) {}

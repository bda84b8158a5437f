package io.banku.feed;

import io.banku.copybook.Fault;
import io.banku.feed.expression.Fields;
import io.banku.record.CodePage;
import io.banku.record.Framing;
import java.nio.file.Path;
import java.time.ZoneId;
import java.util.List;

/**
 * The {@code input:} of a feed: which files, how they are cut into records, and by which copybook they are read.
 *
 * @param copybooks the copybook, and the members that it copies
 * @param notes what is legal in them, and worth knowing
 */
record Input(
        FilePattern files,
        Readiness ready,
        List<Path> copybooks,
        List<Fault> notes,
        CodePage codePage,
        Fields fields,
        Framing framing,
        ZoneId zone,
        boolean emptyAllowed) {}

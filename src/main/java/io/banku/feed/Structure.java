package io.banku.feed;

import io.banku.feed.StructuralFault.Kind;
import io.banku.record.Frame;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Watches that one header comes first and one trailer last, where the feed has them. One thread. */
final class Structure {
    /** A file of headers only must not fill the memory with faults: the first ones say it all. */
    private static final int MOST_FAULTS = 20;

    private final boolean hasHeader;
    private final boolean hasTrailer;
    private final List<StructuralFault> faults = new ArrayList<>();
    private long records;
    private long header;
    private Frame trailer;
    private boolean afterTrailerTold;

    Structure(List<Rule> rules) {
        hasHeader = rules.stream().anyMatch(rule -> rule.role() == Role.HEADER);
        hasTrailer = rules.stream().anyMatch(rule -> rule.role() == Role.TRAILER);
    }

    void see(Frame record, Role role) {
        records++;
        if (role == Role.HEADER) {
            seeHeader(record.number);
        }
        if (role == Role.TRAILER && trailer != null) {
            fault(
                    Kind.TRAILER_TWICE,
                    record.number,
                    "expected one trailer, found another after record " + trailer.number);
        } else if (trailer != null && !afterTrailerTold) {
            afterTrailerTold = true;
            fault(
                    Kind.TRAILER_NOT_LAST,
                    record.number,
                    "expected nothing after the trailer, record " + trailer.number + ", found another record");
        } else if (role == Role.TRAILER) {
            trailer = copy(record);
        }
    }

    private void seeHeader(long number) {
        if (header != 0) {
            fault(Kind.HEADER_TWICE, number, "expected one header, found another after record " + header);
        } else if (records != 1) {
            fault(Kind.HEADER_NOT_FIRST, number, "expected the header as record 1, found it as record " + number);
        }
        header = header == 0 ? number : header;
    }

    /** The first one, or null. */
    Frame trailer() {
        return trailer;
    }

    /** After the last record. */
    List<StructuralFault> faults() {
        List<StructuralFault> all = new ArrayList<>(faults);
        if (records == 0) {
            all.add(new StructuralFault(
                    Kind.NO_RECORDS,
                    0,
                    "expected records, found an empty file ('empty: allowed' under 'input' permits it)"));
            return all;
        }
        if (hasHeader && header == 0) {
            all.add(new StructuralFault(
                    Kind.HEADER_MISSING, 0, "expected a header as record 1, found none in " + records + " records"));
        }
        if (hasTrailer && trailer == null) {
            all.add(new StructuralFault(
                    Kind.TRAILER_MISSING,
                    records,
                    "expected a trailer as the last record, found none in " + records
                            + " records: is the file complete?"));
        }
        return all;
    }

    private void fault(Kind kind, long record, String message) {
        if (faults.size() < MOST_FAULTS) {
            faults.add(new StructuralFault(kind, record, message));
        }
    }

    /** The source's buffer is overwritten; header and trailer are needed to the end. */
    static Frame copy(Frame record) {
        Frame copy = new Frame();
        copy.bytes = Arrays.copyOfRange(record.bytes, record.start, record.start + record.length);
        copy.length = record.length;
        copy.number = record.number;
        copy.fileOffset = record.fileOffset;
        return copy;
    }
}

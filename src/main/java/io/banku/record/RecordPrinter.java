package io.banku.record;

import com.fasterxml.jackson.core.JsonGenerator;
import io.banku.copybook.DataItem;
import io.banku.copybook.Layout;
import io.banku.record.PrintedItem.PrintedGroup;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * A record → one JSON object: groups nested, OCCURS as arrays, numbers exact, text without trailing blanks. FILLER is
 * left out; what stands in a group without a name is printed in its place. Of several roots each is an alternative under
 * its own name; of a single group its items are the object. Immutable, shared by threads.
 */
public final class RecordPrinter {
    private final PrintedGroup record;
    private final RecordEnd end;

    private RecordPrinter(PrintedGroup record, RecordEnd end) {
        this.record = record;
        this.end = end;
    }

    public static RecordPrinter of(Layout layout, CodePage codePage) {
        return of(layout, Dialect.of(codePage));
    }

    public static RecordPrinter of(Layout layout, Dialect dialect) {
        return of(layout, dialect, Map.of());
    }

    /** @param own by what single items are read, where not as the others */
    public static RecordPrinter of(Layout layout, Dialect dialect, Map<DataItem, Dialect> own) {
        ReaderCompiler readers = new ReaderCompiler(layout, dialect, own);
        Fits.Numbers numbers = new Fits.Numbers();
        RecordEnd end = readers.end(Set.of(), numbers);
        return new RecordPrinter(new PrintCompiler(readers, numbers).record(layout), end);
    }

    /** The fields of the objects, each once: a record has values for those of the descriptions that fit it. */
    public List<FlatColumn> columns() {
        return FlatColumn.of(record);
    }

    /**
     * Writes the record as one object, or nothing when it does not decode. Items that begin behind the record's end are
     * left out: a variable record is as long as its type needs.
     *
     * @return how many alternatives (of REDEFINES, or of several roots) do not decode and are null therefore
     * @throws FieldException when a field that is no part of an alternative does not decode, or the record goes on behind the
     *     end of its own layout
     */
    public int print(Frame frame, JsonGenerator out) throws FieldException, IOException {
        return print(frame, out, new Oddities());
    }

    /** As {@link #print(Frame, JsonGenerator)}; what is odd in what it writes is counted. */
    public int print(Frame frame, JsonGenerator out, Oddities oddities) throws FieldException, IOException {
        Printing printing = new Printing(frame);
        record.writeValue(printing);
        end.check(frame, printing.fits());
        end.look(frame, printing.fits(), oddities);
        return printing.writeTo(out, oddities);
    }
}

package io.banku.record;

import io.banku.copybook.DataItem;
import io.banku.copybook.Depending;
import io.banku.copybook.Elementary;
import io.banku.copybook.Extent;
import io.banku.copybook.Group;
import io.banku.copybook.Layout;
import io.banku.copybook.Picture.Category;
import io.banku.copybook.Usage;
import io.banku.record.CountedPlace.Counter;
import io.banku.record.Dialect.Tables;
import io.banku.record.Occurrence.Bound;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** Items → readers: the one place where a usage becomes code. Immutable. */
final class ReaderCompiler {
    private final Layout layout;
    private final Dialect dialect;
    private final Map<DataItem, Dialect> own;

    ReaderCompiler(Layout layout, Dialect dialect, Map<DataItem, Dialect> own) {
        this.layout = layout;
        this.dialect = dialect;
        this.own = own;
    }

    /** How the values of an item are to be read. */
    Dialect dialectOf(DataItem item) {
        return own.getOrDefault(item, dialect);
    }

    ItemReader reader(Occurrence occurrence) {
        return reader(occurrence, dialectOf(occurrence.item()));
    }

    ItemReader reader(Occurrence occurrence, Dialect with) {
        Place place = place(occurrence);
        if (Varchar.isOne(occurrence.item(), with)) {
            return Varchar.of(occurrence, place, with, this);
        }
        if (!(occurrence.item() instanceof Elementary field)) {
            return new TextReader(
                    occurrence.item(), place, with, with.codePage().characters());
        }
        return made(ReaderCompiler::reader, field, place, with);
    }

    /** How a reader of a field is made. */
    interface Maker {
        ItemReader reader(Elementary field, Place place, Dialect dialect);
    }

    /** A filler that is a legal number of this field is that number, whatever fillers mean. */
    static ItemReader made(Maker maker, Elementary field, Place place, Dialect with) {
        ItemReader strict = maker.reader(field, Place.first(place.name()), with.with(Fillers.REJECTED));
        return strict instanceof NumericReader number
                ? maker.reader(field, place, with.with(with.fillers().refusedBy(number)))
                : maker.reader(field, place, with);
    }

    private static ItemReader reader(Elementary field, Place place, Dialect with) {
        return switch (field.picture().category()) {
            case NUMERIC -> number(field, place, with);
            case NUMERIC_EDITED, EXTERNAL_FLOAT -> shown(field, place, with);
            case ALPHABETIC, ALPHANUMERIC, ALPHANUMERIC_EDITED, DBCS, NATIONAL, NATIONAL_EDITED, UTF_8 ->
                new TextReader(field, place, with, characters(field, place, with));
            case NONE ->
                field.usage().isFloat() ? new FloatReader(field, place, with) : new AddressReader(field, place, with);
        };
    }

    private static ItemReader number(Elementary field, Place place, Dialect with) {
        return switch (field.usage()) {
            case DISPLAY -> new ZonedReader(field, place, with);
            case PACKED_DECIMAL -> new PackedReader(field, place, with);
            case BINARY, NATIVE_BINARY -> new BinaryReader(field, place, with);
            case NATIONAL -> NationalNumberReader.of(field, place, with, ZonedReader::new);
            default ->
                throw new IllegalArgumentException(
                        "expected a usage of digits for " + place.name() + ", found " + field.description());
        };
    }

    private static ItemReader shown(Elementary field, Place place, Dialect with) {
        boolean isFloat = field.picture().category() == Category.EXTERNAL_FLOAT;
        Maker maker = isFloat ? ExternalFloatReader::new : EditedReader::new;
        return field.usage() == Usage.NATIONAL
                ? NationalNumberReader.of(field, place, with, maker)
                : maker.reader(field, place, with);
    }

    static Characters characters(Elementary field, Place place, Dialect with) {
        return switch (field.usage()) {
            case NATIONAL -> Utf16Bytes.NATIONAL;
            case UTF_8 -> Utf8Bytes.of(field);
            case DISPLAY_1 -> {
                if (with.codePage().twofold() == null) {
                    throw new IllegalArgumentException("expected an encoding with double-byte characters (cp"
                            + String.join(", cp", CodePages.MIXED) + ") for " + place.name() + ", which is "
                            + field.description() + "; found " + with.codePage());
                }
                yield with.codePage().twofold();
            }
            default -> with.codePage().characters();
        };
    }

    /** Whether it is shown as its parts; a group that is a text of Db2 is a value. */
    boolean hasParts(DataItem item) {
        return item instanceof Group && !Varchar.isOne(item, dialectOf(item));
    }

    Place place(Occurrence occurrence) {
        boolean isMoving = dialect.tables() != Tables.MAXIMUM;
        Extent start =
                isMoving ? occurrence.start() : Extent.of(occurrence.start().largest());
        Extent size = isMoving
                ? occurrence.item().size()
                : Extent.of(occurrence.item().length());
        Map<Integer, Depending> needed = new TreeMap<>();
        start.tables().forEach(table -> needed.put(table.index(), table));
        size.tables().forEach(table -> needed.put(table.index(), table));
        occurrence.bounds().stream().map(Bound::table).forEach(table -> needed.put(table.index(), table));
        int largest = occurrence.start().largest();
        if (needed.isEmpty()) {
            return new Place(occurrence.name(), largest, null);
        }
        return new Place(
                occurrence.name(),
                largest,
                new CountedPlace(
                        occurrence.name(), start, size, occurrence.bounds(), counters(needed.values()), tables()));
    }

    /** So many bytes of a record. */
    CountedPlace counted(String name, Extent size) {
        List<Depending> needed = size.tables().stream()
                .sorted(Comparator.comparingInt(Depending::index))
                .toList();
        return new CountedPlace(name, Extent.of(0), size, List.of(), counters(needed), tables());
    }

    int tables() {
        return layout.tables().size();
    }

    private List<Counter> counters(Collection<Depending> tables) {
        return tables.stream().map(this::counter).toList();
    }

    /** By what it is read from: see {@link RecordDecoder#end}. */
    RecordEnd end(Set<DataItem> named, Fits.Numbers numbers) {
        Tables tables = dialect.tables() == Tables.MAXIMUM ? Tables.MAXIMUM : Tables.COMPACT;
        ReachCompiler counted = new ReachCompiler(this, named, tables, numbers);
        Reach least = counted.record(layout.roots());
        Reach most = dialect.tables() == tables
                ? least
                : new ReachCompiler(this, named, dialect.tables(), numbers).record(layout.roots());
        DataItem longest = counted.roots(layout.roots()).stream()
                .max(Comparator.comparingInt(DataItem::totalLength))
                .orElseThrow();
        return new RecordEnd(reader(Occurrence.of(longest)), dialect, most, least);
    }

    private Counter counter(Depending table) {
        // it counts whatever its fillers may stand for elsewhere
        Dialect strict = dialectOf(table.count()).with(Fillers.REJECTED);
        return new Counter(table, (NumericReader) reader(Occurrence.of(table.count()), strict));
    }
}

package io.banku.record;

import io.banku.copybook.Elementary;
import io.banku.copybook.Group;
import io.banku.copybook.Picture.Category;
import io.banku.copybook.Usage;

/** Items → writers: the way back of {@link ReaderCompiler}, which also knows where they lie. Immutable. */
final class WriterCompiler {
    private final ReaderCompiler readers;

    WriterCompiler(ReaderCompiler readers) {
        this.readers = readers;
    }

    FieldWriter writer(Occurrence occurrence) {
        Dialect dialect = readers.dialectOf(occurrence.item());
        ItemReader reader = readers.reader(occurrence);
        if (reader instanceof AddressReader) {
            throw new IllegalArgumentException(
                    "expected an item with a value, found " + occurrence.name() + ", which is an address");
        }
        if (reader instanceof Varchar varchar) {
            Group group = (Group) occurrence.item();
            TextWriter text = text((Elementary) group.items().get(1), dialect);
            return FieldWriter.of(
                    varchar, text, number((Elementary) group.items().get(0), dialect));
        }
        if (occurrence.item() instanceof Elementary field) {
            return reader.isNumeric()
                    ? new FieldWriter(reader, null, number(field, dialect))
                    : new FieldWriter(reader, text(field, dialect), null);
        }
        CodePage page = dialect.codePage();
        return new FieldWriter(reader, new TextWriter(page.characters(), page.name(), false), null);
    }

    private static TextWriter text(Elementary field, Dialect dialect) {
        Characters characters = ReaderCompiler.characters(field, Place.first(field.name()), dialect);
        String encoding = switch (field.usage()) {
            case NATIONAL -> "UTF-16";
            case UTF_8 -> "UTF-8 that PIC " + field.picture() + " holds";
            default -> dialect.codePage().name();
        };
        return new TextWriter(characters, encoding, field.justified());
    }

    private static NumberWriter number(Elementary field, Dialect dialect) {
        if (field.usage() == Usage.NATIONAL) {
            Elementary single = NationalNumberReader.single(field);
            return new NationalNumberWriter(field, number(single, dialect.with("encoding", "us-ascii")));
        }
        if (field.picture().category() == Category.NUMERIC_EDITED) {
            return new EditedWriter(field, dialect.codePage());
        }
        if (field.picture().category() == Category.EXTERNAL_FLOAT) {
            return new ExternalFloatWriter(field, dialect.codePage());
        }
        return switch (field.usage()) {
            case DISPLAY -> new ZonedWriter(field, dialect.codePage());
            case PACKED_DECIMAL -> new PackedWriter(field);
            case BINARY, NATIVE_BINARY -> new BinaryWriter(field, dialect);
            case FLOAT_SHORT, FLOAT_LONG -> new FloatWriter(field, dialect);
            default ->
                throw new IllegalArgumentException(
                        "expected a usage of digits for " + field.name() + ", found " + field.description());
        };
    }
}

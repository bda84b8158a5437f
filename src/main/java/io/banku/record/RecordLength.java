package io.banku.record;

import java.util.Arrays;
import java.util.List;

/** How long a record is, told by its beginning. Immutable. */
interface RecordLength {
    /** Bytes of a record's beginning that it looks at. */
    int needed();

    /** What it looks at: {@code length field REC-LEN}. */
    String told();

    /** @throws FieldException when what it looks at tells no length */
    long of(Frame beginning) throws FieldException;

    /**
     * A field that holds it.
     *
     * @param more bytes that the field does not count
     */
    record InField(FieldReader field, int more) implements RecordLength {
        @Override
        public int needed() {
            return field.offset() + field.item().length();
        }

        @Override
        public String told() {
            return "length field " + field.name();
        }

        @Override
        public long of(Frame beginning) throws FieldException {
            long found = field.unscaled(beginning);
            return found > Integer.MAX_VALUE ? found : found + more;
        }
    }

    /** A length for each type. */
    record ByType(FieldReader field, List<Type> types) implements RecordLength {
        /** @param bytes of the field, blanks included */
        record Type(String name, byte[] bytes, int length) {}

        @Override
        public int needed() {
            return field.offset() + field.item().length();
        }

        @Override
        public String told() {
            return "type field " + field.name();
        }

        @Override
        public long of(Frame beginning) throws FieldException {
            int from = beginning.start + field.offset();
            int to = from + field.item().length();
            for (int i = 0; i < types.size(); i++) {
                byte[] wanted = types.get(i).bytes();
                if (Arrays.equals(beginning.bytes, from, to, wanted, 0, wanted.length)) {
                    return types.get(i).length();
                }
            }
            String known = String.join(", ", types.stream().map(Type::name).toList());
            throw new FieldException(
                    DataFault.BAD_LENGTH.code(),
                    field,
                    field.offset(),
                    Hex.of(beginning.bytes, from, to),
                    "expected a type with a length: " + known);
        }
    }
}

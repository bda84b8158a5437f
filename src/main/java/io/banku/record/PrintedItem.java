package io.banku.record;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.util.List;

/** An item of a layout as a property of a JSON object. Immutable. */
sealed interface PrintedItem {
    /** Whether the record reaches so far: a variable record may end before items that its type does not need. */
    boolean isPresent(Frame frame);

    /** Decodes everything that is there and has to decode. */
    void check(Frame frame) throws FieldException;

    /** The property: name and value. */
    void write(Printing printing) throws FieldException, IOException;

    /** The property without its value. */
    void writeNull(Printing printing) throws IOException;

    /** What has a name, and a value that can also stand in an array. */
    sealed interface Named extends PrintedItem {
        String key();

        void writeValue(Printing printing) throws FieldException, IOException;

        @Override
        default void write(Printing printing) throws FieldException, IOException {
            printing.out().writeFieldName(key());
            writeValue(printing);
        }

        @Override
        default void writeNull(Printing printing) throws IOException {
            printing.out().writeNullField(key());
        }
    }

    record PrintedField(String key, FieldReader reader) implements Named {
        @Override
        public boolean isPresent(Frame frame) {
            return reader.offset() < frame.length;
        }

        @Override
        public void check(Frame frame) throws FieldException {
            if (reader.isNumeric()) {
                reader.decimal(frame);
            } else {
                reader.text(frame);
            }
        }

        @Override
        public void writeValue(Printing printing) throws FieldException, IOException {
            JsonGenerator out = printing.out();
            if (reader.isNumeric()) {
                out.writeNumber(reader.decimal(printing.frame()).toPlainString());
            } else {
                out.writeString(withoutTrailingBlanks(reader.text(printing.frame())));
            }
        }

        private static String withoutTrailingBlanks(String text) {
            int end = text.length();
            while (end > 0 && text.charAt(end - 1) == ' ') {
                end--;
            }
            return text.substring(0, end);
        }
    }

    record PrintedGroup(String key, List<PrintedItem> items) implements Named {
        @Override
        public boolean isPresent(Frame frame) {
            return items.stream().anyMatch(item -> item.isPresent(frame));
        }

        @Override
        public void check(Frame frame) throws FieldException {
            for (PrintedItem item : items) {
                if (item.isPresent(frame)) {
                    item.check(frame);
                }
            }
        }

        @Override
        public void writeValue(Printing printing) throws FieldException, IOException {
            printing.out().writeStartObject();
            for (PrintedItem item : items) {
                if (item.isPresent(printing.frame())) {
                    item.write(printing);
                }
            }
            printing.out().writeEndObject();
        }
    }

    record PrintedTable(String key, List<Named> occurrences) implements Named {
        @Override
        public boolean isPresent(Frame frame) {
            return occurrences.stream().anyMatch(item -> item.isPresent(frame));
        }

        @Override
        public void check(Frame frame) throws FieldException {
            for (PrintedItem occurrence : occurrences) {
                if (occurrence.isPresent(frame)) {
                    occurrence.check(frame);
                }
            }
        }

        @Override
        public void writeValue(Printing printing) throws FieldException, IOException {
            printing.out().writeStartArray();
            for (Named occurrence : occurrences) {
                if (occurrence.isPresent(printing.frame())) {
                    occurrence.writeValue(printing);
                }
            }
            printing.out().writeEndArray();
        }
    }

    /** A group without a name: its items stand in its place. */
    record PrintedUnnamed(List<PrintedItem> items) implements PrintedItem {
        @Override
        public boolean isPresent(Frame frame) {
            return items.stream().anyMatch(item -> item.isPresent(frame));
        }

        @Override
        public void check(Frame frame) throws FieldException {
            for (PrintedItem item : items) {
                if (item.isPresent(frame)) {
                    item.check(frame);
                }
            }
        }

        @Override
        public void write(Printing printing) throws FieldException, IOException {
            for (PrintedItem item : items) {
                if (item.isPresent(printing.frame())) {
                    item.write(printing);
                }
            }
        }

        @Override
        public void writeNull(Printing printing) throws IOException {
            for (PrintedItem item : items) {
                item.writeNull(printing);
            }
        }
    }

    /** One of several descriptions of the same bytes: it may be the wrong one, and is null then. */
    record PrintedAlternative(PrintedItem item) implements PrintedItem {
        @Override
        public boolean isPresent(Frame frame) {
            return item.isPresent(frame);
        }

        @Override
        public void check(Frame frame) {
            // whether it decodes is decided when it is written
        }

        @Override
        public void write(Printing printing) throws FieldException, IOException {
            if (decodes(printing.frame())) {
                item.write(printing);
            } else {
                printing.countUndecoded();
                item.writeNull(printing);
            }
        }

        @Override
        public void writeNull(Printing printing) throws IOException {
            item.writeNull(printing);
        }

        private boolean decodes(Frame frame) {
            try {
                item.check(frame);
                return true;
            } catch (FieldException otherAlternative) {
                return false;
            }
        }
    }
}

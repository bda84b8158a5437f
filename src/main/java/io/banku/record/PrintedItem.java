package io.banku.record;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.math.BigDecimal;
import java.util.List;

/** An item of a layout as a property of a JSON object. Immutable. */
sealed interface PrintedItem {
    /** Whether the record reaches so far: a variable record may end before items that its type does not need. */
    boolean isPresent(Frame frame) throws FieldException;

    /** Decodes everything that is there and has to decode. */
    void check(Frame frame) throws FieldException;

    /** The property: name and value. */
    void write(Printing printing) throws FieldException, IOException;

    /** The property without its value. */
    void writeNull(Printing printing) throws IOException;

    private static boolean isAnyPresent(List<? extends PrintedItem> items, Frame frame) throws FieldException {
        for (PrintedItem item : items) {
            if (item.isPresent(frame)) {
                return true;
            }
        }
        return false;
    }

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
        public boolean isPresent(Frame frame) throws FieldException {
            return reader.isPresent(frame);
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
            printing.oddities().look(reader, printing.frame());
            if (reader.isNumeric()) {
                BigDecimal number = reader.decimal(printing.frame());
                if (number == null) {
                    out.writeNull();
                } else {
                    out.writeNumber(number.toPlainString());
                }
            } else {
                String text = reader.text(printing.frame());
                out.writeString(reader instanceof Varchar ? text : withoutTrailingBlanks(text));
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
        public boolean isPresent(Frame frame) throws FieldException {
            return isAnyPresent(items, frame);
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
        public boolean isPresent(Frame frame) throws FieldException {
            return isAnyPresent(occurrences, frame);
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
        public boolean isPresent(Frame frame) throws FieldException {
            return isAnyPresent(items, frame);
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
    record PrintedAlternative(PrintedItem item, PrintedItem cutOff) implements PrintedItem {
        /** Another alternative may have counted its tables elsewhere: then this one is written, as null. */
        @Override
        public boolean isPresent(Frame frame) {
            try {
                return item.isPresent(frame);
            } catch (FieldException otherAlternative) {
                return true;
            }
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

        boolean decodes(Frame frame) {
            try {
                item.check(frame);
                return true;
            } catch (FieldException otherAlternative) {
                return false;
            }
        }
    }

    /**
     * All descriptions of the same bytes. One of them has to decode: else what the record has there would be lost without a
     * word. If none does, a text that the record's end cuts off is what is there of it.
     *
     * @param mayBeNone whether one of them has no name: any bytes are right for it, and nobody sees them
     */
    record PrintedChoice(List<PrintedAlternative> alternatives, boolean mayBeNone) implements PrintedItem {
        @Override
        public boolean isPresent(Frame frame) throws FieldException {
            return isAnyPresent(alternatives, frame);
        }

        @Override
        public void check(Frame frame) throws FieldException {
            if (mayBeNone || decodesAny(frame)) {
                return;
            }
            for (PrintedAlternative each : alternatives) {
                if (each.cutOff() != null && each.cutOff().isPresent(frame)) {
                    each.cutOff().check(frame);
                    return;
                }
            }
            for (PrintedAlternative each : alternatives) {
                if (each.item().isPresent(frame)) {
                    each.item().check(frame);
                }
            }
        }

        private boolean decodesAny(Frame frame) {
            for (PrintedAlternative each : alternatives) {
                if (each.isPresent(frame) && each.decodes(frame)) {
                    return true;
                }
            }
            return false;
        }

        @Override
        public void write(Printing printing) throws FieldException, IOException {
            Frame frame = printing.frame();
            for (PrintedAlternative each : alternatives) {
                if (!each.isPresent(frame)) {
                    continue;
                }
                if (each.decodes(frame)) {
                    each.item().write(printing);
                } else if (each.cutOff() != null && !mayBeNone && !decodesAny(frame)) {
                    each.cutOff().write(printing);
                } else {
                    printing.countUndecoded();
                    each.writeNull(printing);
                }
            }
        }

        @Override
        public void writeNull(Printing printing) throws IOException {
            for (PrintedAlternative each : alternatives) {
                each.writeNull(printing);
            }
        }
    }
}

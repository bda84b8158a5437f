package io.banku.record;

import java.util.List;

/** An item of a layout as a property of a JSON object. Immutable. */
sealed interface PrintedItem {
    /** Whether the record reaches so far: a variable record may end before items that its type does not need. */
    boolean isPresent(Frame frame) throws FieldException;

    /** Whether everything that is there and has to decode does: for who needs none of the values. */
    void check(Frame frame) throws FieldException;

    /** Notes the property: name and value. */
    void write(Printing printing) throws FieldException;

    /** Notes the property without its value. */
    void writeNull(Printing printing);

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

        void writeValue(Printing printing) throws FieldException;

        @Override
        default void write(Printing printing) throws FieldException {
            printing.name(key());
            writeValue(printing);
        }

        @Override
        default void writeNull(Printing printing) {
            printing.name(key());
            printing.nothing();
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
        public void writeValue(Printing printing) throws FieldException {
            if (reader.isNumeric()) {
                printing.number(reader, reader.decimal(printing.frame()));
                return;
            }
            String text = reader.text(printing.frame());
            printing.text(reader, reader instanceof Varchar ? text : withoutTrailingBlanks(text));
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
        public void writeValue(Printing printing) throws FieldException {
            printing.startObject();
            for (PrintedItem item : items) {
                if (item.isPresent(printing.frame())) {
                    item.write(printing);
                }
            }
            printing.endObject();
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
        public void writeValue(Printing printing) throws FieldException {
            printing.startArray();
            for (Named occurrence : occurrences) {
                if (occurrence.isPresent(printing.frame())) {
                    occurrence.writeValue(printing);
                }
            }
            printing.endArray();
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
        public void write(Printing printing) throws FieldException {
            for (PrintedItem item : items) {
                if (item.isPresent(printing.frame())) {
                    item.write(printing);
                }
            }
        }

        @Override
        public void writeNull(Printing printing) {
            for (PrintedItem item : items) {
                item.writeNull(printing);
            }
        }
    }

    /**
     * One of several descriptions of the same bytes: it may be the wrong one, and is null then.
     *
     * @param cutOff the item where the record ends in it; null where it is no text
     * @param number in {@link Fits}
     */
    record PrintedAlternative(PrintedItem item, PrintedItem cutOff, int number) {
        /** Another alternative may have counted its tables elsewhere: then this one is written, as null. */
        boolean isPresent(Frame frame) {
            try {
                return item.isPresent(frame);
            } catch (FieldException otherAlternative) {
                return true;
            }
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
        public boolean isPresent(Frame frame) {
            for (PrintedAlternative each : alternatives) {
                if (each.isPresent(frame)) {
                    return true;
                }
            }
            return false;
        }

        @Override
        public void check(Frame frame) throws FieldException {
            if (!mayBeNone && !decodesAny(frame)) {
                write(new Printing(frame));
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
        public void write(Printing printing) throws FieldException {
            int before = printing.mark();
            FieldException why = null;
            boolean isAnyDecoded = mayBeNone;
            for (PrintedAlternative each : alternatives) {
                if (each.isPresent(printing.frame())) {
                    FieldException fault = writeOrNull(each, printing);
                    isAnyDecoded |= fault == null;
                    why = why == null ? fault : why;
                }
            }
            if (!isAnyDecoded && why != null) {
                printing.backTo(before);
                writeCutOff(printing, why);
            }
        }

        /** @return why it is null; null when it is not */
        private static FieldException writeOrNull(PrintedAlternative alternative, Printing printing) {
            int before = printing.mark();
            try {
                alternative.item().write(printing);
                printing.fits().note(alternative.number(), true);
                return null;
            } catch (FieldException otherAlternative) {
                printing.fits().note(alternative.number(), false);
                printing.backTo(before);
                writeUndecoded(alternative, printing);
                return otherAlternative;
            }
        }

        private static void writeUndecoded(PrintedAlternative alternative, Printing printing) {
            printing.undecoded();
            alternative.item().writeNull(printing);
        }

        private void writeCutOff(Printing printing, FieldException why) throws FieldException {
            boolean isAny = false;
            for (PrintedAlternative each : alternatives) {
                if (each.cutOff() != null && each.cutOff().isPresent(printing.frame())) {
                    each.cutOff().write(printing);
                    isAny = true;
                } else if (each.isPresent(printing.frame())) {
                    writeUndecoded(each, printing);
                }
            }
            if (!isAny) {
                throw why;
            }
        }

        @Override
        public void writeNull(Printing printing) {
            for (PrintedAlternative each : alternatives) {
                each.item().writeNull(printing);
            }
        }
    }
}

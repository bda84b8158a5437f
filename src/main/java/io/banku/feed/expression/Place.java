package io.banku.feed.expression;

import io.banku.record.FieldException;
import io.banku.record.FieldReader;
import io.banku.record.Frame;

/** In which record a field is read. Immutable. */
interface Place {
    /** The record itself. */
    Place RECORD = new Place() {
        @Override
        public <T> T read(FieldReader field, boolean isPrivate, Scope scope, Reading<T> reading) throws FieldException {
            return reading.of(field, scope.record());
        }
    };

    /** The file's header. */
    Place HEADER = new Place() {
        @Override
        public <T> T read(FieldReader field, boolean isPrivate, Scope scope, Reading<T> reading)
                throws MappingException {
            Frame header = scope.header();
            if (header == null) {
                throw new MappingException(
                        MappingFault.NO_HEADER,
                        null,
                        "expected a header record before this one, for header." + field.name() + ", found none");
            }
            return elsewhere(MappingFault.NO_HEADER, "header." + field.name(), field, isPrivate, header, reading);
        }
    };

    /**
     * The last record before this one that carries the field.
     *
     * @param carriers their numbers
     */
    record Carried(int[] carriers) implements Place {
        @Override
        public <T> T read(FieldReader field, boolean isPrivate, Scope scope, Reading<T> reading)
                throws MappingException {
            Frame parent = scope.parents().last(carriers, field);
            return elsewhere(MappingFault.NO_PARENT, field.name(), field, isPrivate, parent, reading);
        }
    }

    interface Reading<T> {
        T of(FieldReader field, Frame frame) throws FieldException;
    }

    <T> T read(FieldReader field, boolean isPrivate, Scope scope, Reading<T> reading)
            throws FieldException, MappingException;

    /** What is wrong with another record is no fault of this one's own bytes: it must not look like one. */
    private static <T> T elsewhere(
            MappingFault fault, String name, FieldReader field, boolean isPrivate, Frame frame, Reading<T> reading)
            throws MappingException {
        try {
            return reading.of(field, frame);
        } catch (FieldException illegal) {
            throw new MappingException(
                    fault,
                    null,
                    name + " of record " + frame.number + " cannot be read"
                            + (isPrivate ? " (private, not shown)" : ": " + illegal.getMessage()));
        }
    }
}

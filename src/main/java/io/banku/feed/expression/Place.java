package io.banku.feed.expression;

import io.banku.record.FieldException;
import io.banku.record.FieldReader;
import io.banku.record.Frame;

/** In which record a field is read. */
enum Place {
    RECORD {
        @Override
        <T> T read(FieldReader field, boolean isPrivate, Scope scope, Reading<T> reading) throws FieldException {
            return reading.of(field, scope.record());
        }
    },
    HEADER {
        /** What is wrong with the header is no fault of the record's own bytes: it must not look like one. */
        @Override
        <T> T read(FieldReader field, boolean isPrivate, Scope scope, Reading<T> reading) throws MappingException {
            Frame header = scope.header();
            if (header == null) {
                throw new MappingException(
                        MappingFault.NO_HEADER,
                        null,
                        "expected a header record before this one, for header." + field.name() + ", found none");
            }
            try {
                return reading.of(field, header);
            } catch (FieldException illegal) {
                throw new MappingException(
                        MappingFault.NO_HEADER,
                        null,
                        "header." + field.name() + " of record " + header.number + " cannot be read"
                                + (isPrivate ? " (private, not shown)" : ": " + illegal.getMessage()));
            }
        }
    };

    interface Reading<T> {
        T of(FieldReader field, Frame frame) throws FieldException;
    }

    abstract <T> T read(FieldReader field, boolean isPrivate, Scope scope, Reading<T> reading)
            throws FieldException, MappingException;
}

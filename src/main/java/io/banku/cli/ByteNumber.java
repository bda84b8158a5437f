package io.banku.cli;

import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** The number of a byte as messages write it: {@code 42} or {@code 0x2A}. */
final class ByteNumber implements ITypeConverter<Long> {
    @Override
    public Long convert(String text) {
        try {
            return Long.decode(text.matches("0[0-9]+") ? text.replaceFirst("^0+(?=.)", "") : text);
        } catch (NumberFormatException none) {
            throw new TypeConversionException("expected a number such as 42 or 0x2A, found '" + text + "'");
        }
    }
}

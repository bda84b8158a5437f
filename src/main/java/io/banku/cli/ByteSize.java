package io.banku.cli;

import io.banku.record.Shown;
import java.math.BigInteger;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** A number of bytes as people write it: {@code 65536}, {@code 100MB} (of 1,000,000), {@code 64KiB} (of 1,024). */
final class ByteSize implements ITypeConverter<Long> {
    private static final Pattern SIZE = Pattern.compile("([1-9][0-9]{0,18})([kKMG]B|[KMG]iB|B)?");
    private static final Map<String, Long> UNITS = Map.of(
            "B",
            1L,
            "kB",
            1_000L,
            "KB",
            1_000L,
            "MB",
            1_000_000L,
            "GB",
            1_000_000_000L,
            "KiB",
            1L << 10,
            "MiB",
            1L << 20,
            "GiB",
            1L << 30);

    @Override
    public Long convert(String text) {
        Matcher size = SIZE.matcher(text);
        if (!size.matches()) {
            throw none(text);
        }
        BigInteger unit = BigInteger.valueOf(UNITS.get(size.group(2) == null ? "B" : size.group(2)));
        BigInteger bytes = unit.multiply(new BigInteger(size.group(1)));
        if (bytes.bitLength() >= Long.SIZE) {
            throw none(text);
        }
        return bytes.longValue();
    }

    private static TypeConversionException none(String text) {
        return new TypeConversionException(
                "expected a number of bytes from 1, such as 65536, 64KiB, 100MB or 1GB, found " + Shown.of(text));
    }
}

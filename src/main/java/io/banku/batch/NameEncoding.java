package io.banku.batch;

import java.nio.charset.Charset;
import java.nio.charset.IllegalCharsetNameException;
import java.nio.charset.StandardCharsets;
import java.nio.charset.UnsupportedCharsetException;
import java.util.Optional;

/** How Java reads the names of files: by the locale of the process, and by nothing that it could be told later. */
public final class NameEncoding {
    private NameEncoding() {}

    public static String ofThisProcess() {
        return System.getProperty("sun.jnu.encoding", StandardCharsets.UTF_8.name());
    }

    /** Why files cannot be taken in with names in this encoding, where they cannot. */
    public static Optional<String> fault(String encoding) {
        return isAscii(encoding)
                ? Optional.of(
                        "BNK-4050 expected a locale in which names of files can be read, found one of ASCII alone ("
                                + encoding
                                + "): a file with another name would not be taken. Set LC_ALL to one of UTF-8,"
                                + " C.UTF-8 or en_US.UTF-8 for example, that is installed (locale -a)")
                : Optional.empty();
    }

    private static boolean isAscii(String encoding) {
        try {
            return Charset.forName(encoding).equals(StandardCharsets.US_ASCII);
        } catch (IllegalCharsetNameException | UnsupportedCharsetException unknown) {
            return true; // Java then reads them as ASCII
        }
    }
}

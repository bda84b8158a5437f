package io.banku.record;

/** What a file may be packed in, known by its first bytes. */
public enum Container {
    /** The records as they are. */
    NONE("", "", ""),
    /** RFC 1952; read as it is. */
    GZIP("1F8B08", "gzip", "gzip within gzip: unpack it once"),
    ZIP("504B0304", "a zip archive", "unpack it, or ask for gzip, which is read as it is"),
    EMPTY_ZIP("504B0506", "a zip archive without files", "ask for the file again"),
    COMPRESS("1F9D", "a file packed by compress (.Z)", "unpack it with uncompress, or ask for gzip"),
    BZIP2("425A68", "a bzip2 file", "unpack it, or ask for gzip, which is read as it is"),
    XZ("FD377A585A00", "an xz file", "unpack it, or ask for gzip, which is read as it is"),
    ZSTD("28B52FFD", "a Zstandard file", "unpack it, or ask for gzip, which is read as it is"),
    SEVEN_ZIP("377ABCAF271C", "a 7z archive", "unpack it, or ask for gzip, which is read as it is"),
    /** The control record of TSO TRANSMIT: a length, X'E0', then INMR01 in EBCDIC. */
    XMIT("..E0C9D5D4D9F0F1", "a file of TSO TRANSMIT (XMIT)", "RECEIVE it on the mainframe and send what comes of it"),
    /** IEBCOPY's first control record, COPYR1, behind the words of block and record (project xmi, docs/iebcopy.rst). */
    IEBCOPY(
            "..................CA6D0F",
            "an unload of IEBCOPY",
            "load it on the mainframe and send the member that is wanted"),
    /** A chain of block headers, see {@link #isTape}. */
    AWS_TAPE("", "a tape in AWS format", "copy the file off the tape on the mainframe and send that"),
    /** Told by its header as a whole, see {@link #isTerse}. */
    TERSE("", "a file of AMATERSE (TRSMAIN)", "UNPACK it on the mainframe, or here with tersedecompress");

    private static final int TERSE_HEADER = 12;
    private static final int TAPE_HEADER = 6;
    private static final int WHOLE_BLOCK = 0xA0;

    private final String magic;
    private final String told;
    private final String advice;

    Container(String magic, String told, String advice) {
        this.magic = magic;
        this.told = told;
        this.advice = advice;
    }

    /** @param count how many bytes of the file's beginning there are */
    public static Container of(byte[] bytes, int count) {
        for (Container container : values()) {
            if (!container.magic.isEmpty() && container.begins(bytes, count)) {
                return container;
            }
        }
        return isTerse(bytes, count) ? TERSE : isTape(bytes, count) ? AWS_TAPE : NONE;
    }

    /** {@code a zip archive}. */
    public String told() {
        return told;
    }

    /** What to do with it, or to ask for. */
    public String advice() {
        return advice;
    }

    private boolean begins(byte[] bytes, int count) {
        boolean begins = count >= magic.length() / 2;
        for (int i = 0; begins && i < magic.length() / 2; i++) {
            String wanted = magic.substring(2 * i, 2 * i + 2);
            begins = wanted.equals("..") || (bytes[i] & 0xFF) == Integer.parseInt(wanted, 16);
        }
        return begins;
    }

    /**
     * Twelve bytes: 02 or 05 for the method, 00 or 01 for fixed or variable, the record length, two flags, the block
     * size, and the record length once more in four bytes. Both lengths must agree: a binary file may begin like the
     * rest.
     */
    private static boolean isTerse(byte[] bytes, int count) {
        if (count < TERSE_HEADER || bytes[0] != 2 && bytes[0] != 5 || bytes[1] < 0 || bytes[1] > 1) {
            return false;
        }
        int length = (bytes[2] & 0xFF) << 8 | bytes[3] & 0xFF;
        int again = (bytes[10] & 0xFF) << 8 | bytes[11] & 0xFF;
        return length > 0 && length == again && bytes[8] == 0 && bytes[9] == 0;
    }

    /**
     * Six bytes before each block: its length and that of the block before, both with the low byte first, and two of flags, X'A0'
     * where the block is whole (Hercules, awstape.c). The second block has to tell the length of the first.
     */
    private static boolean isTape(byte[] bytes, int count) {
        if (count < TAPE_HEADER) {
            return false;
        }
        int length = (bytes[1] & 0xFF) << 8 | bytes[0] & 0xFF;
        int next = TAPE_HEADER + length;
        boolean begins =
                length > 0 && bytes[2] == 0 && bytes[3] == 0 && (bytes[4] & 0xFF) == WHOLE_BLOCK && bytes[5] == 0;
        return begins
                && next + TAPE_HEADER <= count
                && bytes[next + 2] == bytes[0]
                && bytes[next + 3] == bytes[1]
                && bytes[next + 5] == 0;
    }

    /** @param begins the file's first bytes in hex */
    String refusal(String begins) {
        return this == GZIP
                ? "expected records within gzip, found " + advice
                : "expected records, found " + told + ", which begins " + begins + ": " + advice;
    }
}

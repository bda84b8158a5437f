package io.banku.camel.copybook;

import io.banku.copybook.Copybook;
import io.banku.copybook.CopybookEncoding;
import io.banku.copybook.Layout;
import io.banku.record.CodePage;
import io.banku.record.Dialect;
import io.banku.record.Frame;
import io.banku.record.FramedOutput;
import io.banku.record.Framing;
import io.banku.record.FramingException;
import io.banku.record.RecordDecoder;
import io.banku.record.RecordEncoder;
import io.banku.record.RecordPrinter;
import io.banku.record.RecordSource;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import org.apache.camel.CamelContext;
import org.apache.camel.CamelContextAware;
import org.apache.camel.Exchange;
import org.apache.camel.spi.DataFormat;
import org.apache.camel.spi.DataFormatName;
import org.apache.camel.support.ResourceHelper;
import org.apache.camel.support.service.ServiceSupport;

/**
 * Bytes of mainframe records ⇄ a list with a map for each, or a JSON array; a record that was not changed comes back byte by
 * byte. All of a message's records or an error: a
 * record that does not decode fails the message, and the error says which field of it, with its bytes. Set up before it is
 * started; threads share it from then on.
 */
public final class CopybookDataFormat extends ServiceSupport implements DataFormat, DataFormatName, CamelContextAware {
    private CamelContext camelContext;
    private String copybook;
    private String encoding = "cp037";
    private String framing = "fixed";
    private Map<String, String> dialect = Map.of();
    private Form form = Form.MAPS;

    private ExactRecords exact;
    private Framing cut;
    private FramedOutput framed;

    /** What records become. */
    public enum Form {
        /** A list with a map for each record; numbers are BigDecimals. */
        MAPS,
        /** The text of a JSON array with an object for each record. */
        JSON
    }

    @Override
    public String getDataFormatName() {
        return "copybook";
    }

    /** Where the copybook is: {@code file:DAILYTXN.cpy}, {@code classpath:DAILYTXN.cpy}. Required. */
    public void setCopybook(String copybook) {
        this.copybook = copybook;
    }

    /** Of text and DISPLAY numbers; {@code cp037} if not set. */
    public void setEncoding(String encoding) {
        this.encoding = encoding;
    }

    /** How the records are told apart, as a feed says it: {@code {rdw: {endian: little}}}; {@code fixed} if not set. */
    public void setFraming(String framing) {
        this.framing = framing;
    }

    /** How values are read and written otherwise, by the words of a feed: {@code endian}, {@code float}, … */
    public void setDialect(Map<String, String> dialect) {
        this.dialect = Map.copyOf(dialect);
    }

    /** {@code MAPS} if not set. */
    public void setForm(Form form) {
        this.form = form;
    }

    @Override
    public void setCamelContext(CamelContext camelContext) {
        this.camelContext = camelContext;
    }

    @Override
    public CamelContext getCamelContext() {
        return camelContext;
    }

    @Override
    protected void doStart() throws IOException {
        if (copybook == null) {
            throw new IllegalArgumentException("expected the data format's option 'copybook', found none");
        }
        Layout layout = Copybook.parse(copybook, text());
        Dialect words = Dialect.of(CodePage.of(encoding));
        for (Map.Entry<String, String> word : dialect.entrySet()) {
            words = words.with(word.getKey(), word.getValue());
        }
        cut = Framing.of(framing, layout, words);
        framed = FramedOutput.of(framing, layout, words);
        exact = new ExactRecords(
                RecordPrinter.of(layout, words),
                RecordDecoder.of(layout, words, Map.of()),
                RecordEncoder.of(layout, words, Map.of()),
                framed.isOfOneLength());
    }

    private String text() throws IOException {
        try (InputStream in = ResourceHelper.resolveMandatoryResourceAsInputStream(camelContext, copybook)) {
            return CopybookEncoding.UTF_8.decode(copybook, in.readAllBytes());
        }
    }

    @Override
    public Object unmarshal(Exchange exchange, InputStream stream) throws IOException {
        ByteArrayOutputStream array = new ByteArrayOutputStream();
        try (RecordSource source = cut.open(stream)) {
            array.write('[');
            Frame frame = new Frame();
            while (source.next(frame)) {
                if (array.size() > 1) {
                    array.write(',');
                }
                array.writeBytes(object(frame));
            }
            array.write(']');
        } catch (FramingException notRecords) {
            throw new RecordsException(
                    notRecords.code() + " at byte " + notRecords.fileOffset() + " of the bytes: "
                            + notRecords.getMessage(),
                    notRecords);
        }
        return form == Form.JSON ? array.toString(StandardCharsets.UTF_8) : RecordMaps.of(array.toByteArray());
    }

    private byte[] object(Frame record) throws IOException {
        byte[] object = exact.json(record);
        if (framed.lineEnd().isEmpty()) {
            return object;
        }
        int behind = record.start + record.length;
        byte[] end = Arrays.copyOfRange(record.bytes, behind, behind + record.lineEnd);
        return Arrays.equals(end, framed.lineEnd().get()) ? object : ExactRecords.with(object, ExactRecords.END, end);
    }

    @Override
    public void marshal(Exchange exchange, Object body, OutputStream to) throws IOException {
        Iterator<Map<?, ?>> records = records(body).iterator();
        while (records.hasNext()) {
            Map<?, ?> record = records.next();
            byte[] bytes = exact.bytes(record);
            Object end = record.get(ExactRecords.END);
            boolean isUsual = end == null || end.toString().isEmpty() && records.hasNext();
            if (isUsual) {
                framed.write(bytes, to);
            } else {
                framed.write(bytes, ExactRecords.hex(ExactRecords.END, end), to);
            }
        }
    }

    /** A map for each record: a list of them, a single one, or JSON. */
    private static List<Map<?, ?>> records(Object body) throws IOException {
        Object given = body instanceof String json
                ? RecordMaps.parsed(json.getBytes(StandardCharsets.UTF_8))
                : body instanceof byte[] json ? RecordMaps.parsed(json) : body;
        List<Map<?, ?>> records = new ArrayList<>();
        for (Object record : given instanceof Iterable<?> list ? list : List.of(given)) {
            if (!(record instanceof Map<?, ?> map)) {
                throw new RecordsException(
                        "expected a map for each record, found a "
                                + record.getClass().getName(),
                        null);
            }
            records.add(map);
        }
        return records;
    }
}

package example;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import org.apache.kafka.streams.processor.api.ContextualFixedKeyProcessor;
import org.apache.kafka.streams.processor.api.FixedKeyRecord;

/** One event: its type is a header, everything else is its JSON value. */
record Fact(String type, JsonNode value) {

    /** What the mainframe said names its batch; all else came over HTTP. */
    boolean isOfTheMainframe() {
        return value.has("batch");
    }

    /** Null where it is not said. */
    String text(String property) {
        return value.path(property).textValue();
    }

    static final class Reader extends ContextualFixedKeyProcessor<String, byte[], Fact> {
        private static final ObjectMapper JSON = new ObjectMapper();

        @Override
        public void process(FixedKeyRecord<String, byte[]> event) {
            byte[] type = event.headers().lastHeader("ce_type").value();
            try {
                Fact fact = new Fact(new String(type, StandardCharsets.UTF_8), JSON.readTree(event.value()));
                context().forward(event.withValue(fact));
            } catch (IOException noJson) {
                throw new UncheckedIOException(noJson);
            }
        }
    }
}

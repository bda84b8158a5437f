package io.banku.camel;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.apache.camel.CamelContext;
import org.apache.camel.Exchange;
import org.apache.camel.builder.AdviceWith;
import org.apache.camel.component.kafka.DefaultKafkaClientFactory;
import org.apache.camel.impl.DefaultCamelContext;
import org.apache.camel.model.ModelCamelContext;
import org.apache.camel.support.PluginHelper;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The routes of {@code failures} and {@code events-to-accounts} as they are, with a projection that fails. */
class FailuresRouteTest {
    private final DefaultCamelContext camel = new DefaultCamelContext();
    private final List<String> told = new ArrayList<>();
    private final List<String> applied = new ArrayList<>();

    @BeforeEach
    void startTheRoutes() throws Exception {
        camel.getPropertiesComponent().addInitialProperty("banku.projection.consumers", "1");
        camel.getRegistry().bind("eventChunks", new DefaultKafkaClientFactory());
        camel.getRegistry().bind("failureLog", new Told());
        camel.getRegistry().bind("accountProjection", new FailingProjection());
        camel.getRegistry().bind("problems", new Problems());
        load(camel, "failures");
        load(camel, "events-to-accounts");
        AdviceWith.adviceWith(
                (ModelCamelContext) camel, "events-to-accounts", advice -> advice.replaceFromWith("direct:chunk"));
        camel.start();
    }

    private static void load(CamelContext camel, String file) throws Exception {
        Path routes = Path.of("routes", file + ".camel.yaml").toAbsolutePath();
        PluginHelper.getRoutesLoader(camel)
                .loadRoutes(PluginHelper.getResourceLoader(camel).resolveResource("file:" + routes));
    }

    @AfterEach
    void stopCamel() {
        camel.stop();
    }

    @Test
    void aChunkThatCannotBeAppliedIsToldOnceAndNotTriedAgainByCamel() {
        Exchange sent = camel.createProducerTemplate()
                .send("direct:chunk", exchange -> exchange.getMessage().setBody("banku.events-3[7..9)"));

        assertThat(applied).containsExactly("banku.events-3[7..9)");
        assertThat(told).containsExactly("events-to-accounts: the view is away");
        assertThat(sent.getException()).isNull();
    }

    /** Stands where {@link AccountProjection} stands in the program. */
    public final class FailingProjection {
        public void apply(String chunk) {
            applied.add(chunk);
            throw new IllegalStateException("the view is away");
        }
    }

    /** Stands where {@link FailureLog} stands in the program. */
    public final class Told {
        public void tell(Exchange exchange) {
            Exception failure = exchange.getProperty(Exchange.EXCEPTION_CAUGHT, Exception.class);
            told.add(exchange.getFromRouteId() + ": " + failure.getMessage());
        }
    }
}

package io.banku.camel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.banku.log.AppendFailedException;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import org.apache.camel.impl.DefaultCamelContext;
import org.apache.camel.support.PluginHelper;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The route {@code a-batch-becomes-events} as it is in {@code routes/}, with steps that only tell that they were taken. */
class BatchRouteTest {
    private final DefaultCamelContext camel = new DefaultCamelContext();
    private final ToldSteps steps = new ToldSteps();
    private final CamelBatchRoute route = new CamelBatchRoute(() -> camel);

    @BeforeEach
    void startThatRouteAlone() throws Exception {
        camel.getRegistry().bind("batchSteps", steps);
        Path routes = Path.of("routes/files-to-events.camel.yaml").toAbsolutePath();
        PluginHelper.getRoutesLoader(camel)
                .loadRoutes(PluginHelper.getResourceLoader(camel).resolveResource("file:" + routes));
        camel.removeRouteDefinitions(camel.getRouteDefinitions().stream()
                .filter(loaded -> !loaded.getRouteId().equals("a-batch-becomes-events"))
                .toList());
        camel.start();
    }

    @AfterEach
    void stopCamel() {
        camel.stop();
    }

    @Test
    void theStepsAreTakenInOrderAndEveryChunkIsPublished() throws Exception {
        route.send(null);

        assertThat(steps.taken)
                .containsExactly("stage", "check", "chunks", "publish a", "publish b", "publish c", "settle");
    }

    @ParameterizedTest
    @ValueSource(strings = {"stage", "check", "chunks", "publish b", "settle"})
    void whatAStepThrowsComesBackAsItWasThrownAndEndsTheWay(String step) {
        for (Exception thrown : List.of(
                new IOException("disk"),
                new AppendFailedException("log", new IllegalStateException()),
                new IllegalStateException("unexpected"))) {
            steps.failAt(step, thrown);

            assertThatThrownBy(() -> route.send(null)).isSameAs(thrown);

            assertThat(steps.taken.get(steps.taken.size() - 1)).isEqualTo(step);
        }
    }

    /** Stands where {@link BatchSteps} stands in the program. */
    public static final class ToldSteps {
        private final List<String> taken = new ArrayList<>();
        private String failing;
        private Exception failure;

        void failAt(String step, Exception thrown) {
            taken.clear();
            failing = step;
            failure = thrown;
        }

        public void stage() throws Exception {
            take("stage");
        }

        public void check() throws Exception {
            take("check");
        }

        public Iterator<String> chunks() throws Exception {
            take("chunks");
            return List.of("a", "b", "c").iterator();
        }

        public void publish(String chunk) throws Exception {
            take("publish " + chunk);
        }

        public void settle() throws Exception {
            take("settle");
        }

        private void take(String step) throws Exception {
            taken.add(step);
            if (step.equals(failing)) {
                throw failure;
            }
        }
    }
}

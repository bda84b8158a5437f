package io.banku.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.banku.embedded.EmbeddedServerException;
import io.banku.settings.Setting;
import io.banku.settings.Settings;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.IntFunction;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** On which ports demo and dev start their servers; the servers here only say on which they were started. */
class OwnPortsTest {
    @TempDir
    Path folder;

    @Test
    void theUsualPortIsTakenWhereItIsFree() {
        assertThat(ports(Map.of()).start(Setting.OWN_KAFKA_PORT, unless())).isEqualTo(9092);
        assertThat(ports(Map.of()).start(Setting.OWN_REDIS_PORT, unless())).isEqualTo(6379);
    }

    @Test
    void anyPortIsTakenWhereTheUsualOneIsNot() {
        assertThat(ports(Map.of()).start(Setting.OWN_KAFKA_PORT, unless(9092))).isZero();
    }

    @Test
    void theNextStartTakesThePortsOfTheLastOne() {
        ports(Map.of()).keep(41_001, 41_002);

        assertThat(ports(Map.of()).start(Setting.OWN_KAFKA_PORT, unless())).isEqualTo(41_001);
        assertThat(ports(Map.of()).start(Setting.OWN_REDIS_PORT, unless())).isEqualTo(41_002);
        assertThat(ports(Map.of()).start(Setting.OWN_REDIS_PORT, unless(41_002)))
                .isZero();
    }

    @Test
    void aPortThatIsSetIsTakenOrTheStartEnds() {
        ports(Map.of()).keep(41_001, 41_002);
        OwnPorts set = ports(Map.of("BANKU_OWN_KAFKA_PORT", "9092"));

        assertThat(set.start(Setting.OWN_KAFKA_PORT, unless())).isEqualTo(9092);
        assertThatThrownBy(() -> set.start(Setting.OWN_KAFKA_PORT, unless(9092)))
                .isInstanceOf(EmbeddedServerException.class);
    }

    @Test
    void theKeyOfAnAccountIsToldByKafkasOwnPartitioner() {
        Terminal key = Terminal.banku("account", "key", "0000004711");
        Terminal json = Terminal.banku("account", "key", "0000004711", "--json");

        assertThat(key.out().lines()).containsExactly("partition  6", "redis key  banku:{6}:account:0000004711");
        assertThat(json.out().strip())
                .isEqualTo(
                        "{\"account\":\"0000004711\",\"partition\":6,\"redisKey\":\"banku:{6}:account:0000004711\"}");
    }

    private OwnPorts ports(Map<String, String> environment) {
        Settings settings = Settings.read(
                List.of(), environment, OwnServers.dev(folder, folder).beforeTheyStart());
        return new OwnPorts(settings, folder);
    }

    private static IntFunction<Integer> unless(Integer... taken) {
        return port -> {
            if (Set.of(taken).contains(port)) {
                throw new EmbeddedServerException(port + " is taken");
            }
            return port;
        };
    }
}

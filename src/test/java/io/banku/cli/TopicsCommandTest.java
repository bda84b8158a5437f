package io.banku.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.banku.embedded.EmbeddedKafka;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TopicsCommandTest {
    @TempDir
    Path folder;

    private EmbeddedKafka kafka;

    @BeforeEach
    void startKafka() {
        kafka = EmbeddedKafka.start(folder.resolve("kafka"), 0);
    }

    @AfterEach
    void stopKafka() {
        kafka.close();
    }

    @Test
    void topicsArePlannedThenCreatedThenChecked() throws IOException {
        String config = config(3);

        Terminal missing = Terminal.banku("topics", "check", "--config", config);
        assertThat(missing.code()).isEqualTo(ExitCode.ENVIRONMENT.number());
        assertThat(missing.err()).contains("BNK-5001 topic banku.events", "topic banku.rejects", "banku topics init");

        Terminal planned = Terminal.banku("topics", "init", "--config", config);
        assertThat(planned.code()).isEqualTo(ExitCode.REFUSED.number());
        assertThat(planned.out())
                .containsPattern("banku\\.events +3 +1 +cleanup\\.policy=delete min\\.insync\\.replicas=1 retention")
                .containsPattern("banku\\.batches +3 +1 +cleanup\\.policy=compact");
        assertThat(planned.err()).contains("nothing was created", "--yes");
        assertThat(Terminal.banku("topics", "check", "--config", config).err()).contains("BNK-5001");

        Terminal created = Terminal.banku("topics", "init", "--yes", "--config", config);
        assertThat(created.code()).isEqualTo(ExitCode.CLEAN.number());
        assertThat(created.out()).contains("created banku.events", "created banku.commands");

        assertThat(Terminal.banku("topics", "check", "--config", config).code()).isEqualTo(ExitCode.CLEAN.number());
        Terminal again = Terminal.banku("topics", "init", "--config", config);
        assertThat(again.out()).contains("nothing to do");
        assertThat(again.code()).isEqualTo(ExitCode.CLEAN.number());

        Terminal other = Terminal.banku("topics", "check", "--config", config(4));
        assertThat(other.code()).isEqualTo(ExitCode.ENVIRONMENT.number());
        assertThat(other.err()).contains("BNK-5002 topic banku.events: expected 4 partitions", "found 3");
    }

    @Test
    void aLedgerIsNotMadeAnewBesideFilesThatWerePublishedByAnother() throws IOException {
        Path ledger = Files.createDirectories(folder.resolve("data").resolve("ledger"));
        Files.writeString(ledger.resolve("topic"), "AAAAAAAAAAAAAAAAAAAAAA\n");
        String config = config(3);

        Terminal init = Terminal.banku("topics", "init", "--yes", "--config", config);

        assertThat(init.code()).isEqualTo(ExitCode.REFUSED.number());
        assertThat(init.err())
                .contains("nothing was created: BNK-5023 topic banku.batches: expected the one with the id AAAAAAAAAA")
                .contains(", found none;");
        assertThat(Terminal.banku("topics", "check", "--config", config).err()).contains("BNK-5001 topic banku.events");
    }

    private String config(int partitions) throws IOException {
        return Files.writeString(folder.resolve("bank.properties"), """
                        banku.kafka.bootstrap-servers = %s
                        banku.partitions = %d
                        banku.replication-factor = 1
                        banku.min-insync-replicas = 1
                        banku.data = %s
                        """.formatted(
                                kafka.bootstrapServers(), partitions, folder.resolve("data")))
                .toString();
    }
}

package io.banku.command;

import static org.assertj.core.api.Assertions.assertThat;

import io.banku.account.Command.Withdraw;
import io.banku.account.Money;
import io.banku.log.RawRecord;
import java.time.Instant;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Records of a partition of banku.commands: those that are commands, and those that are stepped over. */
class CommandChunkTest {
    private static final Instant EIGHT = Instant.parse("2026-11-22T08:00:00Z");
    private static final Partitioning SIX = new Partitioning(6);
    private static final String ID = "0000004711";

    @Test
    void whatSaysWhichCommandItIsIsOneAndTheRestIsTold() {
        int home = SIX.of(ID);
        Map<String, String> headers = CommandRecords.headers(submission());
        byte[] value = CommandRecords.value(submission());

        CommandChunk read = CommandChunk.of(
                List.of(
                        new RawRecord(ID, value, headers, EIGHT, home, 7),
                        new RawRecord(ID, value, Map.of(), EIGHT, home, 8),
                        new RawRecord(ID, value, headers, EIGHT, home + 1, 9)),
                SIX);

        assertThat(read.commands()).extracting(QueuedCommand::offset).containsExactly(7L);
        assertThat(read.steppedOver())
                .containsExactly(
                        "BNK-5020 banku.commands, partition " + home
                                + ", offset 8: expected a command, found: no header ce_id",
                        "BNK-5020 banku.commands, partition " + (home + 1) + ", offset 9: expected account " + ID
                                + " in partition " + home + ", where its balance is");
    }

    private static Submission submission() {
        Money amount = Money.parse("1.00", Currency.getInstance("EUR"));
        return new Submission("c-1", new Withdraw(ID, amount, null, null), "teller-7", EIGHT);
    }
}

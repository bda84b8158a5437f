package io.banku.command;

import io.banku.log.PartitionChunk;
import io.banku.log.RawRecord;
import java.util.ArrayList;
import java.util.List;

/**
 * The commands of a chunk. What does not say which command it is, or is not one of this partition, can have no outcome,
 * and must not stop the others.
 *
 * @param steppedOver what was expected and found instead, for each record that is none
 */
record CommandChunk(List<QueuedCommand> commands, List<String> steppedOver) {

    static CommandChunk of(PartitionChunk chunk, Partitioning partitioning) {
        return of(chunk.raw(), partitioning);
    }

    static CommandChunk of(List<RawRecord> records, Partitioning partitioning) {
        List<QueuedCommand> commands = new ArrayList<>(records.size());
        List<String> steppedOver = new ArrayList<>(0);
        for (RawRecord record : records) {
            try {
                QueuedCommand command = CommandRecords.read(record);
                requireHome(record, partitioning.of(record.key()));
                commands.add(command);
            } catch (CommandFormatException none) {
                steppedOver.add(none.getMessage());
            }
        }
        return new CommandChunk(commands, steppedOver);
    }

    private static void requireHome(RawRecord record, int home) throws CommandFormatException {
        if (home != record.partition()) {
            throw new CommandFormatException(
                    "BNK-5020 banku.commands, partition " + record.partition() + ", offset " + record.offset()
                            + ": expected account " + record.key() + " in partition " + home + ", where its balance is",
                    null);
        }
    }
}

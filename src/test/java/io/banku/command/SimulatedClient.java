package io.banku.command;

import io.banku.account.Command;
import io.banku.account.Money;
import io.banku.view.Outcome;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** A client and the gateway that it talks to: one request, sent again until there is an answer, and at times after it. */
final class SimulatedClient implements SimulatedWorld.Actor {

    /** What a client can be told. */
    enum Reply {
        ACCEPTED,
        DECLINED,
        KEY_REUSED,
        QUEUED,
        UNKNOWN
    }

    private final SimulatedWorld world;
    private final String key;
    private final Command command;
    final String id;
    final List<Reply> replies = new ArrayList<>();

    private Instant tryAgainAt = Instant.MIN;
    private Instant sentAt;
    private int tries;

    SimulatedClient(SimulatedWorld world, String key) {
        this(world, key, world.anyCommand());
    }

    private SimulatedClient(SimulatedWorld world, String key, Command command) {
        this.world = world;
        this.key = key;
        this.command = command;
        this.id = CommandId.of("client", "POST", "/accounts/" + command.account(), "", key);
        this.tryAgainAt = world.instant().plusSeconds(world.random.nextInt(900));
    }

    /** Somebody whose request has the same id and says something else. */
    SimulatedClient sameKeyOtherAmount() {
        Command other = new Command.Withdraw(command.account(), new Money(7, SimulatedWorld.EUR), null, null);
        return new SimulatedClient(world, key, other);
    }

    String fingerprint() {
        return Fingerprint.of(command);
    }

    Command command() {
        return command;
    }

    @Override
    public void step() {
        if (sentAt != null) {
            lookForTheOutcome();
        } else if (tries < 5 && !world.instant().isBefore(tryAgainAt) && isWithinTheWindow()) {
            send();
        }
    }

    private boolean isWithinTheWindow() {
        Instant last = world.firstTry(id).plus(SimulatedWorld.KEPT).minus(QueuedCommand.LATEST_APPEND);
        return world.instant().isBefore(last);
    }

    private void send() {
        tries++;
        if (answered()) {
            return;
        }
        Submission submission = new Submission(id, command, "client", world.commands.stamp());
        int fault = world.random.nextInt(20);
        if (fault < 2) {
            world.commands.appendLater(submission);
            reply(Reply.UNKNOWN); // the gateway froze; its request is still on its way
        } else {
            world.commands.append(submission);
            if (fault < 5) {
                world.commands.appendLater(submission);
            }
            sentAt = world.instant();
        }
    }

    private void lookForTheOutcome() {
        if (!answered() && world.instant().isAfter(sentAt.plusSeconds(200))) {
            reply(Reply.QUEUED);
        }
    }

    private boolean answered() {
        Outcome outcome = world.slots
                .find(SimulatedWorld.PARTITIONING.of(command.account()), Set.of(id))
                .get(id);
        if (outcome == null) {
            return false;
        }
        reply(outcome);
        return true;
    }

    /** Before the view has it. */
    void isTold(Outcome outcome) {
        if (sentAt != null) {
            reply(outcome);
        }
    }

    private void reply(Outcome outcome) {
        if (!outcome.fingerprint().equals(fingerprint())) {
            reply(Reply.KEY_REUSED);
        } else {
            reply(outcome.isAccepted() ? Reply.ACCEPTED : Reply.DECLINED);
        }
    }

    private void reply(Reply reply) {
        replies.add(reply);
        sentAt = null;
        tryAgainAt = world.instant().plusSeconds(world.random.nextInt(400));
    }

    void hangUp() {
        sentAt = null;
    }
}

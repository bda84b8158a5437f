package io.banku.whole.storm;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.banku.whole.PublishedEvent;
import io.banku.whole.storm.NaiveRules.Sight;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/** The log against what clients were told. */
final class Verdict implements NaiveBank.Visitor {
    private final Testimony testimony;
    private final List<PublishedEvent> events;
    private final Map<String, PublishedEvent> openings;
    private final Map<String, PublishedEvent> decisions;
    /** The account after a command, as the answer has to tell it. */
    private final Map<String, String> afterwards = new HashMap<>();

    private final NaiveBank bank = new NaiveBank(this);

    private Verdict(Testimony testimony, List<PublishedEvent> events) {
        this.testimony = testimony;
        this.events = events;
        this.openings = byUnique(ofType("AccountOpened"), PublishedEvent::key);
        this.decisions = byUnique(
                events.stream()
                        .filter(event -> event.headers().containsKey("ce_commandoffset"))
                        .toList(),
                event -> event.headers().get("ce_commandid"));
    }

    /**
     * Asserts that the log has what clients were told, each decision once and right, and nothing else.
     *
     * @param commands the records of {@code banku.commands}
     * @return the accounts that the log makes, by their ids
     */
    static Map<String, NaiveAccount> on(
            Testimony testimony, List<PublishedEvent> events, List<PublishedEvent> commands) {
        Verdict verdict = new Verdict(testimony, events);
        assertThat(verdict.decisions.keySet())
                .as("one event for every command that somebody was told of, and for no other")
                .isEqualTo(testimony.commandIds());
        assertThat(commands.stream().map(command -> command.headers().get("ce_id")))
                .as("nothing was appended of which nobody was told, a mistaken request least of all")
                .isSubsetOf(testimony.commandIds());
        verdict.bank.read(events);
        verdict.everyAnswerIsAsTheLogHasIt();
        verdict.everyKeyStandsForOneCommandAndOneAnswer();
        verdict.whatIsSentIsReceivedOnce();
        verdict.theSumIsWhatCameInLessWhatWentOut();
        return verdict.bank.accounts();
    }

    /** Told before the event is applied: was the decision right on what its decider may have seen? */
    @Override
    public void decided(PublishedEvent event, NaiveBank before, long from, long to) {
        Wish wish = testimony.wish(event.headers().get("ce_commandid"));
        assertThat(wish).as("whose wish is %s", event).isNotNull();
        NaiveAccount account = before.account(event.key());
        List<Sight> own = account.balancesSeen(from, to).stream()
                .map(balance -> new Sight(balance, account.currency()))
                .toList();
        assertThat(NaiveRules.right(wish, own, targets(wish, event, before)))
                .as("what is right for %s, decided as %s", wish, event)
                .contains(event.value().path("reason").asText(NaiveRules.ACCEPTED));
    }

    /** In another partition it may have been opened a moment ago, unless that had been told to somebody before. */
    private List<Sight> targets(Wish wish, PublishedEvent event, NaiveBank before) {
        PublishedEvent opening = openings.get(wish.target());
        if (opening == null) {
            return List.of(Sight.NOTHING);
        }
        if (opening.partition() == event.partition()) {
            return List.of(new Sight(0, before.account(wish.target()).currency()));
        }
        Sight opened = new Sight(0, opening.value().get("currency").asText());
        return testimony.isOpenedBefore(wish.target(), wish) ? List.of(opened) : List.of(opened, Sight.NOTHING);
    }

    @Override
    public void applied(PublishedEvent event, NaiveAccount after) {
        assertThat(after.balance()).as("balance after %s", event).isNotNegative();
        assertThat(after.isOpened() || event.headers().get("ce_type").equals("CommandDeclined"))
                .as("opened before %s", event)
                .isTrue();
        if (event.headers().containsKey("ce_commandoffset")) {
            String position = event.partition() + ":" + (event.offset() + 1);
            afterwards.put(
                    event.headers().get("ce_commandid"),
                    position + " " + after.balance() + " " + after.currency() + " " + after.version());
        }
    }

    private void everyAnswerIsAsTheLogHasIt() {
        testimony.outcomes().forEach(heard -> {
            PublishedEvent event = decisions.get(heard.commandId());
            JsonNode body = heard.body();
            String type = event.headers().get("ce_type");
            if (heard.isAccepted()) {
                assertThat(type)
                        .as("what became of %s", heard)
                        .isEqualTo(heard.wish().type());
                assertThat(saidBy(event)).as("event of %s", heard).isEqualTo(wished(heard));
                String all = afterwards.get(heard.commandId());
                boolean saysTheAccount = body.has("balance");
                assertThat(saysTheAccount ? said(body) : body.get("position").asText())
                        .as("position, and balance and version if they are there, of %s", heard)
                        .isEqualTo(saysTheAccount ? all : all.substring(0, all.indexOf(' ')));
            } else {
                assertThat(type).as("what became of %s", heard).isEqualTo("CommandDeclined");
                assertThat(body.get("reason")).isEqualTo(event.value().get("reason"));
                assertThat(body.get("detail")).isEqualTo(event.value().get("detail"));
            }
        });
    }

    private static String said(JsonNode body) {
        JsonNode balance = body.get("balance");
        return body.get("position").asText() + " "
                + balance.get("amount").asText().replace(".", "").replaceFirst("^0+(?=.)", "") + " "
                + balance.get("currency").asText() + " "
                + body.get("version").asLong();
    }

    private void everyKeyStandsForOneCommandAndOneAnswer() {
        Map<Wish.Identity, Set<String>> ids = testimony.idsByIdentity();
        assertThat(ids).allSatisfy((identity, ofOne) -> assertThat(ofOne).hasSize(1));
        assertThat(testimony.finalAnswers())
                .allSatisfy((wish, ofOne) -> assertThat(ofOne).hasSize(1));
        testimony.all().filter(Heard::isKeyReused).map(Heard::wish).forEach(refused -> {
            String owner = ids.get(refused.identity()).iterator().next();
            assertThat(testimony.wish(owner)).isNotEqualTo(refused);
        });
        testimony
                .all()
                .forEach(heard -> assertThat(heard.status())
                        .as("answer to %s", heard)
                        .isIn(heard.wish().type() == null ? List.of(400) : List.of(200, 201, 202, 422, 503, 504)));
    }

    private static List<Object> wished(Heard heard) {
        Wish wish = heard.wish();
        String account = wish.account() == null ? heard.commandId() : wish.account();
        boolean isOpening = wish.type().equals("AccountOpened");
        return Arrays.asList(account, wish.currency(), isOpening ? wish.holder() : wish.minor(), wish.target());
    }

    private static List<Object> saidBy(PublishedEvent event) {
        JsonNode value = event.value();
        boolean isOpening = event.headers().get("ce_type").equals("AccountOpened");
        return Arrays.asList(
                event.key(),
                value.get("currency").asText(),
                isOpening ? value.get("holder").asText() : NaiveAccount.minor(event),
                value.path("counterparty").asText(null));
    }

    private void whatIsSentIsReceivedOnce() {
        Function<PublishedEvent, String> transfer = event -> event.headers().get("ce_commandid");
        Map<String, PublishedEvent> sent = byUnique(ofType("MoneySent"), transfer);
        Map<String, PublishedEvent> received = byUnique(ofType("MoneyReceived"), transfer);
        assertThat(received.keySet()).isEqualTo(sent.keySet());
        received.forEach((id, credit) -> {
            PublishedEvent debit = sent.get(id);
            assertThat(credit.value().get("amount")).isEqualTo(debit.value().get("amount"));
            assertThat(credit.value().get("currency")).isEqualTo(debit.value().get("currency"));
            assertThat(credit.key()).isEqualTo(debit.value().get("counterparty").asText());
            assertThat(debit.key()).isEqualTo(credit.value().get("counterparty").asText());
        });
    }

    private void theSumIsWhatCameInLessWhatWentOut() {
        long total = bank.accounts().values().stream()
                .mapToLong(NaiveAccount::balance)
                .sum();
        assertThat(total).isEqualTo(sum("MoneyDeposited") - sum("MoneyWithdrawn"));
    }

    private long sum(String type) {
        return ofType(type).stream().mapToLong(NaiveAccount::minor).sum();
    }

    private List<PublishedEvent> ofType(String type) {
        return events.stream()
                .filter(event -> type.equals(event.headers().get("ce_type")))
                .toList();
    }

    private static Map<String, PublishedEvent> byUnique(
            List<PublishedEvent> events, Function<PublishedEvent, String> key) {
        Map<String, List<PublishedEvent>> all = events.stream().collect(Collectors.groupingBy(key));
        assertThat(all).allSatisfy((id, several) -> assertThat(several).as(id).hasSize(1));
        return all.entrySet().stream()
                .collect(Collectors.toMap(
                        Map.Entry::getKey, found -> found.getValue().get(0)));
    }
}

package io.banku.whole.storm;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What all clients were told, put together. Immutable. */
final class Testimony {
    private final List<Heard> heard;
    private final Map<String, Wish> wishes = new HashMap<>();
    private final Map<Wish, Long> firstSent = new HashMap<>();
    private final Map<String, Long> opened = new HashMap<>();

    Testimony(List<Heard> heard) {
        this.heard = heard;
        outcomes().forEach(each -> wishes.put(each.commandId(), each.wish()));
        heard.forEach(each -> firstSent.merge(each.wish(), each.sent(), Math::min));
        outcomes()
                .filter(each -> each.isAccepted() && each.wish().type().equals("AccountOpened"))
                .forEach(each -> opened.merge(each.body().get("account").asText(), each.answered(), Math::min));
    }

    Stream<Heard> all() {
        return heard.stream();
    }

    Stream<Heard> outcomes() {
        return heard.stream().filter(Heard::isOutcome);
    }

    /** The ids of all commands of which anybody was told anything. */
    Set<String> commandIds() {
        return heard.stream()
                .filter(each -> each.isOutcome() || each.status() == 202)
                .map(Heard::commandId)
                .collect(Collectors.toSet());
    }

    /** The wish that the command's outcome was told of. */
    Wish wish(String commandId) {
        return wishes.get(commandId);
    }

    /** Whether a client had been told that an account is open before this wish was first sent. */
    boolean isOpenedBefore(String account, Wish wish) {
        Long told = opened.get(account);
        return told != null && told - firstSent.get(wish) < 0;
    }

    /** The ids that each command was told by: one for each. */
    Map<Wish.Identity, Set<String>> idsByIdentity() {
        Map<Wish.Identity, Set<String>> ids = new HashMap<>();
        outcomes()
                .forEach(each -> ids.computeIfAbsent(each.wish().identity(), first -> new HashSet<>())
                        .add(each.commandId()));
        return ids;
    }

    /** What may be told of a wish for ever: one thing. */
    Map<Wish, Set<String>> finalAnswers() {
        Map<Wish, Set<String>> finals = new HashMap<>();
        heard.stream()
                .filter(each -> each.isOutcome() || each.isKeyReused())
                .forEach(each -> finals.computeIfAbsent(each.wish(), first -> new HashSet<>())
                        .add(each.isOutcome() ? each.isAccepted() + " " + each.commandId() : "key reused"));
        return finals;
    }
}

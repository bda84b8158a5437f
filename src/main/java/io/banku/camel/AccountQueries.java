package io.banku.camel;

import io.banku.account.Account;
import io.banku.batch.LedgerFormat;
import io.banku.log.EventLog;
import io.banku.view.AccountDocument;
import io.banku.view.AccountFields;
import io.banku.view.AccountSlots;
import io.banku.view.CorruptAccountException;
import io.banku.view.SeenSlots;
import io.banku.view.SlotState;
import io.banku.view.ViewKeys;
import java.util.HashMap;
import java.util.Map;
import org.apache.camel.Exchange;
import org.apache.camel.Header;
import org.apache.camel.Message;

/** GET of an account: which key to read, and what the fields read mean. */
public final class AccountQueries {
    private static final String ACCOUNT = "account";
    private static final String SEEN = "seen";

    private final int partitions;
    private final SeenSlots seen;

    /** @param seen how far slots were seen: nobody is shown what stands before that */
    public AccountQueries(int partitions, SeenSlots seen) {
        this.partitions = partitions;
        this.seen = seen;
    }

    public void key(@Header("id") String escaped, Exchange exchange) {
        String id = PathText.of("id", escaped);
        int partition = EventLog.partition(id, partitions);
        exchange.setProperty(ACCOUNT, id);
        exchange.setProperty(SEEN, seen.before(partition));
        exchange.getMessage().setHeader("CamelRedis.Key", ViewKeys.account(partition, id));
    }

    public void answer(Exchange exchange) throws CorruptAccountException {
        String id = exchange.getProperty(ACCOUNT, String.class);
        Map<String, String> fields = new HashMap<>();
        Map<?, ?> read = exchange.getMessage().getBody(Map.class);
        read.forEach((name, value) -> fields.put((String) name, (String) value));
        int partition = EventLog.partition(id, partitions);
        SlotState slot = exchange.getProperty(SEEN, SeenSlots.Before.class).look(AccountSlots.slot(fields));
        ProblemException.unlessCurrent(partition, slot);
        String position = partition + ":" + slot.position();
        if (fields.isEmpty()) {
            throw new ProblemException(
                    Problem.ACCOUNT_NOT_FOUND,
                    "expected an account that an event has named, found" + " nothing about " + id
                            + "; ids are written with all their zeros");
        }
        Account account = AccountFields.read(id, fields);
        Message answer = Answers.json(exchange, 200, AccountDocument.of(account, position));
        // the position goes on with every other account of the partition, and says nothing about this one
        answer.setHeader("ETag", Content.tag(LedgerFormat.write(AccountDocument.of(account, null))));
        answer.setHeader("Banku-Position", position);
    }
}

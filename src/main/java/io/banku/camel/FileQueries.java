package io.banku.camel;

import com.fasterxml.jackson.annotation.JsonRawValue;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.banku.batch.Batch;
import io.banku.batch.FilesApart;
import io.banku.batch.FilesApart.Apart;
import io.banku.batch.FilesApart.Kind;
import io.banku.batch.LedgerIndex;
import io.banku.batch.RejectLife;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.NoSuchFileException;
import java.util.Map;
import org.apache.camel.Exchange;
import org.apache.camel.Header;

/** GET of what lies beside the batches: their rejects, duplicates, and files that no feed claims. */
public final class FileQueries {
    private static final Map<String, Kind> KINDS = Map.of("duplicate", Kind.DUPLICATE, "unclaimed", Kind.UNCLAIMED);

    private static final ObjectMapper JSON = new ObjectMapper();

    private final LedgerIndex ledger;
    private final FilesApart files;

    public FileQueries(LedgerIndex ledger, FilesApart files) {
        this.ledger = ledger;
        this.files = files;
    }

    /** Written as it lies in the file. */
    private record Line(@JsonRawValue String json) {
        @com.fasterxml.jackson.annotation.JsonValue
        @JsonRawValue
        public String value() {
            return json;
        }
    }

    public void rejects(@Header("id") String id, Exchange exchange) throws IOException {
        Batch batch = BatchQueries.find(ledger, id);
        PageRequest request = new PageRequest(exchange, "rejects/" + batch.id());
        String from = request.begin(place -> place);
        request.requireFaultless();
        Map<Long, RejectLife> lives = ledger.lives(batch);
        try {
            FilesApart.Page<String> page = files.rejects(batch, from, request.limit());
            Answers.json(
                    exchange,
                    200,
                    request.answer(
                            page.items().stream()
                                    .map(line -> new Line(withStatus(line, lives)))
                                    .toList(),
                            page.next()));
        } catch (NoSuchFileException elsewhere) {
            throw new ProblemException(
                    Problem.FILES_ELSEWHERE,
                    "expected the folder of batch " + batch.id() + " in banku.data of this process, found none at "
                            + elsewhere.getMessage());
        } catch (IllegalArgumentException noPlace) { // the file was written anew since
            request.missing("cursor", "the 'next' of an answer of this list", request.text("cursor"));
            request.requireFaultless();
        }
    }

    /** Where it stands, if something was said about it. */
    private static String withStatus(String line, Map<Long, RejectLife> lives) {
        try {
            ObjectNode reject = lives.isEmpty() ? JSON.createObjectNode() : (ObjectNode) JSON.readTree(line);
            RejectLife life = lives.get(reject.path("record").asLong());
            return life == null
                    ? line
                    : reject.put("status", life.state().text()).toString();
        } catch (JsonProcessingException notOurs) {
            throw new UncheckedIOException(notOurs);
        }
    }

    public void list(@Header("kind") String kind, Exchange exchange) throws IOException {
        PageRequest request = new PageRequest(exchange, "files/" + kind);
        Kind known = request.read("kind", "duplicate or unclaimed", null, KINDS::get);
        if (kind == null) {
            request.missing("kind", "duplicate or unclaimed", "nothing");
        }
        String from = request.begin(place -> place);
        request.requireFaultless();
        FilesApart.Page<Apart> page = files.page(known, from, request.limit());
        Answers.json(exchange, 200, request.answer(page.items(), page.next()));
    }
}

package io.banku.camel;

import com.fasterxml.jackson.annotation.JsonRawValue;
import io.banku.batch.Batch;
import io.banku.batch.FilesApart;
import io.banku.batch.FilesApart.Apart;
import io.banku.batch.FilesApart.Kind;
import io.banku.batch.LedgerIndex;
import java.io.IOException;
import java.nio.file.NoSuchFileException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.apache.camel.Exchange;
import org.apache.camel.Header;

/** GET of what lies beside the batches: their rejects, duplicates, and files that no feed claims. */
public final class FileQueries {
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
        PageRequest request = PageRequest.ofText(exchange);
        Batch batch = BatchQueries.find(ledger, id);
        try {
            FilesApart.Page<String> page = files.rejects(batch, request.cursor(), request.limit());
            answer(exchange, page.items().stream().map(Line::new).toList(), page.next());
        } catch (IllegalArgumentException noPlace) {
            throw ProblemException.malformed(
                    List.of(RequestFault.inParameter("cursor", "the 'next' of an answer", request.cursor())));
        } catch (NoSuchFileException elsewhere) {
            throw new ProblemException(
                    Problem.FILES_ELSEWHERE,
                    "expected the folder of batch " + batch.id() + " in banku.data of this process, found none at "
                            + elsewhere.getMessage());
        }
    }

    public void list(@Header("kind") String kind, Exchange exchange) throws IOException {
        PageRequest request = PageRequest.ofText(exchange);
        if (kind == null || !kind.matches("duplicate|unclaimed")) {
            throw ProblemException.malformed(List.of(
                    RequestFault.inParameter("kind", "duplicate or unclaimed", kind == null ? "nothing" : kind)));
        }
        FilesApart.Page<Apart> page =
                files.page(Kind.valueOf(kind.toUpperCase(Locale.ROOT)), request.cursor(), request.limit());
        answer(exchange, page.items(), page.next());
    }

    private static void answer(Exchange exchange, List<?> items, String next) {
        Map<String, Object> answer = new LinkedHashMap<>();
        answer.put("items", items);
        if (next != null) {
            answer.put("next", next);
        }
        Answers.json(exchange, 200, answer);
    }
}

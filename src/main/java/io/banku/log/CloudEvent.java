package io.banku.log;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * What a fact says of itself in the headers of its record: the attributes of CloudEvents 1.0 in the binary mode of its Kafka
 * binding. Immutable.
 */
public record CloudEvent(String id, String type, String source, String subject, Instant time) {

    public Map<String, String> headers() {
        Map<String, String> headers = new LinkedHashMap<>();
        headers.put("ce_specversion", "1.0");
        headers.put("ce_id", id);
        headers.put("ce_type", type);
        headers.put("ce_source", source);
        headers.put("ce_time", time.toString());
        headers.put("content-type", "application/json");
        headers.put("ce_subject", subject);
        headers.put("ce_dataschema", EventSchemas.name(type));
        return headers;
    }
}

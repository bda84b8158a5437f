package io.banku.log;

import org.apache.kafka.common.errors.GroupAuthorizationException;

/** What is said of a right that Kafka does not give us: BNK-5029, which one, and how it is granted. */
final class MissingRight {
    private static final String GRANT = "; grant it to the user that banku.kafka.properties.* names (kafka-acls --add";

    private MissingRight() {}

    static String ofTopic(String topic, Object right) {
        return "BNK-5029 topic " + topic + ": expected to be allowed to " + right + ", found that we are not" + GRANT
                + ")";
    }

    static String ofGroup(String group) {
        return "BNK-5029 consumer group " + group + ": expected to be allowed to READ, found that we are not" + GRANT
                + " --group banku- --resource-pattern-type prefixed)";
    }

    /** @param prefix of the ids */
    static String ofTransactionalId(String prefix) {
        return "BNK-5029 expected to be allowed to WRITE transactional ids that begin with " + prefix
                + ", found that we are not" + GRANT + " --transactional-id " + prefix
                + " --resource-pattern-type prefixed)";
    }

    /** Of who reads a topic as one of a group. */
    static String ofReading(String topics, Exception refused) {
        return refused instanceof GroupAuthorizationException group
                ? ofGroup(group.groupId())
                : ofTopic(topics, "READ");
    }
}

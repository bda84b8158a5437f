package io.banku.embedded;

import io.banku.outside.Certificate;
import java.io.IOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;

/** One broker behind several doors: plain, TLS, with a login, and one that it advertises wrongly. Asks for rights. */
public final class GuardedKafka implements AutoCloseable {
    public static final String JAAS = "org.apache.kafka.common.security.plain.PlainLoginModule required ";

    private final EmbeddedKafka kafka;
    private final int tls;
    private final int login;
    private final int lost;

    private GuardedKafka(EmbeddedKafka kafka, int tls, int login, int lost) {
        this.kafka = kafka;
        this.tls = tls;
        this.login = login;
        this.lost = lost;
    }

    public static GuardedKafka start(Path folder, Certificate certificate) throws IOException {
        int tls = FreePort.any();
        int login = FreePort.any();
        int lost = FreePort.any();
        Map<String, String> more = new HashMap<>();
        String doors = ",TLS://127.0.0.1:" + tls + ",LOGIN://127.0.0.1:" + login;
        more.put(
                "listeners",
                "PLAINTEXT://127.0.0.1:PORT,CONTROLLER://127.0.0.1:CONTROLLER_PORT" + doors + ",LOST://127.0.0.1:"
                        + lost);
        more.put("advertised.listeners", "PLAINTEXT://127.0.0.1:PORT" + doors + ",LOST://kafka.invalid:9092");
        more.put(
                "listener.security.protocol.map",
                "PLAINTEXT:PLAINTEXT,CONTROLLER:PLAINTEXT,TLS:SSL,LOGIN:SASL_PLAINTEXT,LOST:PLAINTEXT");
        more.put("ssl.keystore.location", certificate.store().toString());
        more.put("ssl.keystore.password", Certificate.PASSWORD);
        more.put("ssl.keystore.type", "PKCS12");
        more.put("sasl.enabled.mechanisms", "PLAIN");
        more.put("listener.name.login.sasl.enabled.mechanisms", "PLAIN");
        more.put(
                "listener.name.login.plain.sasl.jaas.config",
                JAAS + "user_reader=\"reader-secret\" user_guest=\"guest-secret\";");
        more.put("authorizer.class.name", "org.apache.kafka.metadata.authorizer.StandardAuthorizer");
        more.put("super.users", "User:ANONYMOUS");
        return new GuardedKafka(EmbeddedKafka.start(folder, 0, more), tls, login, lost);
    }

    public String plain() {
        return kafka.bootstrapServers();
    }

    public String tls() {
        return "127.0.0.1:" + tls;
    }

    public String login() {
        return "127.0.0.1:" + login;
    }

    /** Its broker says that it is to be found elsewhere. */
    public String lost() {
        return "127.0.0.1:" + lost;
    }

    @Override
    public void close() {
        kafka.close();
    }
}

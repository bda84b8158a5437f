package io.banku.outside;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.util.Base64;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;

/** A certificate for 127.0.0.1 that nobody trusts until told, in the forms that servers want it. */
public final class Certificate {
    public static final String PASSWORD = "changeit";

    private final Path folder;

    private Certificate(Path folder) {
        this.folder = folder;
    }

    public static Certificate in(Path folder) throws Exception {
        Certificate made = new Certificate(folder);
        Path keytool = Path.of(System.getProperty("java.home"), "bin", "keytool");
        Process run = new ProcessBuilder((keytool
                                + " -genkeypair -alias me -keyalg EC -dname CN=localhost -ext san=dns:localhost,ip:127.0.0.1"
                                + " -validity 2 -storetype PKCS12 -storepass " + PASSWORD + " -keystore "
                                + made.store())
                        .split(" "))
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("keytool.log").toFile())
                .start();
        if (run.waitFor() != 0) {
            throw new IOException(Files.readString(folder.resolve("keytool.log")));
        }
        KeyStore keys = made.keys();
        made.pem("CERTIFICATE", keys.getCertificate("me").getEncoded(), made.certificate());
        made.pem("PRIVATE KEY", keys.getKey("me", PASSWORD.toCharArray()).getEncoded(), made.key());
        return made;
    }

    public Path store() {
        return folder.resolve("keys.p12");
    }

    public Path certificate() {
        return folder.resolve("certificate.pem");
    }

    public Path key() {
        return folder.resolve("key.pem");
    }

    /** A store of what a Java process trusts that has this certificate alone, under {@link #PASSWORD}. */
    public Path trusting() throws GeneralSecurityException, IOException {
        KeyStore trusted = KeyStore.getInstance("PKCS12");
        trusted.load(null, null);
        trusted.setCertificateEntry("it", keys().getCertificate("me"));
        Path store = folder.resolve("trusted.p12");
        try (OutputStream out = Files.newOutputStream(store)) {
            trusted.store(out, PASSWORD.toCharArray());
        }
        return store;
    }

    SSLContext context() throws GeneralSecurityException, IOException {
        KeyManagerFactory keys = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
        keys.init(keys(), PASSWORD.toCharArray());
        SSLContext context = SSLContext.getInstance("TLS");
        context.init(keys.getKeyManagers(), null, null);
        return context;
    }

    private KeyStore keys() throws GeneralSecurityException, IOException {
        KeyStore keys = KeyStore.getInstance("PKCS12");
        try (InputStream in = Files.newInputStream(store())) {
            keys.load(in, PASSWORD.toCharArray());
        }
        return keys;
    }

    private void pem(String kind, byte[] bytes, Path file) throws IOException {
        String text = Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(bytes);
        Files.writeString(file, "-----BEGIN " + kind + "-----\n" + text + "\n-----END " + kind + "-----\n");
    }
}

package io.banku.camel;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Properties;
import org.apache.camel.Exchange;
import org.apache.camel.Header;

/** The contract as a file and as a page, and what the pages are made of. All of it is read once. */
public final class Pages {
    private static final String UI = "/META-INF/maven/org.webjars/swagger-ui/pom.properties";
    private static final String SCRIPT = "text/javascript; charset=utf-8";
    private static final String STYLE = "text/css; charset=utf-8";

    private record Part(String type, Content content) {}

    private final Content contract;
    private final Content contractAsJson;
    private final String contractAsPage = new String(PageTemplate.bytes("contract.html"), StandardCharsets.UTF_8);
    private final Map<String, Part> parts = Map.of(
            "style.css", new Part(STYLE, new Content(PageTemplate.bytes("style.css"))),
            "contract.js", new Part(SCRIPT, new Content(PageTemplate.bytes("contract.js"))),
            "swagger-ui.css", new Part(STYLE, ofSwagger("swagger-ui.css")),
            "swagger-ui-bundle.js", new Part(SCRIPT, ofSwagger("swagger-ui-bundle.js")));

    public Pages() {
        Contract read = Contract.read();
        contract = new Content(read.text());
        contractAsJson = new Content(read.json());
    }

    public void contract(Exchange exchange) {
        Answers.of(exchange, 200, "application/yaml", contract);
    }

    public void contractAsJson(Exchange exchange) {
        Answers.of(exchange, 200, "application/json", contractAsJson);
    }

    public void contractAsPage(Exchange exchange) {
        PageTemplate.answer(exchange, contractAsPage);
    }

    public void part(@Header("part") String name, Exchange exchange) {
        Part part = parts.get(name);
        if (part == null) {
            throw new ProblemException(Problem.NOT_FOUND, "expected a part of the pages, found " + name);
        }
        Answers.of(exchange, 200, part.type(), part.content());
    }

    /** From its WebJar, where it lies below its version. */
    private static Content ofSwagger(String file) {
        Properties about = new Properties();
        try (InputStream properties = open(UI)) {
            about.load(properties);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
        try (InputStream found =
                open("/META-INF/resources/webjars/swagger-ui/" + about.getProperty("version") + "/" + file)) {
            return new Content(found.readAllBytes());
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private static InputStream open(String path) throws IOException {
        InputStream found = Pages.class.getResourceAsStream(path);
        if (found == null) {
            throw new FileNotFoundException("expected " + path + " on the class path, found none");
        }
        return found;
    }
}

package example;

import io.banku.camel.copybook.CopybookDataFormat;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.apache.camel.ProducerTemplate;
import org.apache.camel.builder.RouteBuilder;
import org.apache.camel.main.Main;

/** A file's records as maps, and back again: by a route in Java here, and by one in YAML (resources/camel). */
public final class Records extends RouteBuilder {
    @Override
    public void configure() {
        CopybookDataFormat transactions = new CopybookDataFormat();
        transactions.setCopybook("file:{{copybook}}");
        transactions.setFraming("rdw");
        from("direct:java-maps").unmarshal(transactions);
        from("direct:java-records").marshal(transactions);
    }

    /** @param arguments the copybook, and a file of records with descriptor words */
    public static void main(String[] arguments) throws Exception {
        byte[] file = Files.readAllBytes(Path.of(arguments[1]));
        Main main = new Main();
        main.addInitialProperty("copybook", arguments[0]);
        main.configure().withRoutesIncludePattern("classpath:camel/*.yaml");
        main.configure().addRoutesBuilder(new Records());
        main.start();
        try {
            ProducerTemplate template = main.getCamelTemplate();
            for (String language : List.of("java", "yaml")) {
                List<?> records = template.requestBody("direct:" + language + "-maps", file, List.class);
                byte[] written = template.requestBody("direct:" + language + "-records", records, byte[].class);
                System.out.println(language + ": " + records.size() + " records, the first has "
                        + ((Map<?, ?>) records.get(0)).keySet() + "; written they are "
                        + (Arrays.equals(written, file) ? "the same bytes" : "other bytes"));
            }
        } finally {
            main.stop();
        }
    }
}

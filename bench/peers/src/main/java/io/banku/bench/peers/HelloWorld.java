package io.banku.bench.peers;

import org.apache.camel.builder.RouteBuilder;
import org.apache.camel.main.Main;

/** The least that Camel Main is started for: a timer that prints a line, once. */
public final class HelloWorld {
    private HelloWorld() {}

    public static void main(String... arguments) throws Exception {
        Main main = new Main();
        main.configure().addRoutesBuilder(new RouteBuilder() {
            @Override
            public void configure() {
                from("timer:hello?repeatCount=1&delay=0").process(exchange -> System.out.println("hello, world"));
            }
        });
        main.run(arguments);
    }
}

package io.banku.camel;

import io.banku.StartException;
import io.banku.settings.Setting;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.util.List;

/** Camel's server of health and metrics. When it cannot have its port it only logs that, and the process would run unseen. */
public final class ManagementServer {
    private ManagementServer() {}

    /**
     * Before it is started.
     *
     * @throws StartException when the port cannot be had
     */
    public static void requireFree(String host, int port) {
        try (ServerSocket probe = new ServerSocket()) {
            probe.bind(new InetSocketAddress(host, port));
        } catch (IOException taken) {
            throw new StartException(List.of("expected " + host + ":" + port
                    + " to be free for health and metrics, found: " + taken.getMessage()
                    + "; end what listens there, or set " + Setting.MANAGEMENT_PORT + " to another"));
        }
    }
}

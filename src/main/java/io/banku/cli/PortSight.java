package io.banku.cli;

import io.banku.outside.Door;
import io.banku.outside.Sight;
import io.banku.settings.Setting;
import io.banku.settings.Settings;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.ServerSocket;

/** A port that the bridge wants to listen on. */
final class PortSight {
    private PortSight() {}

    static Sight of(String what, Setting<String> host, Setting<Integer> port, Settings settings) {
        Door door = new Door(settings.get(host), settings.get(port));
        String thing = what + " " + door;
        try (ServerSocket socket = new ServerSocket()) {
            socket.setReuseAddress(true); // a connection of the bridge that just ended does not make it taken
            socket.bind(new InetSocketAddress(door.host(), door.port()));
            return Sight.ok(thing, "free");
        } catch (IOException | IllegalArgumentException taken) {
            return door.closed().isEmpty()
                    ? Sight.warning(
                            thing,
                            "something listens there; right where this bridge runs already, else set " + port
                                    + " to another")
                    : Sight.failed(
                            thing,
                            "expected an address of this machine and a port that we may take, found: "
                                    + taken.getMessage() + "; set " + host + " and " + port);
        }
    }
}

package io.banku.embedded;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.HashSet;
import java.util.Set;
import org.junit.jupiter.api.Test;

class FreePortTest {
    @Test
    void noneIsGivenTwiceAndNoneIsOneThatSystemsGiveToConnections() {
        Set<Integer> given = new HashSet<>();
        for (int i = 0; i < 1_000; i++) {
            assertThat(given.add(FreePort.any())).isTrue();
        }
        assertThat(given).allMatch(port -> port >= 20_000 && port < 32_768);
    }

    @Test
    void aWishIsHeededUnlessTheWishedOneIsTaken() throws Exception {
        int wish = FreePort.any();
        assertThat(FreePort.near(wish)).isEqualTo(wish);
        try (ServerSocket taken = new ServerSocket(wish, 1, InetAddress.getByName(FreePort.HOST))) {
            assertThat(FreePort.near(taken.getLocalPort())).isNotEqualTo(wish);
        }
    }
}

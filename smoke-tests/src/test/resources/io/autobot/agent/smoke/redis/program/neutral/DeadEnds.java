package program;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.util.ArrayList;
import java.util.List;

/** Addresses at which no connection can be opened. */
final class DeadEnds {
    private static final int PATIENCE = 200;

    private DeadEnds() {}

    /** A port on which nobody listens. */
    static int refusing(String host) throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getByName(host))) {
            return socket.getLocalPort();
        }
    }

    /** A listener whose backlog is full answers nothing at all. */
    static final class Silent implements AutoCloseable {
        private final ServerSocket full;
        private final List<Socket> filling = new ArrayList<>();

        Silent(String host) throws IOException {
            full = new ServerSocket(0, 1, InetAddress.getByName(host));
            InetSocketAddress address = (InetSocketAddress) full.getLocalSocketAddress();
            while (true) {
                Socket socket = new Socket();
                filling.add(socket);
                try {
                    socket.connect(address, PATIENCE);
                } catch (SocketTimeoutException isFull) {
                    break;
                }
            }
        }

        int port() {
            return full.getLocalPort();
        }

        @Override
        public void close() throws IOException {
            full.close();
            for (Socket socket : filling) {
                socket.close();
            }
        }
    }
}

package io.autobot.agent.smoke.untouched;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/**
 * Stands between a client and a server, writes down both directions of every connection, and breaks a connection when
 * the client sends a certain word: {@code CUT-HERE} ends what the client reads, {@code RESET-HERE} resets the
 * connection, {@code MUTE-HERE} keeps it open and silent.
 */
final class RecordingProxy implements AutoCloseable {
    private final ServerSocket listener;
    private final int serverPort;
    private final List<Recording> recordings = new ArrayList<>();

    RecordingProxy(int serverPort) throws IOException {
        this.serverPort = serverPort;
        listener = new ServerSocket(0, 100, InetAddress.getLoopbackAddress());
        start(this::accept);
    }

    int port() {
        return listener.getLocalPort();
    }

    /** The connections since the last call, in the order they were opened; waits for the end of each. */
    List<Recording> take() throws InterruptedException {
        List<Recording> taken;
        synchronized (recordings) {
            taken = List.copyOf(recordings);
            recordings.clear();
        }
        for (Recording recording : taken) {
            for (Thread pump : recording.pumps) {
                pump.join();
            }
        }
        return taken;
    }

    /** Whether a client has sent this since the last {@link #take}. */
    boolean hasSeen(String text) {
        synchronized (recordings) {
            return recordings.stream().anyMatch(recording -> recording.sent().contains(text));
        }
    }

    @Override
    public void close() throws IOException {
        listener.close();
    }

    private void accept() {
        while (!listener.isClosed()) {
            try {
                Socket client = listener.accept();
                Socket server = new Socket(InetAddress.getLoopbackAddress(), serverPort);
                client.setTcpNoDelay(true);
                server.setTcpNoDelay(true);
                Recording recording = new Recording(client, server);
                synchronized (recordings) {
                    recordings.add(recording);
                }
                recording.pumps.add(start(recording::fromClient));
                recording.pumps.add(start(recording::fromServer));
            } catch (IOException closed) {
                if (!listener.isClosed()) {
                    throw new UncheckedIOException(closed);
                }
            }
        }
    }

    private static Thread start(Runnable body) {
        Thread thread = new Thread(body, "recording-proxy");
        thread.setDaemon(true);
        thread.start();
        return thread;
    }

    /** One connection; its text is read one character for each byte. */
    static final class Recording {
        private final Socket client;
        private final Socket server;
        private final ByteArrayOutputStream sent = new ByteArrayOutputStream();
        private final ByteArrayOutputStream received = new ByteArrayOutputStream();
        private final List<Thread> pumps = new ArrayList<>();
        private boolean broken;

        private Recording(Socket client, Socket server) {
            this.client = client;
            this.server = server;
        }

        /** What the client sent. */
        String sent() {
            return sent.toString(StandardCharsets.ISO_8859_1);
        }

        /** What the client received. */
        String received() {
            return received.toString(StandardCharsets.ISO_8859_1);
        }

        private void fromClient() {
            byte[] buffer = new byte[8192];
            try (client;
                    server) {
                InputStream in = client.getInputStream();
                OutputStream out = server.getOutputStream();
                for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
                    sent.write(buffer, 0, read);
                    breakOn(sent());
                    if (!broken) {
                        out.write(buffer, 0, read);
                    }
                }
            } catch (IOException gone) {
                // The other side went away; what was said until then is written down.
            }
        }

        private void breakOn(String all) throws IOException {
            if (broken) {
                return;
            }
            if (all.contains("CUT-HERE")) {
                broken = true;
                client.shutdownOutput();
            } else if (all.contains("RESET-HERE")) {
                broken = true;
                client.setSoLinger(true, 0);
                client.close();
            } else if (all.contains("MUTE-HERE")) {
                broken = true;
            }
        }

        private void fromServer() {
            byte[] buffer = new byte[8192];
            try {
                InputStream in = server.getInputStream();
                OutputStream out = client.getOutputStream();
                for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
                    received.write(buffer, 0, read);
                    out.write(buffer, 0, read);
                }
            } catch (IOException gone) {
                // The other side went away; what was said until then is written down.
            }
        }
    }
}

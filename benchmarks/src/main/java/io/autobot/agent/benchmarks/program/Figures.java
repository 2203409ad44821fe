package io.autobot.agent.benchmarks.program;

import java.io.FileInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;

/** What a measured program prints for the benchmark. Loads next to nothing, for it is measured too. */
public final class Figures {
    private Figures() {}

    /** A figure by its name. */
    public static void print(String name, double value) {
        System.out.println("figure " + name + " " + value);
    }

    /** The most memory the process has had, as the kernel saw it. */
    static void printPeakMemory() throws IOException {
        String status;
        try (InputStream stream = new FileInputStream("/proc/self/status")) {
            status = new String(stream.readAllBytes(), StandardCharsets.US_ASCII);
        }
        int start = status.indexOf("VmHWM:") + "VmHWM:".length();
        double kibibytes = Double.parseDouble(
                status.substring(start, status.indexOf("kB", start)).trim());
        print("peak-MiB", kibibytes / 1_024);
    }
}

package io.autobot.agent.benchmarks.program;

/** A service without any library. */
public final class Hello {
    private Hello() {}

    /** @param arguments how many milliseconds to live */
    public static void main(String[] arguments) throws Exception {
        System.out.println("hello");
        Thread.sleep(Long.parseLong(arguments[0]));
        Figures.printPeakMemory();
    }
}

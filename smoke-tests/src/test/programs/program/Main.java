package program;

/** Arguments: port, database, times. Says {@code done} and stays until its stdin ends. */
public final class Main {
    private Main() {}

    public static void main(String[] args) throws Exception {
        Usage.run(Integer.parseInt(args[0]), Integer.parseInt(args[1]), Integer.parseInt(args[2]));
        System.out.println("done");
        while (System.in.read() >= 0) {
            Thread.onSpinWait();
        }
    }
}

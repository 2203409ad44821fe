import java.io.BufferedReader;
import java.io.InputStreamReader;
import program.Usage;

/** Arguments: port, times. Uses Redis, and again for each line on stdin. */
public final class Repeated {
    private Repeated() {}

    public static void main(String[] args) throws Exception {
        int port = Integer.parseInt(args[0]);
        int times = Integer.parseInt(args[1]);
        Usage.run(port, 1, times);
        System.out.println("done");
        BufferedReader in = new BufferedReader(new InputStreamReader(System.in));
        for (String line = in.readLine(); line != null; line = in.readLine()) {
            Usage.run(port, 1, times);
            System.out.println("done " + line);
        }
    }
}

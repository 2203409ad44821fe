package program;

import java.util.List;
import java.util.Map;
import java.util.function.BiFunction;
import java.util.function.Consumer;

/** The whole script: takes its settings and a call-back to wait at, gives back the ledger. */
public final class LettuceProgram implements BiFunction<Map<String, String>, Consumer<String>, List<String>> {
    @Override
    public List<String> apply(Map<String, String> settings, Consumer<String> checkpoint) {
        Target target = new Target(settings);
        Ledger ledger = new Ledger();
        try (Clients clients = new Clients(target)) {
            new Direct(target, clients, ledger).run();
            new Transactions(clients, ledger).run();
            new Deferred(clients, ledger).run();
            new Pooled(clients, ledger, checkpoint).run();
            AsyncPooled.run(clients, ledger, checkpoint);
            new Messages(clients, ledger).run();
            new Failures(target, clients, ledger).run();
            new Interruptions(clients, ledger).run();
        } catch (RuntimeException e) {
            throw e;
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
        return ledger.lines();
    }
}

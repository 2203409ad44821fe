package program;

import java.util.List;
import java.util.Map;
import java.util.function.BiFunction;
import java.util.function.Consumer;

/** The whole script: takes its settings and a call-back to wait at, gives back the ledger. */
public final class Program implements BiFunction<Map<String, String>, Consumer<String>, List<String>> {
    @Override
    public List<String> apply(Map<String, String> settings, Consumer<String> checkpoint) {
        Target target = new Target(settings);
        Ledger ledger = new Ledger();
        Direct direct = new Direct(target, ledger);
        try {
            direct.run();
            new Pooled(target, ledger, checkpoint).run();
            Unified.run(target, ledger);
            new Messages(direct, ledger).run();
            new Failures(target, direct, ledger).run();
        } catch (RuntimeException e) {
            throw e;
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
        return ledger.lines();
    }
}

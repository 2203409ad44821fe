package io.autobot.agent.benchmarks.jmh;

import io.autobot.agent.metrics.FamilyDescription;
import io.autobot.agent.metrics.SeriesGuard;
import io.autobot.agent.spi.StateMap;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/** What every domain uses: our state beside an object of the application, and room for a series. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(3)
public class Bookkeeping {
    private static final int OBJECTS = 64;

    private final StateMap<Object, Object> states = new StateMap<>();
    private final Object[] objects = new Object[OBJECTS];
    private final SeriesGuard.Family family = new SeriesGuard(SeriesGuard.DEFAULT_LIMIT)
            .family(FamilyDescription.counter("benchmark", "benchmark_total")
                    .open("label")
                    .help("Counts nothing."));

    @Setup
    public void fill() {
        for (int i = 0; i < OBJECTS; i++) {
            objects[i] = new Object();
            states.put(objects[i], "state " + i);
        }
    }

    /** The state of an object that has one. */
    @Benchmark
    public Object stateMapGet() {
        return states.get(objects[17]);
    }

    /** A claim that is granted, for no series so that there is always room. */
    @Benchmark
    public boolean guardClaim() {
        return family.claim(0);
    }

    /** An event that found no series of its own. */
    @Benchmark
    public void guardFolded() {
        family.folded();
    }
}

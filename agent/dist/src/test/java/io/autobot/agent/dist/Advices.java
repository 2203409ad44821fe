package io.autobot.agent.dist;

import io.autobot.agent.spi.Description;
import io.autobot.agent.spi.Instrumentation;
import io.autobot.agent.spi.TypeTarget;
import io.autobot.agent.spi.TypeTarget.Hook;
import java.util.List;
import java.util.stream.Stream;

/** All hooks of all instrumentations of the list. */
final class Advices {
    private Advices() {}

    static List<Hook> hooks() {
        return Instrumentations.ALL.stream().flatMap(Advices::hooks).toList();
    }

    private static Stream<Hook> hooks(Instrumentation instrumentation) {
        Description description = Description.of(instrumentation);
        return Stream.concat(description.types().stream(), description.templates().stream())
                .map(TypeTarget::hooks)
                .flatMap(List::stream)
                .flatMap(point -> point.alternatives().stream());
    }
}

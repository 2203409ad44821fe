package io.autobot.agent.instrumentation.rules;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.acme.flows.Later;
import io.autobot.agent.testkit.inprocess.WeavingExtension;
import io.reactivex.rxjava3.core.Completable;
import io.reactivex.rxjava3.core.Flowable;
import io.reactivex.rxjava3.core.Maybe;
import io.reactivex.rxjava3.core.Single;
import io.reactivex.rxjava3.disposables.Disposable;
import io.reactivex.rxjava3.subjects.PublishSubject;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.publisher.Sinks;

/** Publishers stay what they are, and each subscription is work of its own. */
class ReactiveRulesTest {
    private static final String EXECUTIONS = "autobot_workflow_executions_total";
    private static final String ACTIVE = "autobot_active_workflows";
    private static final String STEPS = "autobot_workflow_steps_executed_total";

    @RegisterExtension
    static final WeavingExtension agent =
            WeavingExtension.of(new RulesInstrumentation()).configured("config=" + Yaml.path("flows"));

    private final Later later = new Later();

    private double ended(String type, String status) {
        return agent.scrape().value(EXECUTIONS, "workflow_type", type, "status", status);
    }

    private double steps(String workflow, String step, String status) {
        return agent.scrape().value(STEPS, "workflow_type", workflow, "step_type", step, "status", status);
    }

    @Test
    void aMonoIsAWorkflowForEachOfItsSubscriptions() {
        Sinks.One<String> sink = Sinks.one();
        Mono<String> mono = later.mono("import", sink.asMono().contextWrite(context -> context.put("a", "b")));
        assertThat(agent.scrape().find(EXECUTIONS, "workflow_type", "import")).isEmpty();

        mono.subscribe();
        mono.subscribe();
        assertThat(agent.scrape().value(ACTIVE, "workflow_type", "import")).isEqualTo(2);
        sink.tryEmitValue("DONE");
        assertThat(agent.scrape().value(ACTIVE, "workflow_type", "import")).isZero();
        assertThat(ended("import", "success")).isEqualTo(2);

        assertThat(later.mono("import", Mono.just("failed")).block()).isEqualTo("failed");
        assertThat(later.mono("import", Mono.empty()).block()).isNull();
        assertThatThrownBy(() -> later.mono("import", Mono.error(new IllegalStateException("x")))
                        .block())
                .hasMessage("x");
        later.mono("import", Mono.never()).subscribe().dispose();
        assertThatThrownBy(() -> later.mono("import", null)).hasMessage("import");

        assertThat(ended("import", "success")).isEqualTo(3);
        assertThat(ended("import", "failed")).isEqualTo(3);
        assertThat(ended("import", "cancelled")).isEqualTo(1);
        assertThat(agent.scrape().value(ACTIVE, "workflow_type", "import")).isZero();
    }

    @Test
    void theContextOfTheSubscriberReachesTheSource() {
        Mono<String> mono = later.mono("context", Mono.deferContextual(context -> Mono.just(context.get("who"))));
        assertThat(mono.contextWrite(context -> context.put("who", "me")).block())
                .isEqualTo("me");
    }

    @Test
    void whatAMethodComposesOfItselfIsOne() {
        assertThat(later.monos(3).block()).isEqualTo("done");
        assertThat(agent.scrape().sum("autobot_tasks_executed_total", "task_type", "Later.monos"))
                .isEqualTo(1);
    }

    @Test
    void aFluxEndsWithItsLastSignal() {
        assertThat(later.flux(Flux.just(1, 2, 3)).collectList().block()).isEqualTo(List.of(1, 2, 3));
        assertThat(later.flux(Flux.just(1, 2, 3)).take(1).collectList().block()).isEqualTo(List.of(1));
        assertThatThrownBy(() -> later.flux(Flux.error(new IllegalStateException("x")))
                        .collectList()
                        .block())
                .hasMessage("x");
        assertThat(later.flux(null)).isNull();

        assertThat(steps("streams", "flux", "completed")).isEqualTo(1);
        assertThat(steps("streams", "flux", "cancelled")).isEqualTo(1);
        assertThat(steps("streams", "flux", "failed")).isEqualTo(1);
    }

    @Test
    void theTypesOfRxJava() {
        IllegalStateException failure = new IllegalStateException("x");
        assertThat(later.single(Single.just("a")).blockingGet()).isEqualTo("a");
        later.single(Single.error(failure)).test().assertError(failure);
        later.single(Single.never()).test().dispose();
        assertThat(later.maybe(Maybe.just("a")).blockingGet()).isEqualTo("a");
        assertThat(later.maybe(Maybe.empty()).blockingGet()).isNull();
        later.maybe(Maybe.error(failure)).test().assertError(failure);
        later.completable(Completable.complete()).blockingAwait();
        later.completable(Completable.error(failure)).test().assertError(failure);
        later.flowable(Flowable.range(0, 4)).test().assertValueCount(4);
        later.flowable(Flowable.error(failure)).test().assertError(failure);
        PublishSubject<String> subject = PublishSubject.create();
        Disposable subscribed = later.observable(subject).subscribe();
        later.observable(subject).subscribe();
        subscribed.dispose();
        subject.onComplete();

        for (String type : new String[] {"single", "completable", "flowable", "observable"}) {
            assertThat(steps("rx", type, "completed")).as(type).isEqualTo(1);
        }
        assertThat(steps("rx", "maybe", "completed")).isEqualTo(2);
        for (String type : new String[] {"single", "maybe", "completable", "flowable"}) {
            assertThat(steps("rx", type, "failed")).as(type).isEqualTo(1);
        }
        assertThat(steps("rx", "single", "cancelled")).isEqualTo(1);
        assertThat(steps("rx", "observable", "cancelled")).isEqualTo(1);
    }
}

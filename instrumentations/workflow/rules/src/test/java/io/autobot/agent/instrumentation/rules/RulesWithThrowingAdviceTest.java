package io.autobot.agent.instrumentation.rules;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.acme.flows.Later;
import com.acme.flows.Mailer;
import com.acme.flows.OrderFlow;
import io.autobot.agent.testkit.inprocess.WeavingExtension;
import io.reactivex.rxjava3.core.Single;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import reactor.core.publisher.Mono;

/** The application does what it does when every advice throws. */
class RulesWithThrowingAdviceTest {
    @RegisterExtension
    final WeavingExtension agent = WeavingExtension.of(new RulesInstrumentation())
            .configured("config=" + Yaml.path("flows"))
            .withThrowingAdvice();

    @Test
    void theApplicationDoesNotNotice() {
        IllegalStateException failure = new IllegalStateException();
        OrderFlow flow = new OrderFlow();
        assertThat(flow.handle(OrderFlow.order("retail", "DONE"))).isEqualTo("DONE");
        assertThatThrownBy(() -> flow.handle(OrderFlow.failing("retail", failure)))
                .isSameAs(failure);
        assertThat(new Mailer().count(3)).isEqualTo(3);
        CompletableFuture<Boolean> future = new CompletableFuture<>();
        assertThat(new Later().ship("a", future)).isSameAs(future);
        Mono<String> mono = Mono.just("a");
        assertThat(new Later().mono("a", mono)).isSameAs(mono);
        assertThat(new Later().single(Single.just("a")).blockingGet()).isEqualTo("a");
        assertThat(agent.swallowed()).isNotEmpty();
    }
}

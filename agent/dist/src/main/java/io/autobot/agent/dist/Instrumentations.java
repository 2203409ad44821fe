package io.autobot.agent.dist;

import io.autobot.agent.instrumentation.apachehttpclient4.ApacheHttpClient4Instrumentation;
import io.autobot.agent.instrumentation.apachehttpclient5.ApacheHttpClient5Instrumentation;
import io.autobot.agent.instrumentation.awssdk.AwsSdkInstrumentation;
import io.autobot.agent.instrumentation.dbscheduler.DbSchedulerInstrumentation;
import io.autobot.agent.instrumentation.executors.ExecutorsInstrumentation;
import io.autobot.agent.instrumentation.failsafe.FailsafeInstrumentation;
import io.autobot.agent.instrumentation.httpurlconnection.HttpUrlConnectionInstrumentation;
import io.autobot.agent.instrumentation.javahttpclient.JavaHttpClientInstrumentation;
import io.autobot.agent.instrumentation.jedis.JedisInstrumentation;
import io.autobot.agent.instrumentation.jettyclient.JettyClientInstrumentation;
import io.autobot.agent.instrumentation.jettyclient11.JettyClient11Instrumentation;
import io.autobot.agent.instrumentation.jobrunr.JobRunrInstrumentation;
import io.autobot.agent.instrumentation.langchain4jagentic.Langchain4jAgenticInstrumentation;
import io.autobot.agent.instrumentation.langchain4jtools.Langchain4jToolsInstrumentation;
import io.autobot.agent.instrumentation.langgraph4j.Langgraph4jInstrumentation;
import io.autobot.agent.instrumentation.lettuce.LettuceInstrumentation;
import io.autobot.agent.instrumentation.okhttp.OkHttpInstrumentation;
import io.autobot.agent.instrumentation.quartz.QuartzInstrumentation;
import io.autobot.agent.instrumentation.reactornetty.ReactorNettyInstrumentation;
import io.autobot.agent.instrumentation.redisson.RedissonInstrumentation;
import io.autobot.agent.instrumentation.resilience4j.Resilience4jInstrumentation;
import io.autobot.agent.instrumentation.rules.RulesInstrumentation;
import io.autobot.agent.instrumentation.springaitools.SpringAiToolsInstrumentation;
import io.autobot.agent.instrumentation.springbatch.SpringBatchInstrumentation;
import io.autobot.agent.instrumentation.springcoreretry.SpringCoreRetryInstrumentation;
import io.autobot.agent.instrumentation.springretry.SpringRetryInstrumentation;
import io.autobot.agent.instrumentation.springtasks.SpringTasksInstrumentation;
import io.autobot.agent.instrumentation.vertxhttp.VertxHttpInstrumentation;
import io.autobot.agent.instrumentation.vertxredis.VertxRedisInstrumentation;
import io.autobot.agent.spi.Instrumentation;
import java.util.List;

/** The table of contents: every instrumentation that the agent's jar holds. */
public final class Instrumentations {
    /** In the order in which status and documentation show them. */
    public static final List<Instrumentation> ALL = List.of(
            new JedisInstrumentation(),
            new LettuceInstrumentation(),
            new RedissonInstrumentation(),
            new VertxRedisInstrumentation(),
            new Resilience4jInstrumentation(),
            new FailsafeInstrumentation(),
            new SpringRetryInstrumentation(),
            new SpringCoreRetryInstrumentation(),
            new JavaHttpClientInstrumentation(),
            new OkHttpInstrumentation(),
            new HttpUrlConnectionInstrumentation(),
            new ApacheHttpClient5Instrumentation(),
            new ApacheHttpClient4Instrumentation(),
            new ReactorNettyInstrumentation(),
            new JettyClientInstrumentation(),
            new JettyClient11Instrumentation(),
            new VertxHttpInstrumentation(),
            new AwsSdkInstrumentation(),
            new Langchain4jToolsInstrumentation(),
            new SpringAiToolsInstrumentation(),
            new ExecutorsInstrumentation(),
            new SpringTasksInstrumentation(),
            new QuartzInstrumentation(),
            new DbSchedulerInstrumentation(),
            new JobRunrInstrumentation(),
            new SpringBatchInstrumentation(),
            new Langgraph4jInstrumentation(),
            new Langchain4jAgenticInstrumentation(),
            new RulesInstrumentation());

    private Instrumentations() {}
}

package io.autobot.agent.dist;

import static com.tngtech.archunit.base.DescribedPredicate.alwaysTrue;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import io.autobot.agent.AgentLauncher;
import io.autobot.agent.spi.Instrumentation;
import io.autobot.agent.start.AgentStart;
import io.autobot.agent.testkit.Matrix;
import java.util.ArrayList;
import java.util.List;
import net.bytebuddy.asm.Advice;
import org.junit.jupiter.api.Test;

/** Who may know whom. */
class ArchitectureTest {
    private static final String INSTRUMENTATIONS = "io.autobot.agent.instrumentation..";

    private static final JavaClasses CORE = modulesOf(AgentStart.class);

    /** The launcher, core and every instrumentation. */
    private static final JavaClasses AGENT = modulesOf(agentClasses());

    private static final JavaClasses DEVELOPMENT = modulesOf(AgentStart.class, Matrix.class);

    private static Class<?>[] agentClasses() {
        List<Class<?>> classes = new ArrayList<>(List.of(AgentLauncher.class, AgentStart.class));
        for (Instrumentation instrumentation : Instrumentations.ALL) {
            classes.add(instrumentation.getClass());
        }
        Advices.hooks().forEach(hook -> classes.add(hook.advice()));
        return classes.toArray(Class<?>[]::new);
    }

    private static JavaClasses modulesOf(Class<?>... ofModules) {
        return new ClassFileImporter()
                .withImportOption(new ImportOption.DoNotIncludeTests())
                .importUrls(java.util.Arrays.stream(ofModules)
                        .map(type -> type.getProtectionDomain().getCodeSource().getLocation())
                        .distinct()
                        .toList());
    }

    private static final DescribedPredicate<JavaClass> ADVICE = DescribedPredicate.describe(
            "advice", type -> type.getMethods().stream().anyMatch(ArchitectureTest::isAdvice));

    private static boolean isAdvice(JavaMethod method) {
        return method.isAnnotatedWith(Advice.OnMethodEnter.class) || method.isAnnotatedWith(Advice.OnMethodExit.class);
    }

    @Test
    void thePackagesOfCoreHaveNoCycles() {
        slices().matching("io.autobot.agent.(*)..").should().beFreeOfCycles().check(CORE);
    }

    @Test
    void coreKnowsTheJdkAndWhatTheJarBundlesAndNoInstrumentedLibrary() {
        classes()
                .should()
                .onlyDependOnClassesThat()
                .resideInAnyPackage(
                        "java..",
                        "javax.net.ssl..",
                        "com.sun.net.httpserver..",
                        "com.sun.tools.attach..",
                        "net.bytebuddy..",
                        "io.prometheus.metrics..",
                        "org.snakeyaml.engine..",
                        "io.autobot.agent..")
                .check(CORE);
        noClasses()
                .that()
                .doNotHaveFullyQualifiedName("io.autobot.agent.instrumentation.LookupExposer")
                .should()
                .dependOnClassesThat()
                .resideInAPackage(INSTRUMENTATIONS)
                .check(CORE);
    }

    @Test
    void adviceKnowsItsDomainItsLibraryAndNothingOfTheAgentBehindThem() {
        assertThat(AGENT.that(ADVICE)).isNotEmpty();
        noClasses()
                .that(ADVICE)
                .should()
                .dependOnClassesThat(resideInAPackage("io.autobot.agent..")
                        .and(DescribedPredicate.not(JavaClass.Predicates.resideInAnyPackage(
                                "io.autobot.agent.redis..",
                                "io.autobot.agent.resilience..",
                                "io.autobot.agent.tasks..",
                                "io.autobot.agent.workflow..",
                                "io.autobot.agent.flows..",
                                "io.autobot.agent.http..",
                                "io.autobot.agent.llm..",
                                "io.autobot.agent.spi..",
                                INSTRUMENTATIONS))))
                .check(AGENT);
        // Its annotations name Byte Buddy; its code must not.
        noClasses()
                .that(ADVICE)
                .should()
                .accessClassesThat()
                .resideInAPackage("net.bytebuddy..")
                .check(AGENT);
    }

    @Test
    void instrumentationsKnowNeitherMetricsNorConfigurationNorHowTheyAreWoven() {
        noClasses()
                .that()
                .resideInAPackage(INSTRUMENTATIONS)
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(
                        "io.prometheus..",
                        "io.autobot.agent.cli..",
                        "io.autobot.agent.config..",
                        "io.autobot.agent.endpoint..",
                        "io.autobot.agent.gate..",
                        "io.autobot.agent.link..",
                        "io.autobot.agent.metrics..",
                        "io.autobot.agent.start..",
                        "io.autobot.agent.weave..")
                .check(AGENT);
    }

    @Test
    void instrumentationsDoNotKnowEachOtherButForWhatRedisClientsShare() {
        slices().matching("io.autobot.agent.instrumentation.(*)..")
                .should()
                .notDependOnEachOther()
                .ignoreDependency(
                        alwaysTrue(),
                        JavaClass.Predicates.resideInAnyPackage(
                                "io.autobot.agent.instrumentation.redis..", "io.autobot.agent.instrumentation.pool2.."))
                .check(AGENT);
    }

    @Test
    void nothingOfTheAgentLogsThroughTheApplicationsLogging() {
        noClasses()
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("java.util.logging..", "org.slf4j..", "org.apache.logging..")
                .check(AGENT);
        noClasses()
                .should()
                .dependOnClassesThat()
                .haveFullyQualifiedName("java.lang.System$Logger")
                .check(AGENT);
    }

    @Test
    void nothingKnowsTheDistribution() {
        noClasses()
                .should()
                .dependOnClassesThat()
                .resideInAPackage("io.autobot.agent.dist..")
                .check(AGENT);
        noClasses()
                .should()
                .dependOnClassesThat()
                .resideInAPackage("io.autobot.agent.dist..")
                .check(DEVELOPMENT);
    }
}

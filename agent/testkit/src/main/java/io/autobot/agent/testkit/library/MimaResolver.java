package io.autobot.agent.testkit.library;

import eu.maveniverse.maven.mima.context.Context;
import eu.maveniverse.maven.mima.context.ContextOverrides;
import eu.maveniverse.maven.mima.context.Runtimes;
import java.util.List;
import java.util.function.BiFunction;
import java.util.stream.Collectors;
import org.eclipse.aether.artifact.DefaultArtifact;
import org.eclipse.aether.collection.CollectRequest;
import org.eclipse.aether.graph.Dependency;
import org.eclipse.aether.graph.Exclusion;
import org.eclipse.aether.resolution.ArtifactResult;
import org.eclipse.aether.resolution.DependencyRequest;
import org.eclipse.aether.resolution.DependencyResolutionException;
import org.eclipse.aether.util.artifact.JavaScopes;
import org.eclipse.aether.util.filter.DependencyFilterUtils;

/** Maven's own resolver. Loaded by {@link IsolatedResolver} only, hence only JDK types in its signature. */
public final class MimaResolver implements BiFunction<List<String>, List<String>, List<String>> {
    /** Coordinates and exclusions to absolute paths, in class-path order. */
    @Override
    public List<String> apply(List<String> coordinates, List<String> exclusions) {
        List<Exclusion> leftOut =
                exclusions.stream().map(MimaResolver::exclusion).collect(Collectors.toList());
        ContextOverrides overrides =
                ContextOverrides.create().withUserSettings(true).build();
        try (Context context = Runtimes.INSTANCE.getRuntime().create(overrides)) {
            CollectRequest wanted = new CollectRequest();
            wanted.setRepositories(context.remoteRepositories());
            for (String coordinate : coordinates) {
                wanted.addDependency(
                        new Dependency(new DefaultArtifact(coordinate), JavaScopes.RUNTIME, false, leftOut));
            }
            DependencyRequest request =
                    new DependencyRequest(wanted, DependencyFilterUtils.classpathFilter(JavaScopes.RUNTIME));
            return context
                    .repositorySystem()
                    .resolveDependencies(context.repositorySystemSession(), request)
                    .getArtifactResults()
                    .stream()
                    .map(ArtifactResult::getArtifact)
                    .map(artifact -> artifact.getFile().getAbsolutePath())
                    .collect(Collectors.toList());
        } catch (DependencyResolutionException e) {
            throw new IllegalStateException("cannot resolve " + coordinates + ": " + e.getMessage(), e);
        }
    }

    private static Exclusion exclusion(String groupAndArtifact) {
        String[] parts = groupAndArtifact.split(":");
        if (parts.length != 2) {
            throw new IllegalArgumentException("an exclusion is group:artifact, not " + groupAndArtifact);
        }
        return new Exclusion(parts[0], parts[1], "*", "*");
    }
}

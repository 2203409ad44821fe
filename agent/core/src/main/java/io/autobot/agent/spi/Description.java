package io.autobot.agent.spi;

import io.autobot.agent.status.Group;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What an {@link Instrumentation} says about itself. Confined to the thread that describes. */
public final class Description {
    private final Map<String, TypeTarget> types = new LinkedHashMap<>();
    private final Map<String, TypeTarget> templates = new LinkedHashMap<>();
    private String name;
    private Group group;
    private List<Group> fed = List.of();
    private boolean late;
    private String library = "";
    private String oldest = "";
    private String newest = "";

    /** Describes one instrumentation. */
    public static Description of(Instrumentation instrumentation) {
        Description description = new Description();
        instrumentation.describe(description);
        if (description.name == null || description.fed.isEmpty() || description.library.isEmpty()) {
            throw new IllegalStateException(
                    instrumentation.getClass().getName() + " must give a name, what it feeds and a library");
        }
        return description;
    }

    /** The name in configuration, metrics and documentation: the module's folder, for example {@code jedis}. */
    public Description name(String instrumentation) {
        this.name = instrumentation;
        return this;
    }

    /**
     * The categories of metric families that this instrumentation feeds; it is switched with the first, unless
     * {@link #inGroup} says otherwise.
     */
    public Description feeds(Group first, Group... more) {
        List<Group> categories = new ArrayList<>(List.of(more));
        categories.add(0, first);
        fed = List.copyOf(categories);
        return group == null ? inGroup(first) : this;
    }

    /** The name in configuration that switches it together with its like. */
    public Description inGroup(Group switched) {
        this.group = switched;
        return this;
    }

    /**
     * The library by its Maven coordinates and the oldest and newest minor versions that the tests run.
     *
     * @param coordinates {@code groupId:artifactId}
     */
    public Description library(String coordinates, String oldestTested, String newestTested) {
        this.library = coordinates;
        this.oldest = oldestTested;
        this.newest = newestTested;
        return this;
    }

    /**
     * Its classes are the JVM's own and there before the application, in every service: they are woven a moment after the
     * start, off its way.
     */
    public Description late() {
        late = true;
        return this;
    }

    /** A class to weave, by its exact binary name, for example {@code redis.clients.jedis.Connection}. */
    public TypeTarget type(String binaryName) {
        return types.computeIfAbsent(binaryName, TypeTarget::new);
    }

    /**
     * What goes into a class that only the application knows, when advice asks for it by {@link Weaving#ensureWoven}.
     * Methods the class lacks are passed over, required or not.
     *
     * @param template a name of the instrumentation's own, without a dot, for example {@code listener}
     */
    public TypeTarget template(String template) {
        return templates.computeIfAbsent(template, TypeTarget::new);
    }

    public String name() {
        return name;
    }

    /** With what it is switched. */
    public Group group() {
        return group;
    }

    /** The categories of the families it feeds. */
    public List<Group> fed() {
        return fed;
    }

    /** Whether {@link #late()} was said. */
    public boolean isLate() {
        return late;
    }

    public String library() {
        return library;
    }

    public String oldest() {
        return oldest;
    }

    public String newest() {
        return newest;
    }

    /** The classes to weave, in the order they were named. */
    public List<TypeTarget> types() {
        return List.copyOf(types.values());
    }

    /** The templates, in the order they were named. */
    public List<TypeTarget> templates() {
        return List.copyOf(templates.values());
    }

    /** The target of this binary name, or {@code null}. */
    public TypeTarget find(String binaryName) {
        return types.get(binaryName);
    }

    /** The template of this name, or {@code null}. */
    public TypeTarget findTemplate(String template) {
        return templates.get(template);
    }
}

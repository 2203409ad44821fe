package io.autobot.agent.link;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Checks, before advice is linked, that the library has every member the advice and its helpers use. The list is made
 * at build time from the byte code; here each entry is resolved exactly as the JVM would resolve it.
 */
public final class ReferenceCheck {
    /** Where the generated list lies, relative to the agent's resources. */
    public static final String RESOURCE = "autobot-agent/references.list";

    private final ClassLoader agent;
    private Map<String, List<Reference>> references;

    /** @param agent whose resources hold the list; without one, nothing is missing */
    public ReferenceCheck(ClassLoader agent) {
        this.agent = agent;
    }

    /** How a member is used. */
    public enum Kind {
        TYPE,
        VIRTUAL,
        STATIC,
        CONSTRUCTOR,
        FIELD,
        STATIC_FIELD
    }

    /**
     * One thing of the library that advice uses.
     *
     * @param owner binary name
     * @param name member, empty for a type
     * @param descriptor of the member, empty for a type
     */
    public record Reference(Kind kind, String owner, String name, String descriptor) {
        /** One line of the generated list. */
        public String line() {
            return kind + " " + owner + (kind == Kind.TYPE ? "" : " " + name + " " + descriptor);
        }

        /** For people. */
        public String display() {
            return kind == Kind.TYPE ? owner : owner + "." + name + descriptor;
        }

        static Reference parse(String line) {
            String[] fields = line.split(" ");
            return new Reference(
                    Kind.valueOf(fields[0]),
                    fields[1],
                    fields.length > 2 ? fields[2] : "",
                    fields.length > 2 ? fields[3] : "");
        }
    }

    /** The first member that cannot be resolved, for people, or {@code null} when all is there. */
    String missing(String adviceClass, InstrumentationClassLoader loader)
            throws IOException, ReflectiveOperationException {
        List<Reference> needed = list().get(adviceClass);
        return needed == null ? null : missing(needed, loader, loader.lookup());
    }

    /** The first of these that cannot be resolved in this loader with these rights, or {@code null}. */
    public static String missing(List<Reference> needed, ClassLoader loader, MethodHandles.Lookup lookup) {
        for (Reference reference : needed) {
            if (!resolves(reference, loader, lookup)) {
                return reference.display();
            }
        }
        return null;
    }

    /** Reads a generated list: a line with the advice class, then its references indented by a space. */
    public static Map<String, List<Reference>> read(InputStream stream) throws IOException {
        Map<String, List<Reference>> read = new HashMap<>();
        BufferedReader reader = new BufferedReader(new InputStreamReader(stream, StandardCharsets.UTF_8));
        List<Reference> current = new ArrayList<>();
        for (String line = reader.readLine(); line != null; line = reader.readLine()) {
            if (line.startsWith(" ")) {
                current.add(Reference.parse(line.substring(1)));
            } else {
                current = new ArrayList<>();
                read.put(line, current);
            }
        }
        return read;
    }

    private synchronized Map<String, List<Reference>> list() throws IOException {
        if (references == null) {
            try (InputStream stream = agent.getResourceAsStream(RESOURCE)) {
                references = stream == null ? Map.of() : read(stream);
            }
        }
        return references;
    }

    private static boolean resolves(Reference reference, ClassLoader loader, MethodHandles.Lookup lookup) {
        try {
            Class<?> owner = Class.forName(reference.owner(), false, loader);
            switch (reference.kind()) {
                case TYPE -> {}
                case VIRTUAL -> lookup.findVirtual(owner, reference.name(), methodType(reference, loader));
                case STATIC -> lookup.findStatic(owner, reference.name(), methodType(reference, loader));
                case CONSTRUCTOR -> lookup.findConstructor(owner, methodType(reference, loader));
                case FIELD -> lookup.findVarHandle(owner, reference.name(), fieldType(reference, loader));
                case STATIC_FIELD -> lookup.findStaticVarHandle(owner, reference.name(), fieldType(reference, loader));
            }
            return true;
        } catch (ReflectiveOperationException | LinkageError | TypeNotPresentException missing) {
            return false;
        }
    }

    private static MethodType methodType(Reference reference, ClassLoader loader) {
        return MethodType.fromMethodDescriptorString(reference.descriptor(), loader);
    }

    private static Class<?> fieldType(Reference reference, ClassLoader loader) {
        return MethodType.fromMethodDescriptorString("()" + reference.descriptor(), loader)
                .returnType();
    }
}

package io.autobot.agent.weave;

import static net.bytebuddy.matcher.ElementMatchers.named;

import io.autobot.agent.gate.Gate;
import io.autobot.agent.gate.GateIndex;
import io.autobot.agent.spi.CarriedField;
import io.autobot.agent.spi.Description;
import io.autobot.agent.spi.Instrumentation;
import io.autobot.agent.spi.MethodSelection;
import io.autobot.agent.spi.TypeTarget;
import io.autobot.agent.spi.TypeTarget.Hook;
import io.autobot.agent.spi.TypeTarget.HookPoint;
import io.autobot.agent.status.InstrumentationStatus.Reason;
import io.autobot.agent.status.StatusBoard;
import java.security.ProtectionDomain;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import net.bytebuddy.description.method.MethodDescription;
import net.bytebuddy.description.type.TypeDescription;
import net.bytebuddy.dynamic.ClassFileLocator;
import net.bytebuddy.jar.asm.ClassReader;
import net.bytebuddy.jar.asm.ClassWriter;
import net.bytebuddy.utility.OpenedClassReader;

/**
 * Weaves advice into the classes that the gate lets through: Byte Buddy's advice applied by a class visitor of our
 * own. Neither its agent builder nor its type builder is involved; they cost as much again as everything else here.
 *
 * <p>The result depends on the class file alone, so that a retransformation by any other agent weaves the same again.
 */
public final class Weaver implements Gate.Weaving {
    private final ClassLoader agentLoader;
    private final ClassFileLocator agentClassFiles;
    private final AdviceFactory advices;
    private final StatusBoard status;
    private final Verdicts verdicts;
    private final CarriedFields carried = new CarriedFields();
    private final Map<String, Description> descriptions = new ConcurrentHashMap<>();

    /**
     * @param agentLoader where instrumentations, advice and their class files are
     * @param dispatcher the class in {@code java.lang} that woven code calls
     */
    public Weaver(ClassLoader agentLoader, Class<?> dispatcher, StatusBoard status, Verdicts verdicts)
            throws NoSuchMethodException {
        this.agentLoader = agentLoader;
        this.agentClassFiles = new AgentClassFiles(agentLoader);
        this.advices = new AdviceFactory(agentClassFiles, dispatcher);
        this.status = status;
        this.verdicts = verdicts;
    }

    @Override
    public byte[] weave(
            List<Gate.Target> targets,
            Module module,
            ClassLoader loader,
            String internalName,
            Class<?> redefined,
            ProtectionDomain domain,
            byte[] classFile)
            throws Exception {
        ClassReader reader = OpenedClassReader.of(classFile);
        int version = OldClassFiles.versionToWrite(reader);
        TypeDescription type = describe(internalName, classFile);
        MethodHooks hooks = new MethodHooks();
        List<CarriedField> fields = new ArrayList<>(0);
        // By identity: the first hash of a record makes the JVM build its method, 30 ms in the application's start.
        Map<GateIndex.Entry, LibraryVersion> matched = new IdentityHashMap<>();
        for (Gate.Target target : targets) {
            GateIndex.Entry entry = target.entry();
            if (verdicts.incompatible(loader, entry.name())) {
                continue;
            }
            TypeTarget template = description(entry).findTemplate(target.name());
            if (template != null && target.selection() != null) {
                if (canCarry(entry, type, version) && selectMethods(entry, template, target.selection(), type, hooks)) {
                    matched.put(entry, LibraryVersion.of(entry.library(), domain));
                }
                continue;
            }
            if (template != null) {
                selectTemplate(entry, template, type, version, hooks);
                continue;
            }
            LibraryVersion found = LibraryVersion.of(entry.library(), domain);
            if (version == 0) {
                reject(
                        entry,
                        loader,
                        Reason.OLD_CLASS_FILE,
                        internalName + " is an old class file (major version " + reader.readUnsignedShort(6)
                                + ") that cannot carry the hooks",
                        found);
            } else if (select(entry, type, loader, hooks, found)) {
                TypeTarget described = description(entry).find(type.getName());
                addNew(described.fields(), fields);
                if (!described.isOfAnotherLibrary()) {
                    matched.put(entry, found);
                }
            }
        }
        List<CarriedField> written = carried.toWrite(fields, loader, internalName, redefined != null);
        if (hooks.isEmpty() && written.isEmpty()) {
            return null;
        }
        byte[] woven = apply(reader, version, type, hooks, written);
        carried.written(written, loader, internalName);
        for (Map.Entry<GateIndex.Entry, LibraryVersion> match : matched.entrySet()) {
            status.active(match.getKey().name(), match.getValue());
        }
        return woven;
    }

    /** Adds this instrumentation's hooks; all of them or, where a required one does not match, none. */
    private boolean select(
            GateIndex.Entry entry, TypeDescription type, ClassLoader loader, MethodHooks hooks, LibraryVersion found)
            throws Exception {
        TypeTarget target = description(entry).find(type.getName());
        MethodHooks own = new MethodHooks();
        for (HookPoint point : target.hooks()) {
            if (!selectFirst(point, entry, type, own) && point.required()) {
                reject(entry, loader, Reason.UNSUPPORTED_VERSION, missing(entry, type, point, found), found);
                return false;
            }
        }
        hooks.addAll(own);
        return !own.isEmpty() || !target.fields().isEmpty();
    }

    /** A class of the application's own: what it lacks says nothing about the library. */
    private void selectTemplate(
            GateIndex.Entry entry, TypeTarget template, TypeDescription type, int version, MethodHooks hooks) {
        if (canCarry(entry, type, version)) {
            for (HookPoint point : template.hooks()) {
                selectFirst(point, entry, type, hooks);
            }
        }
    }

    private boolean canCarry(GateIndex.Entry entry, TypeDescription type, int version) {
        if (version == 0) {
            status.note(entry.name() + " does not see " + type.getName()
                    + ", which is an old class file that cannot carry the hooks");
        }
        return version != 0;
    }

    /** Each method that is meant gets the first advice that fits it. */
    private boolean selectMethods(
            GateIndex.Entry entry,
            TypeTarget template,
            MethodSelection selection,
            TypeDescription type,
            MethodHooks hooks) {
        List<String> others = new ArrayList<>();
        boolean bodiless = false;
        boolean meant = false;
        boolean found = false;
        for (MethodDescription.InDefinedShape method : type.getDeclaredMethods()) {
            String name = method.getInternalName();
            if (method.isSynthetic() || !method.isMethod()) {
                continue;
            }
            if (!selection.selects(name, method.getDescriptor())) {
                others.add(name);
            } else if (method.isAbstract() || method.isNative()) {
                bodiless = true;
            } else {
                meant = true;
                if (selection.number(type.getName(), name, method.getDescriptor(), method.isStatic()) >= 0) {
                    addFirst(entry, template, selection, method, hooks);
                    found = true;
                }
            }
        }
        if (!meant) {
            selection.notIn(type.getName(), bodiless, others);
        }
        return found;
    }

    private void addFirst(
            GateIndex.Entry entry,
            TypeTarget template,
            MethodSelection selection,
            MethodDescription.InDefinedShape method,
            MethodHooks hooks) {
        for (HookPoint point : template.hooks()) {
            for (Hook hook : point.alternatives()) {
                if (hook.match().matches(method.getInternalName(), method.getDescriptor())) {
                    String advice = hook.advice().getName();
                    hooks.add(
                            method,
                            MethodHooks.key(advice, selection),
                            advices.advice(entry.name(), advice, selection));
                    break;
                }
            }
        }
    }

    private boolean selectFirst(HookPoint point, GateIndex.Entry entry, TypeDescription type, MethodHooks hooks) {
        for (Hook hook : point.alternatives()) {
            if (hook.field() != null
                    && type.getDeclaredFields().filter(named(hook.field())).isEmpty()) {
                continue;
            }
            boolean found = false;
            for (MethodDescription.InDefinedShape method : type.getDeclaredMethods()) {
                if (!method.isBridge()
                        && !method.isAbstract()
                        && !method.isNative()
                        && hook.match().matches(method.getInternalName(), method.getDescriptor())) {
                    hooks.add(
                            method,
                            hook.advice().getName(),
                            advices.advice(entry.name(), hook.advice().getName(), null));
                    found = true;
                }
            }
            if (found) {
                return true;
            }
        }
        return false;
    }

    private void reject(
            GateIndex.Entry entry, ClassLoader loader, Reason reason, String message, LibraryVersion found) {
        verdicts.reject(loader, entry.name());
        status.incompatible(entry.name(), reason, message, found);
    }

    private static String missing(GateIndex.Entry entry, TypeDescription type, HookPoint point, LibraryVersion found) {
        StringBuilder wanted = new StringBuilder();
        for (Hook hook : point.alternatives()) {
            wanted.append(wanted.length() == 0 ? "" : " or ").append(hook.match());
        }
        return "is off: " + entry.library() + " " + found.get() + " is not supported (tested: " + entry.oldest()
                + " to " + entry.newest() + "); " + type.getName() + " has no " + wanted;
    }

    private Description description(GateIndex.Entry entry) throws Exception {
        Description known = descriptions.get(entry.name());
        if (known == null) {
            Instrumentation instrumentation = (Instrumentation) Class.forName(entry.implementation(), true, agentLoader)
                    .getConstructor()
                    .newInstance();
            known = Description.of(instrumentation);
            descriptions.put(entry.name(), known);
        }
        return known;
    }

    private TypeDescription describe(String internalName, byte[] classFile) {
        String name = internalName.replace('/', '.');
        ClassFileLocator itself = ClassFileLocator.Simple.of(name, classFile);
        return LatentTypePool.over(itself).describe(name).resolve();
    }

    /** Two instrumentations may share a field. */
    private static void addNew(List<CarriedField> described, List<CarriedField> fields) {
        for (CarriedField field : described) {
            if (!fields.contains(field)) {
                fields.add(field);
            }
        }
    }

    private byte[] apply(
            ClassReader reader, int version, TypeDescription type, MethodHooks hooks, List<CarriedField> fields) {
        // No flags: the advice keeps frames and stack sizes right itself, so nothing asks for a class hierarchy.
        ClassWriter writer = new ClassWriter(reader, 0);
        reader.accept(
                new WeavingVisitor(writer, version, type, hooks, fields, LatentTypePool.over(agentClassFiles)), 0);
        return writer.toByteArray();
    }
}

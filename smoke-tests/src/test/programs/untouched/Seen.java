import java.lang.management.ManagementFactory;
import java.lang.reflect.Constructor;
import java.lang.reflect.Field;
import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.Callable;
import javax.management.ObjectName;

/** Prints what a service can see. */
final class Seen {
    private Seen() {}

    /** Prints the result, or the exception with all that belongs to it. */
    static void step(String name, Callable<?> body) {
        try {
            System.out.println(name + ": " + text(body.call()));
        } catch (Throwable thrown) {
            System.out.println(name + ": thrown");
            print(thrown, "  ");
        }
    }

    /** Prints the shape of classes that an agent may have changed. */
    static void types() {
        for (String name : Arrays.asList("Connection", "Jedis", "JedisPool", "JedisFactory", "ConnectionFactory")) {
            try {
                print(Class.forName("redis.clients.jedis." + name, false, Seen.class.getClassLoader()));
            } catch (ClassNotFoundException absent) {
                System.out.println(name + " absent");
            }
        }
        try {
            print(Class.forName("org.apache.commons.pool2.impl.GenericObjectPool"));
        } catch (ClassNotFoundException absent) {
            throw new IllegalStateException(absent);
        }
    }

    /** Prints the names in the platform's bean server. */
    static void beans() {
        Set<String> names = new TreeSet<>();
        for (ObjectName bean : ManagementFactory.getPlatformMBeanServer().queryNames(null, null)) {
            names.add(bean.getCanonicalName());
        }
        System.out.println("beans " + names);
    }

    private static void print(Class<?> type) {
        Set<String> members = new TreeSet<>();
        for (Field field : type.getDeclaredFields()) {
            members.add(field.toString());
        }
        for (Method method : type.getDeclaredMethods()) {
            members.add(method.toGenericString() + Arrays.toString(method.getAnnotations()));
        }
        for (Constructor<?> constructor : type.getDeclaredConstructors()) {
            members.add(constructor.toGenericString());
        }
        System.out.println(type + " " + Arrays.toString(type.getInterfaces()) + " " + members);
    }

    private static void print(Throwable thrown, String indent) {
        System.out.println(indent + thrown.getClass().getName() + ": " + thrown.getMessage());
        for (StackTraceElement frame : thrown.getStackTrace()) {
            System.out.println(indent + "at " + frame);
        }
        for (Throwable suppressed : thrown.getSuppressed()) {
            System.out.println(indent + "suppressed");
            print(suppressed, indent + "  ");
        }
        if (thrown.getCause() != null) {
            System.out.println(indent + "cause");
            print(thrown.getCause(), indent + "  ");
        }
    }

    private static String text(Object value) {
        if (value instanceof byte[]) {
            return Arrays.toString((byte[]) value);
        }
        if (value instanceof Iterable) {
            StringBuilder all = new StringBuilder("[");
            for (Object one : (Iterable<?>) value) {
                all.append(text(one)).append(", ");
            }
            return all.append("]").toString();
        }
        return String.valueOf(value);
    }
}

package io.guildhall.tests.simulation.beans;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;

/** The classes of a service that its container would make beans of. */
final class Classes {
    // By the names of types: in a simulated process every class has the same hash.
    private static final Map<String, List<Class<?>>> KNOWN = new ConcurrentHashMap<>();

    private static final Map<String, List<Method>> PRODUCERS = new ConcurrentHashMap<>();

    private Classes() {}

    /** Those beside the class, wherever that was loaded from, in its package and below. */
    static List<Class<?>> around(Class<?> one) {
        return KNOWN.computeIfAbsent(one.getName(), missing -> find(one));
    }

    /** The class's methods that make beans, always in the same order. */
    static List<Method> producers(Class<?> one) {
        return PRODUCERS.computeIfAbsent(one.getName(), missing -> Arrays.stream(one.getDeclaredMethods())
                .filter(method -> method.isAnnotationPresent(Produces.class))
                .sorted(Comparator.comparing(Method::getName))
                .toList());
    }

    private static List<Class<?>> find(Class<?> one) {
        try {
            String file = one.getName().replace('.', '/') + ".class";
            String place = one.getClassLoader().getResource(file).toString();
            String root = place.substring(0, place.length() - file.length());
            if (!root.startsWith("jar:")) {
                return find(Path.of(new URI(root)), one);
            }
            try (FileSystem jar =
                    FileSystems.newFileSystem(Path.of(new URI(root.substring("jar:".length(), root.indexOf("!/")))))) {
                return find(jar.getPath("/"), one);
            }
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        } catch (URISyntaxException malformed) {
            throw new IllegalArgumentException(malformed);
        }
    }

    private static List<Class<?>> find(Path root, Class<?> one) throws IOException {
        List<String> names;
        try (Stream<Path> files = Files.walk(root.resolve(one.getPackageName().replace('.', '/')))) {
            names = files.map(file -> root.relativize(file).toString())
                    .filter(name -> name.endsWith(".class") && !name.contains("_"))
                    .map(name ->
                            name.substring(0, name.length() - ".class".length()).replace('/', '.'))
                    .sorted()
                    .toList();
        }
        List<Class<?>> beans = new ArrayList<>();
        for (String name : names) {
            Class<?> candidate = load(name, one.getClassLoader());
            boolean scoped = candidate.isAnnotationPresent(ApplicationScoped.class)
                    || candidate.isAnnotationPresent(Singleton.class)
                    || !producers(candidate).isEmpty();
            if (scoped && !candidate.isInterface() && !Modifier.isAbstract(candidate.getModifiers())) {
                beans.add(candidate);
            }
        }
        return List.copyOf(beans);
    }

    private static Class<?> load(String name, ClassLoader loader) {
        try {
            return Class.forName(name, false, loader);
        } catch (ClassNotFoundException gone) {
            throw new IllegalStateException(gone);
        }
    }
}

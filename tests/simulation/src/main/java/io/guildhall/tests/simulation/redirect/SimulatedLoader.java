package io.guildhall.tests.simulation.redirect;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.MalformedURLException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Optional;

/**
 * Loads everything but the JDK once more, so that its clocks, threads, timers and lots are the simulation's. What is
 * simulated is therefore exactly what runs elsewhere, with nothing in it for the simulation's sake.
 */
public final class SimulatedLoader extends URLClassLoader {
    private final Redirection redirection;

    static {
        registerAsParallelCapable();
    }

    /** @param defect a class that is broken; empty for everything as it is */
    public SimulatedLoader(Optional<Defect> defect) {
        super(classPath(), ClassLoader.getPlatformClassLoader());
        redirection = new Redirection(defect);
    }

    @Override
    protected Class<?> findClass(String name) throws ClassNotFoundException {
        URL found = findResource(name.replace('.', '/') + ".class");
        if (found == null) {
            throw new ClassNotFoundException(name);
        }
        try (java.io.InputStream in = found.openStream()) {
            byte[] original = in.readAllBytes();
            byte[] bytes = name.startsWith(Redirection.class.getPackageName()) ? original : redirection.apply(original);
            return defineClass(name, bytes, 0, bytes.length);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private static URL[] classPath() {
        return Arrays.stream(System.getProperty("java.class.path").split(File.pathSeparator))
                .map(SimulatedLoader::url)
                .toArray(URL[]::new);
    }

    private static URL url(String entry) {
        try {
            return Path.of(entry).toUri().toURL();
        } catch (MalformedURLException malformed) {
            throw new IllegalArgumentException(entry, malformed);
        }
    }
}

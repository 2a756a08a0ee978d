package io.guildhall.tests.simulation.beans;

import io.quarkus.runtime.ShutdownDelayInitiatedEvent;
import io.quarkus.runtime.StartupEvent;
import io.smallrye.config.ConfigMapping;
import jakarta.annotation.Priority;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.inject.spi.ObserverMethod;
import jakarta.inject.Inject;
import java.lang.reflect.Constructor;
import java.lang.reflect.Executable;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Parameter;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * Puts the parts of one process together as the container does, so that what is simulated is composed as it is in earnest: by
 * constructors, with producers, and with what listens for the start and the end. What comes from outside of the process is given.
 */
public final class Beans {
    private final List<Class<?>> classes = new ArrayList<>();
    // All by the names of types: in a simulated process every class has the same hash.
    private final Map<String, Object> singletons = new LinkedHashMap<>();
    private final Map<String, Object> given = new LinkedHashMap<>();
    private final Map<String, Function<Class<?>, Object>> families = new LinkedHashMap<>();
    private final Map<String, List<?>> lists = new LinkedHashMap<>();
    private final Map<String, List<Method>> producers = new LinkedHashMap<>();
    private final Map<String, ?> settings;

    /**
     * @param services a class at the root of each service or library whose beans take part
     * @param settings what is set otherwise than by default, by the names of the methods of configuration interfaces
     */
    public Beans(List<Class<?>> services, Map<String, ?> settings) {
        services.forEach(service -> Classes.around(service).forEach(this::add));
        this.settings = settings;
    }

    /** This is the one of its type. */
    public <T> Beans give(Class<T> type, T bean) {
        given.put(type.getName(), bean);
        return this;
    }

    /** Beans of a generic type, by the argument. */
    public Beans giveEach(Class<?> type, Function<Class<?>, Object> byArgument) {
        families.put(type.getName(), byArgument);
        return this;
    }

    /** These and no others are all of their type. */
    public <T> Beans giveAll(Class<T> type, List<? extends T> all) {
        lists.put(type.getName(), all);
        return this;
    }

    public <T> T get(Class<T> type) {
        return type.cast(resolve(type));
    }

    /** It, if anybody has asked for it; makes nothing. */
    public <T> Optional<T> made(Class<T> type) {
        return Optional.ofNullable(singletons.get(type.getName())).map(type::cast);
    }

    /** Tells everything that listens for the start of the process, but for what the test leaves out. */
    public void start(List<Class<?>> but) {
        for (Class<?> type : List.copyOf(classes)) {
            for (Method method : type.getDeclaredMethods()) {
                if (!but.contains(type) && observer(method, StartupEvent.class).isPresent()) {
                    call(method, get(type));
                }
            }
        }
    }

    /** Tells everything that listens for the coming end of the process, one after the other; blocks for as long as they do. */
    public void stop() {
        record Listener(int priority, Class<?> type, Method method) {}

        List<Listener> listeners = new ArrayList<>();
        for (Class<?> type : List.copyOf(classes)) {
            for (Method method : type.getDeclaredMethods()) {
                observer(method, ShutdownDelayInitiatedEvent.class)
                        .map(Beans::priority)
                        .ifPresent(priority -> listeners.add(new Listener(priority, type, method)));
            }
        }
        listeners.sort(Comparator.comparingInt(Listener::priority));
        listeners.forEach(listener -> call(listener.method(), get(listener.type())));
    }

    private static Optional<Parameter> observer(Method method, Class<?> event) {
        return Arrays.stream(method.getParameters())
                .filter(parameter -> parameter.isAnnotationPresent(Observes.class) && parameter.getType() == event)
                .findFirst();
    }

    private static int priority(Parameter observing) {
        Priority priority = observing.getAnnotation(Priority.class);
        return priority == null ? ObserverMethod.DEFAULT_PRIORITY : priority.value();
    }

    private Object resolve(Type type) {
        if (type instanceof ParameterizedType generic) {
            return generic(generic);
        }
        Class<?> raw = (Class<?>) type;
        Object known = given.get(raw.getName());
        if (known != null) {
            return known;
        }
        if (raw == StartupEvent.class) {
            return new StartupEvent();
        }
        if (raw == ShutdownDelayInitiatedEvent.class) {
            return new ShutdownDelayInitiatedEvent();
        }
        if (raw.isAnnotationPresent(ConfigMapping.class)) {
            Object mapping = Settings.defaults(raw, settings);
            given.put(raw.getName(), mapping);
            return mapping;
        }
        return singleton(raw);
    }

    private Object generic(ParameterizedType type) {
        Class<?> raw = (Class<?>) type.getRawType();
        Type argument = type.getActualTypeArguments()[0];
        Class<?> element = (Class<?>) (argument instanceof ParameterizedType inner ? inner.getRawType() : argument);
        if (families.containsKey(raw.getName())) {
            return families.get(raw.getName()).apply(element);
        }
        if (raw == Optional.class) {
            return Optional.empty();
        }
        if (raw == List.class) {
            return lists.containsKey(element.getName()) ? lists.get(element.getName()) : all(element);
        }
        throw new IllegalStateException("nothing gives " + type);
    }

    /** Beans of their own class, and what is produced as this type. */
    private List<?> all(Class<?> type) {
        Stream<?> produced = producers(type).map(making -> call(making, singleton(making.getDeclaringClass())));
        return Stream.concat(candidates(type).stream().map(this::singleton), produced)
                .toList();
    }

    private List<Class<?>> candidates(Class<?> type) {
        return classes.stream().filter(type::isAssignableFrom).toList();
    }

    private Object singleton(Class<?> type) {
        Object ready = singletons.get(type.getName());
        if (ready != null) {
            return ready;
        }
        List<Class<?>> candidates = candidates(type);
        if (candidates.size() > 1) {
            throw new IllegalStateException("several beans are a " + type + ": " + candidates);
        }
        Optional<Method> producer = producers(type).findFirst();
        if (candidates.isEmpty() && producer.isEmpty() && type.getDeclaredConstructors().length == 1) {
            // Made by an extension of Quarkus, such as an endpoint.
            add(type);
            return singleton(type);
        }
        if (candidates.isEmpty()) {
            Method making = producer.orElseThrow(() -> new IllegalStateException("nothing is a " + type.getName()));
            Object produced = call(making, singleton(making.getDeclaringClass()));
            given.put(type.getName(), produced);
            return produced;
        }
        Class<?> found = candidates.getFirst();
        Object known = singletons.get(found.getName());
        if (known == null) {
            known = construct(found);
            singletons.put(found.getName(), known);
        }
        singletons.put(type.getName(), known);
        return known;
    }

    private Stream<Method> producers(Class<?> type) {
        return producers.getOrDefault(type.getName(), List.of()).stream();
    }

    private void add(Class<?> type) {
        classes.add(type);
        Classes.producers(type).forEach(method -> producers
                .computeIfAbsent(method.getReturnType().getName(), missing -> new ArrayList<>())
                .add(method));
    }

    private Object construct(Class<?> type) {
        Constructor<?>[] all = type.getDeclaredConstructors();
        Constructor<?> chosen = Arrays.stream(all)
                .filter(constructor -> all.length == 1 || constructor.isAnnotationPresent(Inject.class))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException(type + " has no constructor for a container"));
        try {
            chosen.setAccessible(true);
            return chosen.newInstance(arguments(chosen));
        } catch (InvocationTargetException failed) {
            throw new IllegalStateException(type.getName(), failed.getCause());
        } catch (ReflectiveOperationException impossible) {
            throw new IllegalStateException(type.getName(), impossible);
        }
    }

    private Object call(Method method, Object bean) {
        try {
            method.setAccessible(true);
            return method.invoke(bean, arguments(method));
        } catch (InvocationTargetException failed) {
            throw new IllegalStateException(method.toString(), failed.getCause());
        } catch (IllegalAccessException impossible) {
            throw new IllegalStateException(method.toString(), impossible);
        }
    }

    private Object[] arguments(Executable executable) {
        Parameter[] parameters = executable.getParameters();
        Object[] arguments = new Object[parameters.length];
        for (int index = 0; index < parameters.length; index++) {
            arguments[index] = resolve(parameters[index].getParameterizedType());
        }
        return arguments;
    }
}

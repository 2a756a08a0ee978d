package io.guildhall.tests.simulation.redirect;

import io.guildhall.tests.simulation.engine.Engine;
import java.util.Map;
import java.util.Set;
import java.util.function.BiPredicate;

/**
 * Calls of the JDK that take a run out of the seed's hands, and for which there is no substitute: chance, real threads, real clocks, and how
 * full the heap is. Libraries have many of them and do not come to most, so they are only held against the run that makes one.
 */
public final class Escapes {
    private static final Set<String> WITH_THREADS_OF_THEIR_OWN = Set.of(
            "java/util/Timer",
            "java/util/concurrent/ThreadPoolExecutor",
            "java/util/concurrent/ForkJoinPool",
            "java/lang/Thread");

    private static final Set<String> WITH_CLOCKS = Set.of(
            "java/time/LocalDate",
            "java/time/LocalTime",
            "java/time/LocalDateTime",
            "java/time/OffsetDateTime",
            "java/time/ZonedDateTime",
            "java/time/Year");

    /** By the class that the call names: whether a method of this name and descriptor is one. */
    private static final Map<String, BiPredicate<String, String>> OTHERS = Map.ofEntries(
            Map.entry("java/util/concurrent/ThreadLocalRandom", (name, type) -> !name.equals("current")),
            Map.entry("java/util/Random", (name, type) -> name.equals("<init>") && type.equals("()V")),
            Map.entry("java/util/SplittableRandom", (name, type) -> name.equals("<init>") && type.equals("()V")),
            Map.entry(
                    "java/util/random/RandomGenerator", (name, type) -> name.equals("getDefault") || name.equals("of")),
            Map.entry("java/lang/Math", (name, type) -> name.equals("random")),
            Map.entry("java/util/Collections", (name, type) -> name.equals("shuffle") && !type.contains("Random")),
            Map.entry("java/util/concurrent/CompletableFuture", Escapes::asynchronous),
            Map.entry("java/util/concurrent/CompletionStage", Escapes::asynchronous),
            Map.entry(
                    "java/util/concurrent/Executors",
                    (name, type) -> name.startsWith("new") && !name.equals("newThreadPerTaskExecutor")),
            Map.entry("java/util/concurrent/ForkJoinPool", (name, type) -> true),
            Map.entry("java/util/concurrent/ForkJoinTask", (name, type) -> name.equals("fork")),
            Map.entry("java/util/Date", (name, type) -> name.equals("<init>") && type.equals("()V")),
            Map.entry("java/time/Clock", (name, type) -> name.startsWith("system") || name.startsWith("tick")),
            Map.entry("java/lang/Runtime", (name, type) -> name.equals("freeMemory") || name.equals("totalMemory")));

    private Escapes() {}

    /** Simulated code comes here before it makes the call. */
    public static void met(String call) {
        if (Time.machine() != null) {
            Engine.current()
                    .escaped(call + " by "
                            + StackWalker.getInstance().walk(frames -> frames.skip(1)
                                    .findFirst()
                                    .orElseThrow()
                                    .toString()));
        }
    }

    /** Whether the call of this method is one. */
    static boolean is(String owner, String name, String type) {
        BiPredicate<String, String> other = OTHERS.get(owner);
        return other != null && other.test(name, type)
                || WITH_THREADS_OF_THEIR_OWN.contains(owner) && name.equals("<init>")
                || WITH_CLOCKS.contains(owner) && name.equals("now") && !type.contains("Clock")
                || name.equals("parallelStream") && type.startsWith("()")
                || name.equals("parallel") && owner.startsWith("java/util/stream/");
    }

    /** On the threads that all of a process share. */
    private static boolean asynchronous(String name, String type) {
        return name.endsWith("Async") && !type.contains("Executor");
    }
}

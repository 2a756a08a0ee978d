package io.guildhall.observability;

/** The one place where metric names are made: {@code guildhall.<service>.<what>}. */
public final class Metrics {
    private static final String ROOT = "io.guildhall.";

    private Metrics() {}

    /**
     * The name of a metric that a class of a service keeps.
     *
     * @param type any class below {@code io.guildhall.<service>}
     * @param what lower case, words parted by dots, such as {@code events.delivered}
     */
    public static String name(Class<?> type, String what) {
        String packageName = type.getPackageName();
        if (!packageName.startsWith(ROOT)) {
            throw new IllegalArgumentException("not a class of a service: " + type.getName());
        }
        String below = packageName.substring(ROOT.length());
        int end = below.indexOf('.');
        return name(end < 0 ? below : below.substring(0, end), what);
    }

    /** The name of a metric of the service with this name. */
    public static String name(String service, String what) {
        return "guildhall." + service + "." + what;
    }
}

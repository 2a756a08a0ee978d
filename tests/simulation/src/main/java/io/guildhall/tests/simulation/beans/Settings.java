package io.guildhall.tests.simulation.beans;

import io.smallrye.config.WithDefault;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A service's configuration as it is when nobody sets anything, but for what is overridden by the method's name. */
public final class Settings {
    private static final Pattern AMOUNT = Pattern.compile("(\\d+)(ms|[smhdSMHD])");

    /** What has no default is a secret, and those have a least length. */
    private static final String UNSET = "a secret that is no secret in a simulation";

    private Settings() {}

    public static <C> C defaults(Class<C> type, Map<String, ?> overridden) {
        return type.cast(Proxy.newProxyInstance(
                type.getClassLoader(), new Class<?>[] {type}, (proxy, method, arguments) -> value(method, overridden)));
    }

    private static Object value(Method method, Map<String, ?> overridden) {
        Object set = overridden.get(method.getName());
        if (set != null) {
            return set;
        }
        Class<?> type = method.getReturnType();
        WithDefault fallback = method.getAnnotation(WithDefault.class);
        if (fallback != null) {
            return parse(fallback.value(), type);
        }
        if (type == OptionalLong.class) {
            return OptionalLong.empty();
        }
        if (type == String.class) {
            return UNSET;
        }
        return type == Optional.class ? Optional.empty() : defaults(type, overridden);
    }

    private static Object parse(String text, Class<?> type) {
        if (type == int.class) {
            return Integer.parseInt(text);
        }
        if (type == long.class) {
            return Long.parseLong(text);
        }
        if (type == boolean.class) {
            return Boolean.parseBoolean(text);
        }
        if (type == Duration.class) {
            return duration(text);
        }
        if (type.isEnum()) {
            for (Object constant : type.getEnumConstants()) {
                if (constant.toString().equalsIgnoreCase(text)) {
                    return constant;
                }
            }
        }
        if (type == String.class) {
            return text;
        }
        throw new IllegalArgumentException("no " + type + " can be made of " + text);
    }

    private static Duration duration(String text) {
        Matcher amount = AMOUNT.matcher(text);
        if (!amount.matches()) {
            return Duration.parse(text);
        }
        long number = Long.parseLong(amount.group(1));
        return switch (amount.group(2).toLowerCase(java.util.Locale.ROOT)) {
            case "ms" -> Duration.ofMillis(number);
            case "s" -> Duration.ofSeconds(number);
            case "m" -> Duration.ofMinutes(number);
            case "h" -> Duration.ofHours(number);
            default -> Duration.ofDays(number);
        };
    }
}

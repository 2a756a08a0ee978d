package io.guildhall.tests.simulation.gateway;

import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Function;

/** Stands in for an interface of which only some methods are used; calling another one is an error. */
final class Stand {
    private final Class<?> type;
    private final Map<String, Function<Object[], Object>> methods = new HashMap<>();

    Stand(Class<?> type) {
        this.type = type;
    }

    Stand on(String method, Function<Object[], Object> answer) {
        methods.put(method, answer);
        return this;
    }

    <T> T as(Class<T> wanted) {
        return wanted.cast(Proxy.newProxyInstance(
                type.getClassLoader(),
                new Class<?>[] {type},
                (self, method, arguments) -> method.getDeclaringClass() == Object.class
                        ? own(self, method, arguments)
                        : answer(method).apply(arguments)));
    }

    private Function<Object[], Object> answer(Method method) {
        Function<Object[], Object> answer = methods.get(method.getName());
        if (answer == null) {
            throw new UnsupportedOperationException("the simulation has no " + method);
        }
        return answer;
    }

    private Object own(Object self, Method method, Object[] arguments) {
        return switch (method.getName()) {
            case "equals" -> self == arguments[0];
            case "hashCode" -> System.identityHashCode(self);
            default -> type.getSimpleName();
        };
    }
}

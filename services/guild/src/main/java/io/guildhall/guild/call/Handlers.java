package io.guildhall.guild.call;

import static java.util.function.Function.identity;

import io.guildhall.model.error.ApiException;
import io.guildhall.model.operation.Operation;
import io.guildhall.model.operation.catalogue.Operations;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jboss.logging.Logger;

/** The handlers of one kind, by the operations that they answer. */
public final class Handlers<H> {
    private static final Logger LOG = Logger.getLogger(Handlers.class);

    private final Map<String, H> byName;

    /** Fails when two handlers answer one operation. */
    public Handlers(Collection<? extends H> handlers, Function<? super H, Operation> operation) {
        byName = handlers.stream()
                .collect(Collectors.toUnmodifiableMap(
                        handler -> operation.apply(handler).name(), identity()));
    }

    public Optional<H> find(String operation) {
        return Optional.ofNullable(byName.get(operation));
    }

    /** The operation with this name; refused when only newer nodes know it. */
    public static Operation known(String name) {
        return Operations.byName(name).orElseThrow(() -> unknown(name));
    }

    /** How a call is refused that nobody here answers: its sender is newer than this node. */
    public static ApiException unknown(String what) {
        LOG.warnf("%s is not answered here: the caller is newer than this node, or is mistaken", what);
        return ApiException.unknownHere();
    }
}

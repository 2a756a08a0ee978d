package io.guildhall.clientport;

import io.guildhall.model.error.ApiException;
import io.guildhall.model.error.ErrorCode;
import io.quarkus.runtime.configuration.MemorySize;
import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.core.http.HttpHeaders;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Answers in the form of every other error who says that a body is larger than the server takes; the server itself would say nothing. */
@ApplicationScoped
class LargeBodies {
    /** Before requests are counted, and before the server looks. */
    private static final int FIRST = 100_001;

    private final long most;

    LargeBodies(@ConfigProperty(name = "quarkus.http.limits.max-body-size") Optional<MemorySize> most) {
        this.most = most.map(MemorySize::asLongValue).orElse(Long.MAX_VALUE);
    }

    void register(@Observes Filters filters) {
        filters.register(this::check, FIRST);
    }

    private void check(RoutingContext routing) {
        if (length(routing.request().getHeader(HttpHeaders.CONTENT_LENGTH)) > most) {
            Refusals.answer(routing, ApiException.of(ErrorCode.REQUEST_ENTITY_TOO_LARGE));
        } else {
            routing.next();
        }
    }

    /** The decoder has looked at it: digits, or nothing. */
    private static long length(String said) {
        try {
            return said == null ? 0 : Long.parseLong(said);
        } catch (NumberFormatException none) {
            return 0;
        }
    }
}

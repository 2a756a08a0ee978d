package io.guildhall.api.http;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.guildhall.api.body.BodyReader;
import io.guildhall.api.body.ParsedBody;
import io.guildhall.api.body.PathParameters;
import io.guildhall.api.body.QueryReader;
import io.guildhall.api.body.Reason;
import io.guildhall.api.body.ThreadPath;
import io.guildhall.api.call.AnsweredRefusal;
import io.guildhall.api.call.ApiCall;
import io.guildhall.api.call.RestAnswer;
import io.guildhall.api.call.RestRequest;
import io.guildhall.api.call.Unavailable;
import io.guildhall.api.caller.Authenticator;
import io.guildhall.api.caller.PathTokens;
import io.guildhall.api.endpoint.Callbacks;
import io.guildhall.api.limit.InvalidRequests;
import io.guildhall.api.limit.LimitGuard;
import io.guildhall.api.limit.RateLimited;
import io.guildhall.api.route.RawPath;
import io.guildhall.api.route.RouteTable;
import io.guildhall.model.error.ApiException;
import io.guildhall.model.error.ErrorCode;
import io.guildhall.model.identity.Identity;
import io.guildhall.model.locale.Locales;
import io.guildhall.model.operation.Access;
import io.guildhall.model.operation.Operation;
import io.guildhall.model.operation.Scope;
import io.guildhall.model.operation.catalogue.Operations;
import io.guildhall.observability.logging.LogContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Map;
import java.util.Optional;
import org.jboss.logging.Logger;

/**
 * The way of every request: which operation? who calls, and banned? how often? is it well formed? Then its owner, or api
 * itself, answers. Whatever goes wrong on the way becomes an answer here; nothing is thrown. Blocks: runs on a virtual
 * thread.
 */
@ApplicationScoped
public class RequestPipeline implements Callbacks {
    private static final Logger LOG = Logger.getLogger(RequestPipeline.class);

    private final RouteTable routes = new RouteTable(Operations.all());
    private final InvalidRequests invalidRequests;
    private final Authenticator authenticator;
    private final PathTokens tokens;
    private final LimitGuard limits;
    private final ThreadPath threads;
    private final BodyReader bodies;
    private final Dispatcher dispatcher;
    private final RequestMetrics metrics;

    @Inject
    public RequestPipeline(
            InvalidRequests invalidRequests,
            Authenticator authenticator,
            PathTokens tokens,
            LimitGuard limits,
            ThreadPath threads,
            BodyReader bodies,
            Dispatcher dispatcher,
            RequestMetrics metrics) {
        this.invalidRequests = invalidRequests;
        this.authenticator = authenticator;
        this.tokens = tokens;
        this.limits = limits;
        this.threads = threads;
        this.bodies = bodies;
        this.dispatcher = dispatcher;
        this.metrics = metrics;
    }

    @Override
    public RestAnswer answer(RestRequest request) {
        long began = System.nanoTime();
        Optional<RouteTable.Found> route = Optional.empty();
        String caller = InvalidRequests.address(request.address());
        RestAnswer answer;
        try {
            Optional<Identity> identity = identify(request);
            caller = identity.map(known -> InvalidRequests.account(known.userId()))
                    .orElse(caller);
            invalidRequests.refuseBanned(caller);
            route = Optional.of(match(request));
            answer = RateLimited.marked(answerMatched(request, route.get(), identity));
        } catch (ApiException refusal) {
            answer = RateLimited.marked(RestAnswer.of(refusal));
        } catch (RateLimited limited) {
            answer = limited.answer();
        } catch (RuntimeException broken) {
            answer = RestAnswer.of(refusalOf("a request", 0, broken));
        }
        invalidRequests.count(caller, answer.status());
        String operation = route.map(found -> found.operation().name()).orElse(RequestMetrics.NO_OPERATION);
        metrics.record(operation, answer.status(), System.nanoTime() - began);
        return answer;
    }

    /** A ban of an address is for those who show no good token: others behind the same address keep theirs. */
    private Optional<Identity> identify(RestRequest request) {
        try {
            return authenticator.authenticate(request.header("Authorization"));
        } catch (ApiException noGoodToken) {
            invalidRequests.refuseBanned(InvalidRequests.address(request.address()));
            throw noGoodToken;
        }
    }

    private RestAnswer answerMatched(RestRequest request, RouteTable.Found route, Optional<Identity> shown) {
        Operation operation = route.operation();
        Optional<Identity> identity = authenticator.check(operation, shown);
        if (operation.access() == Access.TOKEN) {
            Map<String, String> parameters = PathParameters.parsed(route.parameters());
            PathTokens.Bearer bearer = bearer(request, parameters, identity);
            return answerLimited(request, operation, Optional.of(bearer.identity()), parameters, bearer.path());
        }
        limits.takeGlobal(identity, request.address());
        Map<String, String> path = PathParameters.parsed(PathParameters.resolve(route.parameters(), identity));
        return answerLimited(request, operation, identity, path, path);
    }

    /** Good tokens have limits of their own, and their application may have many of them. */
    private PathTokens.Bearer bearer(RestRequest request, Map<String, String> parameters, Optional<Identity> identity) {
        try {
            return tokens.read(parameters);
        } catch (ApiException noGoodToken) {
            limits.takeGlobal(identity, request.address());
            throw noGoodToken;
        }
    }

    /** @param limited the parameters that tell buckets apart */
    private RestAnswer answerLimited(
            RestRequest request,
            Operation operation,
            Optional<Identity> identity,
            Map<String, String> limited,
            Map<String, String> path) {
        Map<String, String> headers = limits.take(operation, identity, request.address(), limited);
        try {
            return run(request, operation, identity, path).with(headers);
        } catch (ApiException refusal) {
            return RestAnswer.of(refusal).with(headers);
        } catch (AnsweredRefusal refusal) {
            return refusal.answer().with(headers);
        } catch (RuntimeException broken) {
            return RestAnswer.of(refusalOf(
                            operation.name(), identity.map(Identity::userId).orElse(0L), broken))
                    .with(headers);
        }
    }

    private RestAnswer run(
            RestRequest request, Operation operation, Optional<Identity> identity, Map<String, String> parameters) {
        ObjectNode query = QueryReader.read(request.query(), operation);
        Map<String, String> path = threads.of(operation, parameters, query);
        String reason = Reason.decode(request.header("X-Audit-Log-Reason"));
        try (ParsedBody body = bodies.read(request, operation, identity, path)) {
            return dispatch(request, operation, identity, path, query, reason, body);
        }
    }

    private RestAnswer dispatch(
            RestRequest request,
            Operation operation,
            Optional<Identity> identity,
            Map<String, String> path,
            ObjectNode query,
            String reason,
            ParsedBody body) {
        try {
            ApiCall call = new ApiCall(
                    operation,
                    identity,
                    path,
                    query,
                    body.json(),
                    reason,
                    Locales.asked(request.header("X-Discord-Locale"), request.header("Accept-Language"))
                            .orElse(""),
                    body.files(),
                    request.address());
            RestAnswer answer = dispatcher.dispatch(call, body.pictures());
            if (answer.status() < 400) {
                // Whether files stay that come with a token, and for how long, their channel's owner has written down;
                // api itself keeps none for ever.
                if (operation.access() != Access.TOKEN && operation.scope() != Scope.API) {
                    bodies.keep(body, answer);
                }
            } else if (answer.status() < 500) {
                bodies.discard(body);
            }
            return answer;
        } catch (ApiException refused) {
            if (refused.status() < 500) {
                bodies.discard(body);
            }
            throw refused;
        }
        // After any other failure a message may carry the files, or not: their marks tell, later.
    }

    private RouteTable.Found match(RestRequest request) {
        RawPath.Parsed path = RawPath.parse(request.path()).orElseThrow(ApiException::noSuchRoute);
        if (!path.knownVersion()) {
            throw ApiException.of(ErrorCode.INVALID_API_VERSION);
        }
        return switch (routes.find(request.method(), path.segments())) {
            case RouteTable.Found found -> found;
            case RouteTable.WrongMethod wrong -> throw ApiException.methodNotAllowed();
            case RouteTable.Nothing nothing -> throw ApiException.noSuchRoute();
        };
    }

    /** Paths may hold tokens, so the log names the operation. */
    private static ApiException refusalOf(String what, long userId, RuntimeException broken) {
        try (LogContext ignored = LogContext.of("user", userId)) {
            if (Unavailable.is(broken)) {
                LOG.warnf("%s cannot be answered now: %s", what, broken);
                return ApiException.unavailable();
            }
            LOG.errorf(broken, "%s failed", what);
            return ApiException.internal();
        }
    }
}

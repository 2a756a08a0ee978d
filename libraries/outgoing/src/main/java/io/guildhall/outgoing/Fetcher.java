package io.guildhall.outgoing;

import io.guildhall.model.address.Network;
import io.guildhall.outgoing.OutgoingException.Reason;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientOptions;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpVersion;
import io.vertx.core.http.RequestOptions;
import io.vertx.core.net.SocketAddress;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.net.InetAddress;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jboss.logging.Logger;

/**
 * Calls addresses that users name, and is the only one to do so. A host is resolved first; it is connected to exactly the address that was
 * found to be allowed, by its name for TLS and the server, and so is every address that an answer leads on to. Blocks: call it on a virtual
 * thread.
 */
@ApplicationScoped
public class Fetcher {
    private static final Logger LOG = Logger.getLogger(Fetcher.class);
    private static final Set<Integer> REDIRECTS = Set.of(301, 302, 303, 307, 308);
    private static final int HANDSHAKE_SECONDS = 5;

    private final HttpClient client;
    private final Lookups lookups;
    private final AddressRule rule;
    private final Places places;
    private final ByteBudget budget;

    @Inject
    public Fetcher(Vertx vertx, OutgoingConfig config) {
        this(vertx, config, host -> List.of(InetAddress.getAllByName(host)), new HttpClientOptions());
    }

    /** @param options where those of TLS are given */
    Fetcher(Vertx vertx, OutgoingConfig config, Resolver resolver, HttpClientOptions options) {
        HttpClientOptions bounded = options.setProtocolVersion(HttpVersion.HTTP_1_1)
                .setConnectTimeout((int) config.connectTimeout().toMillis())
                .setSslHandshakeTimeout(HANDSHAKE_SECONDS)
                .setMaxHeaderSize(config.maxHeaders())
                .setMaxPoolSize(config.concurrentPerHost())
                .setMaxWaitQueueSize(config.concurrent())
                // A kept connection that the other side closes just then would cost the call.
                .setKeepAlive(false);
        this.client = vertx.httpClientBuilder()
                .with(bounded)
                // What a stranger's server says is no error of this process; the request hears of it too.
                .withConnectHandler(connection -> connection.exceptionHandler(failure -> LOG.debug("a call", failure)))
                .build();
        this.lookups = new Lookups(resolver);
        this.rule = new AddressRule(config.internalNetworks().orElse(List.of()).stream()
                .map(Network::parse)
                .toList());
        this.places = new Places(config.concurrent(), config.concurrentPerHost());
        this.budget = new ByteBudget(config.budget());
    }

    /** Calls the address, and those that it leads on to. */
    public OutgoingAnswer fetch(OutgoingRequest request) throws OutgoingException {
        long ends = System.nanoTime() + request.bounds().timeout().toNanos();
        Target target = Target.of(request.url());
        for (int redirects = request.bounds().redirects(); ; redirects--) {
            OutgoingAnswer answer = exchange(target, request, ends);
            Optional<URI> next = request.bounds().redirects() == 0 ? Optional.empty() : redirect(target, answer);
            if (next.isEmpty()) {
                return answer;
            }
            if (redirects == 0) {
                throw new OutgoingException(Reason.REDIRECTS, request.url().getHost() + " leads on too often");
            }
            target = Target.of(next.get());
        }
    }

    /**
     * Looks whether this address could be called now, without calling it: for one that a user names to be called later, when it is looked at again.
     *
     * @throws OutgoingException also for plain http to an address that is not in one of the operator's own networks
     */
    public void requireCallable(URI url, Duration timeout) throws OutgoingException {
        Target target = Target.of(url);
        places.enter(target.host());
        try {
            InetAddress address = allowed(target.host(), System.nanoTime() + timeout.toNanos());
            if (!target.secure() && !rule.isInternal(address)) {
                throw new OutgoingException(Reason.ADDRESS, "an address that is kept needs https");
            }
        } finally {
            places.leave(target.host());
        }
    }

    @PreDestroy
    public void close() {
        lookups.close();
        client.close();
    }

    private OutgoingAnswer exchange(Target target, OutgoingRequest request, long ends) throws OutgoingException {
        places.enter(target.host());
        try {
            InetAddress address = allowed(target.host(), ends);
            RequestOptions options = new RequestOptions()
                    .setMethod(request.isPost() ? HttpMethod.POST : HttpMethod.GET)
                    .setServer(SocketAddress.inetSocketAddress(target.port(), address.getHostAddress()))
                    .setHost(target.host())
                    .setPort(target.port())
                    .setSsl(target.secure())
                    .setURI(target.path())
                    .setFollowRedirects(false);
            request.headers().forEach(options::putHeader);
            return new Exchange(target.url(), request.bounds(), budget)
                    .run(client, options, request.body(), left(ends));
        } finally {
            places.leave(target.host());
        }
    }

    private InetAddress allowed(String host, long ends) throws OutgoingException {
        return lookups.find(host, left(ends)).stream()
                .filter(rule::allows)
                .findFirst()
                .orElseThrow(
                        () -> new OutgoingException(Reason.FORBIDDEN, host + " has no address that may be called"));
    }

    private static long left(long ends) {
        return Math.max(0, ends - System.nanoTime());
    }

    private static Optional<URI> redirect(Target target, OutgoingAnswer answer) throws OutgoingException {
        String location = answer.header("Location");
        if (!REDIRECTS.contains(answer.status()) || location.isEmpty()) {
            return Optional.empty();
        }
        try {
            return Optional.of(target.url().resolve(location));
        } catch (IllegalArgumentException malformed) {
            throw new OutgoingException(Reason.ADDRESS, malformed);
        }
    }
}

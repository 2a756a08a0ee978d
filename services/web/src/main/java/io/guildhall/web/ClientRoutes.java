package io.guildhall.web;

import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.Optional;
import java.util.stream.Stream;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Serves the client's files; every other path is left to who comes next. */
@ApplicationScoped
public class ClientRoutes {
    /** Behind what guards the port, before the API, whose root takes every path. */
    private static final int ORDER = -500;

    private final ClientFiles files = ClientFiles.load(ClientRoutes.class.getClassLoader());
    private final PagePolicy policy;

    ClientRoutes(
            @ConfigProperty(name = "guildhall.public.api-url") Optional<String> api,
            @ConfigProperty(name = "guildhall.public.gateway-url") Optional<String> gateway,
            @ConfigProperty(name = "guildhall.public.cdn-url") Optional<String> downloads) {
        this.policy = new PagePolicy(Stream.of(api, gateway, downloads).flatMap(Optional::stream));
    }

    void register(@Observes Router router) {
        router.route().order(ORDER).handler(this::handle);
    }

    private void handle(RoutingContext context) {
        HttpMethod method = context.request().method();
        Optional<ClientFile> file = HttpMethod.GET.equals(method) || HttpMethod.HEAD.equals(method)
                ? files.at(context.normalizedPath())
                : Optional.empty();
        if (file.isPresent()) {
            answer(context, file.get());
        } else {
            context.next();
        }
    }

    private void answer(RoutingContext context, ClientFile file) {
        HttpServerRequest request = context.request();
        HttpServerResponse response = context.response();
        response.putHeader(HttpHeaders.CACHE_CONTROL, file.caching());
        response.putHeader(HttpHeaders.ETAG, file.etag());
        response.putHeader(HttpHeaders.VARY, HttpHeaders.ACCEPT_ENCODING);
        response.putHeader("X-Content-Type-Options", "nosniff");
        if (file.page()) {
            response.putHeader("Content-Security-Policy", policy.text());
            response.putHeader("Referrer-Policy", "no-referrer");
            response.putHeader("Cross-Origin-Opener-Policy", "same-origin");
        }
        if (file.etag().equals(request.getHeader(HttpHeaders.IF_NONE_MATCH))) {
            response.setStatusCode(304).end();
            return;
        }
        response.putHeader(HttpHeaders.CONTENT_TYPE, file.type());
        Optional<String> coding = file.coding(request.getHeader(HttpHeaders.ACCEPT_ENCODING));
        coding.ifPresent(name -> response.putHeader(HttpHeaders.CONTENT_ENCODING, name));
        byte[] bytes = coding.map(name -> file.smaller().get(name)).orElse(file.plain());
        response.putHeader(HttpHeaders.CONTENT_LENGTH, Integer.toString(bytes.length));
        if (HttpMethod.HEAD.equals(request.method())) {
            response.end();
        } else {
            response.end(Buffer.buffer(bytes));
        }
    }
}

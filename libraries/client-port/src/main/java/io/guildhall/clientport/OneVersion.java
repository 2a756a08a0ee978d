package io.guildhall.clientport;

import io.quarkus.vertx.http.HttpServerOptionsCustomizer;
import io.vertx.core.http.HttpServerOptions;
import jakarta.inject.Singleton;

/**
 * Clients speak HTTP/1.1, WebSockets upgrade from it: the frames of HTTP/2 would hide from the deadlines where a request begins, and let
 * one connection be many. Behind a proxy, clients may speak HTTP/2 with the proxy.
 */
@Singleton
public final class OneVersion implements HttpServerOptionsCustomizer {
    private volatile HttpServerOptions options = new HttpServerOptions();

    /** What the server of clients began with: how long lines and heads may be. */
    HttpServerOptions options() {
        return options;
    }

    @Override
    public void customizeHttpServer(HttpServerOptions options) {
        options.setHttp2ClearTextEnabled(false);
        this.options = options;
    }

    @Override
    public void customizeHttpsServer(HttpServerOptions options) {
        options.setUseAlpn(false);
        this.options = options;
    }
}

package io.guildhall.clientport;

import io.netty.handler.codec.http.HttpHeaderNames;
import io.netty.handler.codec.http.HttpHeaderValues;
import io.netty.handler.codec.http.HttpHeaders;
import io.netty.handler.codec.http.HttpMessage;
import io.netty.handler.codec.http.HttpVersion;
import io.vertx.core.http.HttpServerOptions;
import io.vertx.core.http.impl.VertxHttpRequestDecoder;
import java.util.List;

/**
 * The server's own decoder, but for heads that two servers may read differently: a proxy in front that finds another end of the
 * body takes a part of it for somebody's next request. Netty takes such heads, and forgets what it did not go by. Here they are malformed,
 * which is answered 400, and nothing that follows on the connection is read (RFC 9112, 3.2, 6.1 and 6.3).
 */
final class StrictDecoder extends VertxHttpRequestDecoder {
    StrictDecoder(HttpServerOptions options) {
        super(options);
    }

    /** Asked when the head has been read, before anything is made of it. */
    @Override
    protected boolean isContentAlwaysEmpty(HttpMessage request) {
        if (!saysOnceWhereItEnds(request)
                || request.headers().getAll(HttpHeaderNames.HOST).size() > 1) {
            throw new IllegalArgumentException("The head of the request is unclear");
        }
        return super.isContentAlwaysEmpty(request);
    }

    /** Chunks are the only coding that is taken, and only of the version that has them. */
    private static boolean saysOnceWhereItEnds(HttpMessage request) {
        HttpHeaders headers = request.headers();
        List<String> codings = headers.getAll(HttpHeaderNames.TRANSFER_ENCODING);
        return codings.isEmpty()
                || codings.size() == 1
                        && HttpHeaderValues.CHUNKED.contentEqualsIgnoreCase(
                                codings.getFirst().strip())
                        && request.protocolVersion().equals(HttpVersion.HTTP_1_1)
                        && !headers.contains(HttpHeaderNames.CONTENT_LENGTH);
    }
}

package io.guildhall.clientport;

import io.netty.buffer.ByteBuf;
import io.netty.channel.ChannelHandlerContext;
import io.netty.handler.codec.DecoderResult;
import io.netty.handler.codec.http.DefaultLastHttpContent;
import io.netty.handler.codec.http.HttpHeaderNames;
import io.netty.handler.codec.http.HttpHeaderValues;
import io.netty.handler.codec.http.HttpHeaders;
import io.netty.handler.codec.http.HttpMessage;
import io.netty.handler.codec.http.HttpVersion;
import io.netty.handler.codec.http.LastHttpContent;
import io.netty.util.ReferenceCountUtil;
import io.vertx.core.http.HttpServerOptions;
import io.vertx.core.http.impl.VertxHttpRequestDecoder;
import java.util.List;

/**
 * The server's own decoder, but for heads that two servers may read differently: a proxy in front that finds another end of the
 * body takes a part of it for somebody's next request. Netty takes such heads, and forgets what it did not go by. Here they are malformed,
 * which is answered 400, and nothing that follows on the connection is read (RFC 9112, 3.2, 6.1 and 6.3). So are chunks of a size that it
 * miscounts.
 */
final class StrictDecoder extends VertxHttpRequestDecoder {
    /** Null while no body in chunks is read. */
    private ChunkSizes chunks;

    private boolean broken;

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
        chunks = request.headers().contains(HttpHeaderNames.TRANSFER_ENCODING) ? new ChunkSizes() : null;
        return super.isContentAlwaysEmpty(request);
    }

    /** A body in chunks begins in a call of its own, after the one that has read the head. */
    @Override
    protected void decode(ChannelHandlerContext context, ByteBuf bytes, List<Object> read) throws Exception {
        if (broken) {
            bytes.skipBytes(bytes.readableBytes());
            return;
        }
        ChunkSizes followed = chunks;
        int from = bytes.readerIndex();
        int before = read.size();
        super.decode(context, bytes, read);
        if (followed != null && !followed.follow(bytes, from, bytes.readerIndex())) {
            broken = true;
            while (read.size() > before) {
                ReferenceCountUtil.release(read.removeLast());
            }
            LastHttpContent end = new DefaultLastHttpContent();
            end.setDecoderResult(
                    DecoderResult.failure(new IllegalArgumentException("A chunk is larger than can be counted")));
            read.add(end);
            bytes.skipBytes(bytes.readableBytes());
        }
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

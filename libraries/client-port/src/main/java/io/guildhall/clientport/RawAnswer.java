package io.guildhall.clientport;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import io.netty.handler.codec.http.HttpResponseStatus;

/** An answer in the form of every other error to what never becomes a request; nothing follows it on its connection. */
final class RawAnswer {
    private RawAnswer() {}

    static ByteBuf of(HttpResponseStatus status) {
        String body = "{\"message\":\"%d: %s\",\"code\":0}".formatted(status.code(), status.reasonPhrase());
        return Unpooled.copiedBuffer(
                "HTTP/1.1 %s\r\ncontent-type: application/json\r\nconnection: close\r\ncontent-length: %d\r\n\r\n%s"
                        .formatted(status, body.length(), body),
                UTF_8);
    }
}

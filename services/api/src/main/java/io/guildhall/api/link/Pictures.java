package io.guildhall.api.link;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.guildhall.api.upload.ImageSize;
import io.guildhall.model.payload.Json;
import io.guildhall.outgoing.OutgoingAnswer;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Locale;
import java.util.Optional;

/** Links that lead to a picture. */
final class Pictures {
    private Pictures() {}

    static boolean is(OutgoingAnswer answer) {
        return answer.header("Content-Type").toLowerCase(Locale.ROOT).startsWith("image/");
    }

    /** Empty when it is none that clients can show, whatever the answer says of itself. */
    static Optional<ImageSize> size(OutgoingAnswer answer) {
        try {
            return ImageSize.read(new ByteArrayInputStream(answer.body()));
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }

    static ObjectNode embed(String url, ImageSize size) {
        return Json.object()
                .put("type", "image")
                .put("url", url)
                .set("thumbnail", media(url, size.width(), size.height()));
    }

    static ObjectNode media(String url, int width, int height) {
        return Json.object()
                .put("url", url)
                .put("proxy_url", url)
                .put("width", width)
                .put("height", height);
    }
}

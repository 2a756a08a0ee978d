package io.guildhall.api.cdn;

import io.guildhall.api.upload.MediaTypes;
import io.guildhall.objects.ObjectStore.Link;
import io.guildhall.objects.ObjectStore.Shown;
import io.guildhall.objects.ObjectStore.StoredObject;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpMethod;
import io.vertx.ext.web.RoutingContext;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.StreamingOutput;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.Optional;

/** Answers with a file or a range of it. */
final class FileAnswer {
    private static final int CHUNK = 64 * 1024;

    private FileAnswer() {}

    static Response notFound() {
        return Response.status(404)
                .header("Content-Type", "text/plain")
                .header("X-Content-Type-Options", "nosniff")
                .entity("There is no such file.")
                .build();
    }

    /** The file, or the way to where the store itself has it. */
    static Response of(StoredObject stored, String type, String name, Caching caching, RoutingContext routing) {
        if (routing.request().method().equals(HttpMethod.GET)) {
            Optional<Link> link =
                    stored.link(new Shown(type, disposition(type, name), caching.header()), caching.lifetime());
            if (link.isPresent()) {
                return elsewhere(link.get());
            }
        }
        return here(stored, type, name, caching, routing);
    }

    /** Kept for half of the time, so that nobody comes there when it is over. */
    private static Response elsewhere(Link link) {
        return Response.status(Response.Status.FOUND)
                .location(link.address())
                .header("Cache-Control", "private, max-age=" + link.lifetime().toSeconds() / 2)
                .header("Access-Control-Allow-Origin", "*")
                .build();
    }

    private static Response here(
            StoredObject stored, String type, String name, Caching caching, RoutingContext routing) {
        String header = routing.request().getHeader("Range");
        ByteRange range = ByteRange.whole(stored.size());
        int status = 200;
        if (ByteRange.asked(header)) {
            Optional<ByteRange> asked = ByteRange.of(header, stored.size());
            if (asked.isEmpty()) {
                return Response.status(416)
                        .header("Content-Range", "bytes */" + stored.size())
                        .build();
            }
            range = asked.get();
            status = 206;
        }
        Response.ResponseBuilder answer = headers(Response.status(status), type, name, caching);
        if (status == 206) {
            answer.header(
                    "Content-Range",
                    "bytes " + range.first() + "-" + (range.first() + range.length() - 1) + "/" + stored.size());
        }
        String length = Long.toString(range.length());
        if (routing.request().method().equals(HttpMethod.HEAD)) {
            // There is no body to take the length from, so it is set when the headers are about to leave.
            routing.addHeadersEndHandler(done -> routing.response().headers().set(HttpHeaders.CONTENT_LENGTH, length));
            return answer.build();
        }
        return answer.header("Content-Length", length)
                .entity(content(stored, range))
                .build();
    }

    static Response.ResponseBuilder headers(
            Response.ResponseBuilder answer, String type, String name, Caching caching) {
        return answer.header("Content-Type", type)
                .header("Accept-Ranges", "bytes")
                .header("Cache-Control", caching.header())
                .header("Access-Control-Allow-Origin", "*")
                .header("X-Content-Type-Options", "nosniff")
                .header("Content-Security-Policy", "sandbox; default-src 'none'")
                .header("Content-Disposition", disposition(type, name));
    }

    private static String disposition(String type, String name) {
        return (MediaTypes.shown(type) ? "inline" : "attachment") + "; filename=\"" + name + "\"";
    }

    private static StreamingOutput content(StoredObject stored, ByteRange range) {
        return output -> {
            try (InputStream input = stored.open(range.first(), range.length())) {
                copy(input, output, range.length());
            }
        };
    }

    private static void copy(InputStream input, OutputStream output, long length) throws IOException {
        byte[] chunk = new byte[CHUNK];
        long left = length;
        while (left > 0) {
            int count = input.read(chunk, 0, (int) Math.min(chunk.length, left));
            if (count < 0) {
                throw new EOFException("a file is shorter than it was");
            }
            output.write(chunk, 0, count);
            left -= count;
        }
    }
}

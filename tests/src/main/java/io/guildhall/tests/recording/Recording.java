package io.guildhall.tests.recording;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.BufferedWriter;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/** A file of answers, one JSON object a line. Whole lines only, whenever the process ends. */
final class Recording {
    private static final ObjectMapper JSON = new ObjectMapper();

    private final BufferedWriter out;

    private Recording(BufferedWriter out) {
        this.out = out;
    }

    static Recording to(Path file) throws IOException {
        return new Recording(Files.newBufferedWriter(file));
    }

    void write(String method, String path, HttpResponse<byte[]> response) throws IOException {
        String type = response.headers().firstValue("Content-Type").orElse("");
        String body = type.startsWith("application/json") ? new String(response.body(), StandardCharsets.UTF_8) : "";
        Answer answer = new Answer(method, path, response.statusCode(), type, response.body().length, body);
        write(JSON.writeValueAsString(answer));
    }

    private synchronized void write(String line) throws IOException {
        out.write(line);
        out.newLine();
        out.flush();
    }
}

package io.guildhall.api.upload;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.guildhall.model.error.ApiException;
import io.guildhall.model.error.ErrorCode;
import io.guildhall.model.payload.Json;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.Optional;

/**
 * A form with one small file beside its text, held in memory.
 *
 * @param fields what is text
 * @param file the field that is a file, if there is one
 */
public record SmallForm(ObjectNode fields, Optional<byte[]> file) {
    private static final int MAX_FIELDS = 20;
    private static final int MAX_FIELD = 4 * 1024;

    /**
     * Reads a whole form.
     *
     * @param fileField the name of the field that is a file
     * @throws ApiException 50035 for what is no form, and for a file that is too large
     */
    public static SmallForm read(InputStream body, String contentType, String fileField, int maxFile) {
        try {
            MultipartReader reader = new MultipartReader(body, contentType);
            ObjectNode fields = Json.object();
            Optional<byte[]> file = Optional.empty();
            for (Optional<MultipartReader.Part> part = reader.next(); part.isPresent(); part = reader.next()) {
                Map<String, String> disposition =
                        HeaderParameters.of(part.get().headers().getOrDefault("content-disposition", ""));
                String name = disposition.getOrDefault("name", "");
                if (name.equals(fileField) && file.isPresent() || fields.has(name)) {
                    throw MultipartReader.Malformed.twice(name);
                }
                if (name.equals(fileField)) {
                    file = Optional.of(bounded(part.get().content(), fileField, maxFile));
                } else if (!name.isEmpty() && fields.size() < MAX_FIELDS) {
                    fields.put(name, text(part.get().content()));
                }
            }
            return new SmallForm(fields, file);
        } catch (MultipartReader.Malformed malformed) {
            throw ApiException.invalidField(
                    "_body", "MULTIPART_INVALID", "Could not parse the form: " + malformed.getMessage());
        } catch (IOException broken) {
            throw new UncheckedIOException("the client went away in the middle of its form", broken);
        }
    }

    private static byte[] bounded(InputStream content, String field, int maximum) throws IOException {
        byte[] bytes = content.readNBytes(maximum + 1);
        if (bytes.length > maximum) {
            throw ApiException.invalidField(
                    field, "BINARY_TYPE_MAX_SIZE", "File cannot be larger than " + maximum / 1024 + ".0 kb.");
        }
        return bytes;
    }

    private static String text(InputStream content) throws IOException {
        byte[] bytes = content.readNBytes(MAX_FIELD + 1);
        if (bytes.length > MAX_FIELD) {
            throw ApiException.of(ErrorCode.REQUEST_ENTITY_TOO_LARGE);
        }
        return new String(bytes, UTF_8);
    }
}

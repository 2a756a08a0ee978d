package io.guildhall.api.upload;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.guildhall.api.config.ApiIds;
import io.guildhall.api.config.PublicUrls;
import io.guildhall.model.attachment.AttachmentLinks;
import io.guildhall.model.error.ApiException;
import io.guildhall.model.error.ErrorCode;
import io.guildhall.model.id.Snowflake;
import io.guildhall.model.payload.Json;
import io.guildhall.model.rpc.StoredFile;
import io.guildhall.objects.ObjectStore;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.jboss.logging.Logger;

/** Receives forms with files: each file goes to the object store while it comes in. */
@ApplicationScoped
public class Uploads {
    private static final Logger LOG = Logger.getLogger(Uploads.class);
    private static final Pattern FILE_FIELD = Pattern.compile("files?\\[?([0-9]{0,3})]?");
    private static final String PAYLOAD = "payload_json";
    private static final int MAX_FILES = 10;
    private static final int MAX_FIELDS = 100;
    private static final int MAX_FIELD = 64 * 1024;

    private final ObjectStore store;
    private final ApiIds ids;
    private final FileDescriptions descriptions;
    private final FileMarks marks;
    private final FileBound bound;

    /**
     * What a form held.
     *
     * @param json the field payload_json
     * @param fields the other fields, as text
     */
    public record Form(Optional<byte[]> json, ObjectNode fields, List<StoredFile> files, List<String> keys) {}

    @Inject
    public Uploads(
            ObjectStore store, ApiIds ids, PublicUrls urls, AttachmentLinks links, FileMarks marks, FileBound bound) {
        this.store = store;
        this.ids = ids;
        this.descriptions = new FileDescriptions(store, urls::cdn, links);
        this.marks = marks;
        this.bound = bound;
    }

    /**
     * Reads a whole form.
     *
     * @param maxJson bytes of the field payload_json
     * @param place asked before the first file is stored
     * @throws ApiException 50035 for what is no form, 40005 for too much of it; what was stored is removed again
     */
    public Form receive(InputStream body, String contentType, int maxJson, FilePlace place) {
        Receiving receiving = new Receiving(maxJson, place);
        try {
            MultipartReader reader = new MultipartReader(body, contentType);
            for (Optional<MultipartReader.Part> part = reader.next(); part.isPresent(); part = reader.next()) {
                receiving.take(part.get());
            }
            return new Form(Optional.ofNullable(receiving.json), receiving.fields, receiving.files, receiving.keys);
        } catch (MultipartReader.Malformed malformed) {
            receiving.keys.forEach(this::discard);
            throw ApiException.invalidField(
                    "_body", "MULTIPART_INVALID", "Could not parse the form: " + malformed.getMessage());
        } catch (ObjectStore.TooLarge tooLarge) {
            receiving.keys.forEach(this::discard);
            throw ApiException.of(ErrorCode.REQUEST_ENTITY_TOO_LARGE);
        } catch (IOException broken) {
            receiving.keys.forEach(this::discard);
            throw new UncheckedIOException(broken);
        } catch (RuntimeException | Error refused) {
            receiving.keys.forEach(this::discard);
            throw refused;
        }
    }

    /** Removes a file that no message came to carry. */
    public void discard(String key) {
        try {
            store.delete(key);
        } catch (IOException e) {
            LOG.warnf(e, "%s is left behind", key);
        }
    }

    /** A message carries those of these files whose ids it shows. */
    public void keep(Collection<String> keys, String message) {
        marks.settle(keys.stream()
                .map(FileKey::of)
                .filter(file -> message.contains(Snowflake.format(file.attachmentId())))
                .toList());
    }

    private final class Receiving {
        private final int maxJson;
        private final FilePlace place;
        private final ObjectNode fields = Json.object();
        private final List<StoredFile> files = new ArrayList<>();
        private final List<String> keys = new ArrayList<>();
        private byte[] json;
        private String channel;
        private long total;

        Receiving(int maxJson, FilePlace place) {
            this.maxJson = maxJson;
            this.place = place;
        }

        void take(MultipartReader.Part part) throws IOException {
            Map<String, String> disposition =
                    HeaderParameters.of(part.headers().getOrDefault("content-disposition", ""));
            String name = disposition.getOrDefault("name", "");
            String filename = disposition.get("filename");
            Matcher field = FILE_FIELD.matcher(name);
            if (name.equals(PAYLOAD) && json != null || fields.has(name)) {
                throw MultipartReader.Malformed.twice(name);
            }
            if (name.equals(PAYLOAD)) {
                json = bounded(part.content(), maxJson);
            } else if (filename != null && field.matches()) {
                storeFile(part, field.group(1).isEmpty() ? free() : place(field.group(1)), filename);
            } else if (!name.isEmpty() && fields.size() < MAX_FIELDS) {
                fields.put(name, new String(bounded(part.content(), MAX_FIELD), UTF_8));
            }
        }

        /** The next place that no file has, for one that says none. */
        private int free() {
            return IntStream.iterate(0, index -> index + 1)
                    .filter(index -> !isTaken(index))
                    .findFirst()
                    .orElseThrow();
        }

        private int place(String said) {
            int index = Integer.parseInt(said);
            if (isTaken(index)) {
                throw ApiException.invalidField(
                        "files", "SET_TYPE_ALREADY_CONTAINS_VALUE", "The set already contains this value");
            }
            return index;
        }

        private boolean isTaken(int index) {
            return files.stream().anyMatch(file -> file.getIndex() == index);
        }

        private void storeFile(MultipartReader.Part part, int index, String filename) throws IOException {
            if (files.size() >= MAX_FILES) {
                throw ApiException.invalidField(
                        "files", "BASE_TYPE_MAX_LENGTH", "Must be " + MAX_FILES + " or fewer in length.");
            }
            if (files.isEmpty()) {
                channel = place.channel(Optional.ofNullable(json));
            }
            String clean = FileNames.clean(filename);
            long id = ids.next();
            String key = new FileKey(Snowflake.parse(channel), id).named(clean);
            marks.begin(channel, id);
            keys.add(key);
            long size = store.put(key, part.content(), Math.min(bound.one(), bound.all() - total));
            total += size;
            files.add(descriptions.of(key, id, index, filename, part.headers().get("content-type"), size));
        }

        private byte[] bounded(InputStream content, int maximum) throws IOException {
            byte[] bytes = content.readNBytes(maximum + 1);
            if (bytes.length > maximum) {
                throw new ObjectStore.TooLarge(maximum);
            }
            return bytes;
        }
    }
}

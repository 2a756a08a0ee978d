package io.guildhall.standalone.moving;

import com.fasterxml.jackson.databind.JsonNode;
import io.guildhall.api.upload.FileDescriptions;
import io.guildhall.api.upload.FileKey;
import io.guildhall.api.upload.FileNames;
import io.guildhall.model.payload.Attachment;
import io.guildhall.objects.ObjectStore;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The files of an export's messages, which lie in its folder. Nothing is fetched from anywhere, and nothing outside the folder is read. */
final class AttachedFiles {
    private static final int MOST_OF_MESSAGE = 10;
    private static final long MOST_BYTES = 512L << 20;

    private final Path folder;
    private final ObjectStore objects;
    private final FileDescriptions descriptions;
    private final Ids ids;
    private long brought;
    private long missing;

    /** @param folder as it really is, without links */
    AttachedFiles(Path folder, ObjectStore objects, FileDescriptions descriptions, Ids ids) {
        this.folder = folder;
        this.objects = objects;
        this.descriptions = descriptions;
        this.ids = ids;
    }

    /** Stores the files of a message, and says what it has of them. A file that was stored before is stored once more, as the same. */
    List<Attachment> bring(long channel, JsonNode attachments) throws IOException {
        List<Attachment> found = new ArrayList<>();
        for (JsonNode attachment : attachments) {
            Optional<Long> id = ids.find(attachment.path("id"));
            Optional<Path> file = find(attachment.path("url").asText(""));
            if (id.isPresent() && file.isPresent() && found.size() < MOST_OF_MESSAGE) {
                found.add(bring(
                        channel,
                        id.get(),
                        file.get(),
                        attachment.path("fileName").asText("")));
                brought++;
            } else {
                missing++;
            }
        }
        return found;
    }

    private Attachment bring(long channel, long id, Path file, String name) throws IOException {
        String called = name.isBlank() ? file.getFileName().toString() : name;
        String key = new FileKey(channel, id).named(FileNames.clean(called));
        try (InputStream content = Files.newInputStream(file)) {
            long size = objects.put(key, content, MOST_BYTES);
            return Attachment.from(descriptions.of(key, id, 0, called, null, size));
        }
    }

    /** A file that the export names by its way from the folder. Links are followed, and may not lead out either. */
    private Optional<Path> find(String address) throws IOException {
        if (address.isEmpty() || address.contains("://")) {
            return Optional.empty();
        }
        try {
            Path file = folder.resolve(address.replace('\\', '/')).normalize();
            if (!file.startsWith(folder) || !Files.isRegularFile(file) || Files.size(file) > MOST_BYTES) {
                return Optional.empty();
            }
            return Optional.of(file.toRealPath()).filter(real -> real.startsWith(folder));
        } catch (InvalidPathException none) {
            return Optional.empty();
        }
    }

    long brought() {
        return brought;
    }

    /** Files that messages had and that are not in the folder, or are larger than a file here may be. */
    long missing() {
        return missing;
    }
}

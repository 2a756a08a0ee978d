package io.guildhall.api.upload;

import io.guildhall.model.attachment.AttachmentLinks;
import io.guildhall.model.rpc.StoredFile;
import io.guildhall.objects.ObjectStore;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * Says of a stored file what owners are told of it.
 *
 * @param cdn where attachments are, without a slash at the end
 */
public record FileDescriptions(ObjectStore store, Supplier<String> cdn, AttachmentLinks links) {
    /**
     * @param index n of {@code files[n]}
     * @param filename as the client says, however strange
     * @param declared the media type that the client says, or null
     * @param size in bytes
     */
    public StoredFile of(String key, long id, int index, String filename, String declared, long size)
            throws IOException {
        String clean = FileNames.clean(filename);
        Optional<ImageSize> picture = picture(key);
        return StoredFile.newBuilder()
                .setId(id)
                .setIndex(index)
                .setFilename(clean)
                .setTitle(FileNames.title(filename))
                .setContentType(picture.map(ImageSize::type).orElseGet(() -> MediaTypes.of(declared, clean)))
                .setSize(size)
                .setUrl(links.signed(cdn.get() + "/" + key))
                .setWidth(picture.map(ImageSize::width).orElse(0))
                .setHeight(picture.map(ImageSize::height).orElse(0))
                .setAnimated(picture.map(ImageSize::animated).orElse(false))
                .build();
    }

    private Optional<ImageSize> picture(String key) throws IOException {
        Optional<ObjectStore.StoredObject> stored = store.find(key);
        if (stored.isEmpty()) {
            return Optional.empty();
        }
        try (InputStream content = new BufferedInputStream(stored.get().beginning())) {
            return ImageSize.read(content);
        }
    }
}

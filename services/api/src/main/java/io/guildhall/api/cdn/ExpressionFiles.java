package io.guildhall.api.cdn;

import io.guildhall.api.upload.BodyImages;
import io.guildhall.api.upload.ImageSize;
import io.guildhall.api.upload.MediaTypes;
import io.guildhall.identity.StorageAccess;
import io.guildhall.model.id.Snowflake;
import io.guildhall.model.table.Read;
import io.guildhall.model.table.RowView;
import io.guildhall.model.table.catalogue.ExpressionOwners;
import io.guildhall.objects.ObjectStore;
import io.guildhall.objects.ObjectStore.StoredObject;
import io.smallrye.common.annotation.RunOnVirtualThread;
import io.vertx.ext.web.RoutingContext;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HEAD;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Response;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Serves emojis, stickers and sounds by their ids. Whatever format and size the address asks for, the answer is what was uploaded and says what it is: none
 * is larger than clients ask for anyhow.
 */
@Path("/cdn")
@RunOnVirtualThread
public class ExpressionFiles {
    private static final Pattern EMOJI = Pattern.compile("([0-9]{1,20})\\.(?:png|jpe?g|webp|gif|avif)");

    private static final Pattern STICKER = Pattern.compile("([0-9]{1,20})\\.(?:png|gif|webp|json)");
    private static final Pattern SOUND = Pattern.compile("([0-9]{1,20})(?:\\.(?:mp3|ogg))?");
    private static final String JSON = "application/json";

    private final ObjectStore store;
    private final StorageAccess storage;

    @Inject
    public ExpressionFiles(ObjectStore store, StorageAccess storage) {
        this.store = store;
        this.storage = storage;
    }

    @GET
    @Path("emojis/{file}")
    public Response emoji(@PathParam("file") String file, @Context RoutingContext routing) throws IOException {
        Optional<StoredObject> stored = find(EMOJI.matcher(file), ExpressionOwners.EMOJI);
        if (stored.isEmpty()) {
            return FileAnswer.notFound();
        }
        return FileAnswer.of(stored.get(), picture(stored.get(), MediaTypes.UNKNOWN), file, Caching.FOR_A_DAY, routing);
    }

    @HEAD
    @Path("emojis/{file}")
    public Response emojiHead(@PathParam("file") String file, @Context RoutingContext routing) throws IOException {
        return emoji(file, routing);
    }

    /** A Lottie animation is JSON, which a browser never shows in place. */
    @GET
    @Path("stickers/{file}")
    public Response sticker(@PathParam("file") String file, @Context RoutingContext routing) throws IOException {
        Optional<StoredObject> stored = find(STICKER.matcher(file), ExpressionOwners.STICKER);
        if (stored.isEmpty()) {
            return FileAnswer.notFound();
        }
        return FileAnswer.of(stored.get(), picture(stored.get(), JSON), file, Caching.FOR_A_DAY, routing);
    }

    @HEAD
    @Path("stickers/{file}")
    public Response stickerHead(@PathParam("file") String file, @Context RoutingContext routing) throws IOException {
        return sticker(file, routing);
    }

    /** One of a guild, or one that everybody has. */
    @GET
    @Path("soundboard-sounds/{file}")
    public Response sound(@PathParam("file") String file, @Context RoutingContext routing) throws IOException {
        Optional<StoredObject> common = DefaultSounds.find(file);
        if (common.isPresent()) {
            return FileAnswer.of(common.get(), DefaultSounds.TYPE, file, Caching.FOR_A_DAY, routing);
        }
        Optional<StoredObject> stored = find(SOUND.matcher(file), ExpressionOwners.SOUND);
        return stored.isEmpty()
                ? FileAnswer.notFound()
                : FileAnswer.of(stored.get(), audio(stored.get()), file, Caching.FOR_A_DAY, routing);
    }

    @HEAD
    @Path("soundboard-sounds/{file}")
    public Response soundHead(@PathParam("file") String file, @Context RoutingContext routing) throws IOException {
        return sound(file, routing);
    }

    private Optional<StoredObject> find(Matcher file, long kind) throws IOException {
        if (!file.matches()) {
            return Optional.empty();
        }
        Optional<String> hash = owner(file.group(1))
                .filter(owner -> owner.get(ExpressionOwners.KIND, 0L) == kind)
                .flatMap(owner -> owner.find(ExpressionOwners.FILE));
        return hash.isEmpty() ? Optional.empty() : store.find(BodyImages.key(hash.get()));
    }

    private Optional<RowView> owner(String id) {
        try {
            return storage.row(Read.row(ExpressionOwners.TABLE, Snowflake.parse(id)))
                    .await()
                    .indefinitely();
        } catch (NumberFormatException tooLarge) {
            return Optional.empty();
        }
    }

    private static String audio(StoredObject stored) throws IOException {
        try (InputStream content = stored.beginning()) {
            return content.read() == 'O' ? "audio/ogg" : "audio/mpeg";
        }
    }

    private static String picture(StoredObject stored, String otherwise) throws IOException {
        try (InputStream content = new BufferedInputStream(stored.beginning())) {
            return ImageSize.read(content).map(ImageSize::type).orElse(otherwise);
        }
    }
}

package io.guildhall.api.cdn;

import io.guildhall.api.upload.BodyImages;
import io.guildhall.api.upload.ImageSize;
import io.guildhall.api.upload.MediaTypes;
import io.guildhall.model.attachment.AttachmentLinks;
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
import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Serves what people uploaded. None of it is ours, so nothing of it may run in a browser: unknown types are to be saved,
 * and what is shown is shown in a sandbox.
 */
@Path("/cdn")
@RunOnVirtualThread
public class CdnResource {
    private static final Pattern IMAGE = Pattern.compile("((?:a_)?[0-9a-f]{32})\\.(?:png|jpe?g|webp|gif)");
    private static final Pattern DEFAULT_AVATAR = Pattern.compile("([0-5])\\.png");

    private final ObjectStore store;
    private final AttachmentLinks links;
    private final WebhookPictures elsewhere;

    @Inject
    public CdnResource(ObjectStore store, AttachmentLinks links, WebhookPictures elsewhere) {
        this.store = store;
        this.links = links;
        this.elsewhere = elsewhere;
    }

    /** Only for addresses that were given out, as long as they are good. */
    @GET
    @Path("attachments/{channel}/{id}/{name}")
    public Response attachment(
            @PathParam("channel") String channel,
            @PathParam("id") String id,
            @PathParam("name") String name,
            @Context RoutingContext routing)
            throws IOException {
        String key = "attachments/" + channel + "/" + id + "/" + name;
        Duration left = links.left(
                "/" + key, Objects.requireNonNullElse(routing.request().query(), ""));
        if (left.isZero()) {
            return FileAnswer.notFound();
        }
        return file(key, MediaTypes.ofName(name), name, Caching.keptFor(left), routing);
    }

    @HEAD
    @Path("attachments/{channel}/{id}/{name}")
    public Response attachmentHead(
            @PathParam("channel") String channel,
            @PathParam("id") String id,
            @PathParam("name") String name,
            @Context RoutingContext routing)
            throws IOException {
        return attachment(channel, id, name, routing);
    }

    /** Avatars, icons, banners and so on: the picture's hash says everything. */
    @GET
    @Path("{kind}/{id}/{file}")
    public Response image(
            @PathParam("kind") String kind,
            @PathParam("id") String id,
            @PathParam("file") String file,
            @Context RoutingContext routing)
            throws IOException {
        java.util.regex.Matcher matcher = IMAGE.matcher(file);
        if (!matcher.matches()) {
            return FileAnswer.notFound();
        }
        String key = BodyImages.key(matcher.group(1));
        Optional<StoredObject> stored = store.find(key);
        if (stored.isEmpty()) {
            key = BodyImages.formerKey(matcher.group(1));
            stored = store.find(key);
        }
        if (stored.isEmpty()) {
            return elsewhere
                    .find(kind, id, matcher.group(1))
                    .map(address -> Response.status(Response.Status.FOUND)
                            .location(address)
                            .build())
                    .orElseGet(FileAnswer::notFound);
        }
        return file(key, type(stored.get()), file, Caching.FOR_EVER, routing);
    }

    @HEAD
    @Path("{kind}/{id}/{file}")
    public Response imageHead(
            @PathParam("kind") String kind,
            @PathParam("id") String id,
            @PathParam("file") String file,
            @Context RoutingContext routing)
            throws IOException {
        return image(kind, id, file, routing);
    }

    /** Pictures that a member has in one guild only. */
    @GET
    @Path("guilds/{guild}/users/{user}/{kind}/{file}")
    public Response memberImage(
            @PathParam("kind") String kind,
            @PathParam("user") String user,
            @PathParam("file") String file,
            @Context RoutingContext routing)
            throws IOException {
        return image(kind, user, file, routing);
    }

    @HEAD
    @Path("guilds/{guild}/users/{user}/{kind}/{file}")
    public Response memberImageHead(
            @PathParam("kind") String kind,
            @PathParam("user") String user,
            @PathParam("file") String file,
            @Context RoutingContext routing)
            throws IOException {
        return image(kind, user, file, routing);
    }

    /** Else its HEAD would be that of any other picture, of which there is none here. */
    @HEAD
    @Path("embed/avatars/{file}")
    public Response defaultAvatarHead(@PathParam("file") String file) {
        return defaultAvatar(file);
    }

    @GET
    @Path("embed/avatars/{file}")
    public Response defaultAvatar(@PathParam("file") String file) {
        java.util.regex.Matcher matcher = DEFAULT_AVATAR.matcher(file);
        if (!matcher.matches()) {
            return FileAnswer.notFound();
        }
        return FileAnswer.headers(
                        Response.ok(DefaultAvatar.png(Integer.parseInt(matcher.group(1)))),
                        "image/png",
                        file,
                        Caching.FOR_EVER)
                .build();
    }

    private Response file(String key, String type, String name, Caching caching, RoutingContext routing)
            throws IOException {
        Optional<StoredObject> stored;
        try {
            stored = store.find(key);
        } catch (IllegalArgumentException strange) {
            return FileAnswer.notFound();
        }
        return stored.map(object -> FileAnswer.of(object, type, name, caching, routing))
                .orElseGet(FileAnswer::notFound);
    }

    private static String type(StoredObject stored) throws IOException {
        try (InputStream content = new java.io.BufferedInputStream(stored.beginning())) {
            return ImageSize.read(content).map(ImageSize::type).orElse(MediaTypes.UNKNOWN);
        }
    }
}

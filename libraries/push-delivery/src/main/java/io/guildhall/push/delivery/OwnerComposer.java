package io.guildhall.push.delivery;

import com.fasterxml.jackson.databind.node.ObjectNode;
import com.google.protobuf.ByteString;
import io.guildhall.model.id.Snowflake;
import io.guildhall.model.payload.Json;
import io.guildhall.model.push.PushSteps;
import io.guildhall.push.notification.Notification;
import io.guildhall.push.provider.Composer;
import io.smallrye.mutiny.Uni;
import java.util.Optional;

/** Has the actor of a person say what its device shows. */
final class OwnerComposer implements Composer {
    private final OwnerSteps owners;

    OwnerComposer(OwnerSteps owners) {
        this.owners = owners;
    }

    @Override
    public Uni<Optional<byte[]>> compose(Notification notification) {
        ObjectNode asked = Json.object()
                .put("reason", notification.kind().name())
                .put("device_id", Snowflake.format(notification.device().id()))
                .put("subject_id", Snowflake.format(notification.subjectId()))
                .put("channel_id", Snowflake.format(notification.channelId()))
                .put("guild_id", Snowflake.format(notification.homeId()))
                .put("more", notification.more());
        return owners.ask(OwnerSteps.user(notification.device().userId()), PushSteps.COMPOSE, asked)
                .map(body -> body.isEmpty() ? Optional.empty() : Optional.of(fitting(body)));
    }

    /** A text of nothing but what JSON escapes may be too long: then the device looks it up. */
    private static byte[] fitting(ByteString body) {
        if (body.size() <= Composer.MOST_BYTES) {
            return body.toByteArray();
        }
        ObjectNode shown = (ObjectNode) Json.parse(body);
        shown.remove("content");
        return Json.bytes(shown).toByteArray();
    }
}

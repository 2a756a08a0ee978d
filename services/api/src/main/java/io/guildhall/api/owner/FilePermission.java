package io.guildhall.api.owner;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.guildhall.api.limit.LimitGuard;
import io.guildhall.api.upload.FileGate;
import io.guildhall.model.error.ApiException;
import io.guildhall.model.error.ErrorCode;
import io.guildhall.model.id.Snowflake;
import io.guildhall.model.identity.Identity;
import io.guildhall.model.operation.Access;
import io.guildhall.model.operation.Operation;
import io.guildhall.model.operation.catalogue.AttachmentOperations;
import io.guildhall.model.payload.Json;
import io.guildhall.model.rpc.Command;
import io.guildhall.model.rpc.Internal;
import io.guildhall.model.rpc.Outcome;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Map;

/**
 * Asks a channel's owner whether files may come. Who has a good token may send them; files of an application are its own affair, as many as one
 * person may have open.
 */
@ApplicationScoped
public class FilePermission implements FileGate {
    private static final String STEP = "allowFiles";

    private final ChannelDirectory channels;
    private final OwnerCalls owners;
    private final ApplicationActing applications;
    private final LimitGuard limits;

    @Inject
    public FilePermission(
            ChannelDirectory channels, OwnerCalls owners, ApplicationActing applications, LimitGuard limits) {
        this.limits = limits;
        this.channels = channels;
        this.owners = owners;
        this.applications = applications;
    }

    @Override
    public void require(Identity caller, Operation operation, Map<String, String> path) {
        if (operation.access() == Access.TOKEN) {
            return;
        }
        if (operation.equals(AttachmentOperations.UPLOAD_APPLICATION_ATTACHMENT)) {
            applications.require(caller, Snowflake.parse(path.get("application_id")));
            limits.takeUploadSlots(caller.userId(), 1);
            return;
        }
        String channel = path.getOrDefault("channel_id", "0");
        ObjectNode question = Json.object()
                .put("user_id", Snowflake.format(caller.userId()))
                .put("channel_id", channel)
                .put("operation", operation.name());
        Outcome outcome = owners.execute(Command.newBuilder()
                .setActor(channels.find(Snowflake.parse(channel))
                        .orElseThrow(() -> ApiException.of(ErrorCode.UNKNOWN_CHANNEL)))
                .setInternal(Internal.newBuilder().setStep(STEP).setBody(Json.bytes(question)))
                .build());
        // An owner of an earlier version knows no such question; it checks by itself when the request comes.
        if (outcome.hasFailure() && outcome.getFailure().getStatus() < 500) {
            throw ApiException.from(outcome.getFailure());
        }
    }
}

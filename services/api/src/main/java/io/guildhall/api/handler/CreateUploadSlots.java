package io.guildhall.api.handler;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.guildhall.api.call.ApiCall;
import io.guildhall.api.config.PublicUrls;
import io.guildhall.api.limit.LimitGuard;
import io.guildhall.api.upload.FileBound;
import io.guildhall.api.upload.FileGate;
import io.guildhall.api.upload.Slots;
import io.guildhall.model.error.ApiException;
import io.guildhall.model.error.ErrorCode;
import io.guildhall.model.id.Snowflake;
import io.guildhall.model.operation.Operation;
import io.guildhall.model.operation.catalogue.AttachmentOperations;
import io.guildhall.model.operation.catalogue.MessageOperations;
import io.guildhall.model.payload.Json;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;

/** Gives out a slot for each file of a message to come, to whoever may send files there. Nothing is kept for a slot. */
@ApplicationScoped
public class CreateUploadSlots implements ApiHandler {
    /** Where slots are, below the API's address. */
    public static final String PATH = "/uploads/";

    private final FileGate gate;
    private final Slots slots;
    private final PublicUrls urls;
    private final LimitGuard limits;
    private final FileBound bound;

    @Inject
    public CreateUploadSlots(FileGate gate, Slots slots, PublicUrls urls, LimitGuard limits, FileBound bound) {
        this.limits = limits;
        this.gate = gate;
        this.slots = slots;
        this.urls = urls;
        this.bound = bound;
    }

    @Override
    public Operation operation() {
        return AttachmentOperations.CREATE_UPLOAD_SLOTS;
    }

    @Override
    public JsonNode answer(ApiCall call) {
        gate.require(call.caller(), MessageOperations.CREATE_MESSAGE, call.path());
        List<UploadRequest> files = UploadRequests.of(call.body()).files().required();
        requireRoom(files);
        long user = call.caller().userId();
        limits.takeUploadSlots(user, files.size());
        limits.takeUploadBytes(
                user, files.stream().map(file -> file.fileSize().required()).toList());
        long channel = Snowflake.parse(call.path().get("channel_id"));
        ObjectNode answer = Json.object();
        ArrayNode attachments = answer.putArray("attachments");
        for (UploadRequest file : files) {
            String slot = slots.offer(
                    channel,
                    user,
                    file.filename().required(),
                    file.fileSize().required(),
                    file.originalContentType().or(""));
            ObjectNode attachment = attachments.addObject();
            attachment.set("id", file.id().orNull());
            attachment.put("upload_url", urls.api() + PATH + slot).put("upload_filename", slot);
        }
        return answer;
    }

    private void requireRoom(List<UploadRequest> files) {
        long total = 0;
        for (UploadRequest file : files) {
            total += file.fileSize().required();
            if (file.fileSize().required() > bound.one() || total > bound.all()) {
                throw ApiException.of(ErrorCode.REQUEST_ENTITY_TOO_LARGE);
            }
        }
    }
}

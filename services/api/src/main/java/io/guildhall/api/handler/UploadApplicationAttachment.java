package io.guildhall.api.handler;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.guildhall.api.call.ApiCall;
import io.guildhall.api.limit.LimitGuard;
import io.guildhall.api.upload.FileMarks;
import io.guildhall.model.error.ApiException;
import io.guildhall.model.id.Snowflake;
import io.guildhall.model.operation.Operation;
import io.guildhall.model.operation.catalogue.AttachmentOperations;
import io.guildhall.model.payload.Attachment;
import io.guildhall.model.payload.Json;
import io.guildhall.model.rpc.StoredFile;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;

/** Keeps one file for an application, as long as an address of an attachment is good. */
@ApplicationScoped
public class UploadApplicationAttachment implements ApiHandler {
    private final FileMarks marks;
    private final LimitGuard limits;

    @Inject
    public UploadApplicationAttachment(FileMarks marks, LimitGuard limits) {
        this.marks = marks;
        this.limits = limits;
    }

    @Override
    public Operation operation() {
        return AttachmentOperations.UPLOAD_APPLICATION_ATTACHMENT;
    }

    @Override
    public JsonNode answer(ApiCall call) {
        if (call.files().size() != 1) {
            throw ApiException.invalidField("file", "BASE_TYPE_REQUIRED", "This field is required");
        }
        StoredFile file = call.files().getFirst();
        limits.takeUploadBytes(call.caller().userId(), List.of(file.getSize()));
        marks.lend(Snowflake.parse(call.path().get("application_id")), file.getId());
        ObjectNode answer = Json.object();
        answer.set("attachment", Json.<ObjectNode>tree(Attachment.from(file)).put("ephemeral", true));
        return answer;
    }
}

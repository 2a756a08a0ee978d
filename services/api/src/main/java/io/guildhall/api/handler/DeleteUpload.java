package io.guildhall.api.handler;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import io.guildhall.api.call.ApiCall;
import io.guildhall.api.upload.Slots;
import io.guildhall.model.operation.Operation;
import io.guildhall.model.operation.catalogue.AttachmentOperations;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

/** Takes back what was put into a slot. Messages that named it keep their copies; the slot may be used again. */
@ApplicationScoped
public class DeleteUpload implements ApiHandler {
    private final Slots slots;

    @Inject
    public DeleteUpload(Slots slots) {
        this.slots = slots;
    }

    @Override
    public Operation operation() {
        return AttachmentOperations.DELETE_UPLOAD;
    }

    @Override
    public JsonNode answer(ApiCall call) {
        slots.empty(call.path().get("upload_filename"), call.caller().userId());
        return MissingNode.getInstance();
    }
}

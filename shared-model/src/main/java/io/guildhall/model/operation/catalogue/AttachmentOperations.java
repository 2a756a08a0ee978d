package io.guildhall.model.operation.catalogue;

import static io.guildhall.model.operation.Operation.delete;
import static io.guildhall.model.operation.Operation.post;
import static io.guildhall.model.operation.Shapes.bool;
import static io.guildhall.model.operation.Shapes.integer;
import static io.guildhall.model.operation.Shapes.list;
import static io.guildhall.model.operation.Shapes.object;
import static io.guildhall.model.operation.Shapes.snowflake;
import static io.guildhall.model.operation.Shapes.text;

import io.guildhall.model.operation.Access;
import io.guildhall.model.operation.ObjectShape;
import io.guildhall.model.operation.Operation;
import io.guildhall.model.operation.Scope;
import java.util.List;

/** Files of messages, and those of applications that no message carries. */
public final class AttachmentOperations {
    private static final ObjectShape PLANNED = object().nullable("id", snowflake())
            .required("filename", text(1, 1024))
            .required("file_size", integer(1, Integer.MAX_VALUE))
            .nullable("is_clip", bool())
            .nullable("original_content_type", text(200));

    public static final Operation REFRESH_ATTACHMENT_URLS = post("refreshAttachmentUrls", "/attachments/refresh-urls")
            .in(Scope.API)
            .body(object().required("attachment_urls", list(0, 50, text(1, 2048))))
            .build();

    /** Places for the files of a message that is going to be sent: each is put there by itself, and the message names it. */
    public static final Operation CREATE_UPLOAD_SLOTS = post("createUploadSlots", "/channels/{channel_id}/attachments")
            .in(Scope.API)
            .body(object().required("files", list(1, 10, PLANNED)))
            .build();

    /** What was put into a slot goes before its time; its client has thought better of it. */
    public static final Operation DELETE_UPLOAD = delete("deleteUpload", "/attachments/{upload_filename}")
            .in(Scope.API)
            .status(204)
            .build();

    /** A file for an application to show, which goes again by itself. */
    public static final Operation UPLOAD_APPLICATION_ATTACHMENT = post(
                    "uploadApplicationAttachment", "/applications/{application_id}/attachment")
            .in(Scope.API)
            .by(Access.SIGNED_IN)
            .opensWithAnyScope()
            .body(object())
            .withFiles()
            .build();

    private AttachmentOperations() {}

    static List<Operation> all() {
        return List.of(REFRESH_ATTACHMENT_URLS, CREATE_UPLOAD_SLOTS, DELETE_UPLOAD, UPLOAD_APPLICATION_ATTACHMENT);
    }
}

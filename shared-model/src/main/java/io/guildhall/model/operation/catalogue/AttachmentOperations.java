package io.guildhall.model.operation.catalogue;

import static io.guildhall.model.operation.Operation.post;
import static io.guildhall.model.operation.Shapes.list;
import static io.guildhall.model.operation.Shapes.object;
import static io.guildhall.model.operation.Shapes.text;

import io.guildhall.model.operation.Operation;
import io.guildhall.model.operation.Scope;
import java.util.List;

/** Files of messages. */
public final class AttachmentOperations {
    public static final Operation REFRESH_ATTACHMENT_URLS = post("refreshAttachmentUrls", "/attachments/refresh-urls")
            .in(Scope.API)
            .body(object().required("attachment_urls", list(0, 50, text(1, 2048))))
            .build();

    private AttachmentOperations() {}

    static List<Operation> all() {
        return List.of(REFRESH_ATTACHMENT_URLS);
    }
}

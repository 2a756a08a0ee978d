package io.guildhall.api.http;

import io.guildhall.api.body.SlotUpload;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.inject.Inject;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Response;
import java.io.InputStream;

/** Takes a file for a slot. Whoever has the slot's address may put it there; no other proof is asked for. */
@Path("/api/uploads/{slot}")
@RunOnVirtualThread
public class UploadResource {
    private final SlotUpload uploads;

    @Inject
    public UploadResource(SlotUpload uploads) {
        this.uploads = uploads;
    }

    @PUT
    public Response put(@PathParam("slot") String slot, InputStream body) {
        return Response.status(uploads.put(slot, body)).build();
    }
}

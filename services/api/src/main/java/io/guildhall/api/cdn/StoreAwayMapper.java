package io.guildhall.api.cdn;

import io.guildhall.objects.ObjectStoreAwayException;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.ext.ExceptionMapper;
import jakarta.ws.rs.ext.Provider;

/** A file that can't be had for now is not one that is not there: nobody may keep this answer. */
@Provider
public class StoreAwayMapper implements ExceptionMapper<ObjectStoreAwayException> {
    @Override
    public Response toResponse(ObjectStoreAwayException away) {
        return Response.status(Response.Status.SERVICE_UNAVAILABLE)
                .header("Content-Type", "text/plain")
                .header("Cache-Control", "no-store")
                .header("Retry-After", "1")
                .entity("Files can't be had for the moment.")
                .build();
    }
}

package io.guildhall.api.http;

import io.guildhall.api.call.RestAnswer;
import io.guildhall.api.call.RestRequest;
import io.guildhall.api.caller.ClientAddress;
import io.guildhall.model.operation.HttpMethod;
import io.smallrye.common.annotation.RunOnVirtualThread;
import io.vertx.core.http.HttpHeaders;
import io.vertx.ext.web.RoutingContext;
import jakarta.inject.Inject;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Response;
import java.io.InputStream;

/**
 * The one door of the REST API. Which operation a request means is decided by the operation catalogue, from the path as
 * it stands in the request line.
 */
@Path("/api")
@RunOnVirtualThread
public class RestResource {
    private static final String ROOT = "/api";

    private final RequestPipeline pipeline;
    private final ClientAddress addresses;

    @Inject
    public RestResource(RequestPipeline pipeline, ClientAddress addresses) {
        this.pipeline = pipeline;
        this.addresses = addresses;
    }

    @GET
    @Path("{path:.*}")
    public Response get(@Context RoutingContext routing) {
        return BrowserDoor.of(routing.request())
                .orElseGet(() -> answer(HttpMethod.GET, routing, InputStream.nullInputStream()));
    }

    @POST
    @Path("{path:.*}")
    public Response post(@Context RoutingContext routing, InputStream body) {
        return answer(HttpMethod.POST, routing, body);
    }

    @PUT
    @Path("{path:.*}")
    public Response put(@Context RoutingContext routing, InputStream body) {
        return answer(HttpMethod.PUT, routing, body);
    }

    @PATCH
    @Path("{path:.*}")
    public Response patch(@Context RoutingContext routing, InputStream body) {
        return answer(HttpMethod.PATCH, routing, body);
    }

    @DELETE
    @Path("{path:.*}")
    public Response delete(@Context RoutingContext routing, InputStream body) {
        return answer(HttpMethod.DELETE, routing, body);
    }

    private Response answer(HttpMethod method, RoutingContext routing, InputStream body) {
        String path = routing.request().path();
        String query = routing.request().query();
        RestRequest request = new RestRequest(
                method,
                path.startsWith(ROOT) ? path.substring(ROOT.length()) : path,
                query == null ? "" : query,
                name -> routing.request().getHeader(name),
                addresses.of(routing.request()),
                body);
        RestAnswer answer = pipeline.answer(request);
        Response.ResponseBuilder response = Response.status(answer.status());
        answer.headers().forEach(response::header);
        if (answer.body().length > 0) {
            response.entity(answer.body());
            // REST would add a charset to the content type, and several client libraries then take it for no JSON.
            routing.addHeadersEndHandler(
                    done -> routing.response().headers().set(HttpHeaders.CONTENT_TYPE, answer.type()));
        }
        return response.build();
    }
}

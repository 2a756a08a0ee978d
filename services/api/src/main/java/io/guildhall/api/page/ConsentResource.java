package io.guildhall.api.page;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.guildhall.api.body.QueryReader;
import io.guildhall.api.caller.ClientAddress;
import io.guildhall.api.config.PublicUrls;
import io.guildhall.model.payload.Json;
import io.smallrye.common.annotation.RunOnVirtualThread;
import io.vertx.ext.web.RoutingContext;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.util.Optional;
import java.util.function.Function;

/** Where browsers come. No page runs a script, stands in another site's frame, or sends a form elsewhere. */
@Path("/oauth2")
@RunOnVirtualThread
public class ConsentResource {
    private static final String FORM = "application/x-www-form-urlencoded";
    private static final int MAX_FORM = 16_384;

    private final ConsentPages pages;
    private final ClientAddress addresses;
    private final String policy;

    @Inject
    public ConsentResource(ConsentPages pages, ClientAddress addresses, PublicUrls urls) {
        this.pages = pages;
        this.addresses = addresses;
        URI cdn = URI.create(urls.cdn());
        this.policy = "default-src 'none'; style-src 'self'; img-src " + cdn.getScheme() + "://" + cdn.getRawAuthority()
                + "; form-action 'self'; frame-ancestors 'none'; base-uri 'none'";
    }

    @GET
    @Path("authorize")
    public Response show(@Context RoutingContext routing) {
        return answer(pages.show(request(routing, Json.object())));
    }

    @POST
    @Path("authorize")
    public Response decide(@Context RoutingContext routing, InputStream body) throws IOException {
        return form(routing, body, pages::decide);
    }

    @POST
    @Path("login")
    public Response logIn(@Context RoutingContext routing, InputStream body) throws IOException {
        return form(routing, body, pages::logIn);
    }

    @POST
    @Path("logout")
    public Response logOut(@Context RoutingContext routing, InputStream body) throws IOException {
        return form(routing, body, pages::logOut);
    }

    @GET
    @Path("authorized")
    public Response done(@Context RoutingContext routing) {
        return answer(pages.done(request(routing, Json.object())));
    }

    @GET
    @Path("style.css")
    public Response style() {
        return Response.ok(pages.style())
                .type("text/css;charset=UTF-8")
                .header("X-Content-Type-Options", "nosniff")
                .header("Cache-Control", "public, max-age=3600")
                .build();
    }

    private Response form(RoutingContext routing, InputStream body, Function<PageRequest, PageAnswer> then)
            throws IOException {
        String type =
                Optional.ofNullable(routing.request().getHeader("Content-Type")).orElse("");
        if (!type.split(";", 2)[0].strip().equalsIgnoreCase(FORM)) {
            return answer(pages.refused(415, "Only forms of these pages are taken."));
        }
        byte[] bytes = body.readNBytes(MAX_FORM + 1);
        if (bytes.length > MAX_FORM) {
            return answer(pages.refused(413, "That is too much."));
        }
        return answer(then.apply(request(routing, QueryReader.parse(new String(bytes, UTF_8)))));
    }

    private PageRequest request(RoutingContext routing, ObjectNode form) {
        String query = routing.request().query();
        return new PageRequest(
                query == null ? "" : query,
                name -> routing.request().getHeader(name),
                addresses.of(routing.request()),
                form);
    }

    private Response answer(PageAnswer answer) {
        Response.ResponseBuilder response = Response.status(answer.status())
                .header("Content-Security-Policy", policy)
                .header("X-Frame-Options", "DENY")
                .header("X-Content-Type-Options", "nosniff")
                .header("Referrer-Policy", "no-referrer")
                .header("Cache-Control", "no-store");
        answer.cookies().forEach(cookie -> response.header("Set-Cookie", cookie));
        if (!answer.location().isEmpty()) {
            return response.header("Location", answer.location()).build();
        }
        return response.type("text/html;charset=UTF-8").entity(answer.html()).build();
    }
}

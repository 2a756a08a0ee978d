package io.guildhall.api.page;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.guildhall.api.body.QueryReader;
import io.guildhall.api.page.OwnApi.Answer;
import io.guildhall.api.page.Visits.Visit;
import io.guildhall.model.payload.Json;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The pages on which a person logs in and says what an application may do. They are a client of the REST API: what may be asked, where the
 * answer goes and who may add a bot to which guild is decided there.
 */
@ApplicationScoped
public class ConsentPages {
    private static final String AUTHORIZE = "/oauth2/authorize";
    private static final String DONE = "/oauth2/authorized";

    private final Pages pages;
    private final Visits visits;
    private final OwnApi api;
    private final ConsentView view;

    @Inject
    ConsentPages(Pages pages, Visits visits, OwnApi api, ConsentView view) {
        this.pages = pages;
        this.visits = visits;
        this.api = api;
        this.view = view;
    }

    /** What an application asks for, or the way to log in first. */
    public PageAnswer show(PageRequest request) {
        Visit visit = visits.of(request);
        return visit.login()
                .map(login -> ask(request, visit, List.of()))
                .orElseGet(() -> login(request, visit, List.of()))
                .with(visits.cookies(visit));
    }

    /** A name and a password, or the ticket that they gave and a code; on with the question when they are good. */
    public PageAnswer logIn(PageRequest request) {
        Visit visit = visits.of(request);
        if (!visits.isGood(visit, request)) {
            return forged();
        }
        String ticket = request.field("ticket");
        return ticket.isEmpty() ? byPassword(request, visit) : byCode(request, visit, ticket);
    }

    private PageAnswer byPassword(PageRequest request, Visit visit) {
        ObjectNode body = Json.object().put("login", request.field("login")).put("password", request.field("password"));
        Answer answer = api.post(request, Optional.empty(), "/auth/login", body);
        if (!answer.isGood()) {
            return login(request, visit, List.copyOf(answer.complaints()));
        }
        return answer.body().path("mfa").asBoolean()
                ? code(request, visit, answer.body().path("ticket").asText(), List.of())
                : in(request, answer);
    }

    private PageAnswer byCode(PageRequest request, Visit visit, String ticket) {
        ObjectNode body = Json.object().put("ticket", ticket).put("code", request.field("code"));
        Answer answer = api.post(request, Optional.empty(), "/auth/mfa/totp", body);
        if (answer.isGood()) {
            return in(request, answer);
        }
        List<String> complaints = List.copyOf(answer.complaints());
        return answer.body().path("errors").has("ticket")
                ? login(request, visit, complaints)
                : code(request, visit, ticket, complaints);
    }

    private PageAnswer in(PageRequest request, Answer answer) {
        return back(request)
                .with(visits.cookies(
                        visits.with(Optional.of(answer.body().path("token").asText()))));
    }

    /** Ends the login, which was made for these pages. */
    public PageAnswer logOut(PageRequest request) {
        Visit visit = visits.of(request);
        if (!visits.isGood(visit, request)) {
            return forged();
        }
        if (visit.login().isPresent()) {
            api.post(request, visit.login(), "/auth/logout", Json.object());
        }
        return back(request).with(visits.cookies(visits.with(Optional.empty())));
    }

    /** What the person said. */
    public PageAnswer decide(PageRequest request) {
        Visit visit = visits.of(request);
        if (!visits.isGood(visit, request) || visit.login().isEmpty()) {
            return forged();
        }
        if (request.field("decision").equals("authorize") && view.lacksChannel(request)) {
            // The server is chosen: now its channels are offered.
            return ask(request, visit, List.of());
        }
        Answer answer = api.post(request, visit.login(), AUTHORIZE, decision(request));
        if (!answer.isGood()) {
            return ask(request, visit, List.copyOf(answer.complaints()));
        }
        String location = answer.body().path("location").asText();
        return location.startsWith(DONE) ? PageAnswer.to(location) : PageAnswer.page(200, pages.leaving(location));
    }

    /** The end, where no application waits for an answer. */
    public PageAnswer done(PageRequest request) {
        boolean refused = QueryReader.parse(request.query()).has("error");
        return refused
                ? notice(200, "Cancelled", "Nothing was changed. You can close this page.")
                : notice(200, "Authorized", "You can close this page and go back to your server.");
    }

    /** A way that nobody knows, or one that was not gone as it must be. */
    public PageAnswer refused(int status, String line) {
        return notice(status, "That did not work", line);
    }

    String style() {
        return pages.style();
    }

    private PageAnswer ask(PageRequest request, Visit visit, List<String> complaints) {
        Answer asked = api.get(request.inChosenGuild(), visit.login(), AUTHORIZE);
        if (asked.status() == 401) {
            Visit nobody = visits.with(Optional.empty());
            return login(request, nobody, List.of()).with(visits.cookies(nobody));
        }
        if (!asked.isGood()) {
            return PageAnswer.page(asked.status(), pages.notice("That did not work", List.copyOf(asked.complaints())));
        }
        if (complaints.isEmpty() && view.isSettled(request, asked.body())) {
            Answer again =
                    api.post(request, visit.login(), AUTHORIZE, Json.object().put("authorize", true));
            if (again.isGood()) {
                return PageAnswer.to(again.body().path("location").asText());
            }
        }
        return PageAnswer.page(
                complaints.isEmpty() ? 200 : 400,
                pages.consent(view.of(request, asked.body(), visits.formToken(visit, request.query()), complaints)));
    }

    private PageAnswer login(PageRequest request, Visit visit, List<String> complaints) {
        return PageAnswer.page(
                complaints.isEmpty() ? 200 : 400,
                pages.login(Map.of(
                        "query",
                        request.query(),
                        "token",
                        strangersToken(request, visit),
                        "login",
                        request.field("login"),
                        "complaints",
                        complaints)));
    }

    private PageAnswer code(PageRequest request, Visit visit, String ticket, List<String> complaints) {
        return PageAnswer.page(
                complaints.isEmpty() ? 200 : 400,
                pages.code(Map.of(
                        "query",
                        request.query(),
                        "token",
                        strangersToken(request, visit),
                        "ticket",
                        ticket,
                        "complaints",
                        complaints)));
    }

    /** Of a form by which somebody logs in. */
    private String strangersToken(PageRequest request, Visit visit) {
        return visits.formToken(new Visit(visit.id(), Optional.empty(), visit.fresh()), request.query());
    }

    /** Only permissions that were asked for are given: the API is told which of them. */
    private static ObjectNode decision(PageRequest request) {
        ObjectNode body =
                Json.object().put("authorize", request.field("decision").equals("authorize"));
        String guild = request.field("guild_id");
        if (!guild.isEmpty()) {
            body.put("guild_id", guild);
        }
        String channel = request.field("webhook_channel_id");
        if (!channel.isEmpty()) {
            body.put("webhook_channel_id", channel);
        }
        long asked = PermissionChoice.asked(QueryReader.parse(request.query()));
        if (asked != 0) {
            body.put("permissions", Long.toUnsignedString(asked & PermissionChoice.chosen(request)));
        }
        return body;
    }

    private PageAnswer back(PageRequest request) {
        return PageAnswer.to(AUTHORIZE + "?" + request.query());
    }

    private PageAnswer forged() {
        return refused(
                403, "This form was not made for you, or is too old. Go back, load the page again and repeat it.");
    }

    private PageAnswer notice(int status, String title, String line) {
        return PageAnswer.page(status, pages.notice(title, List.of(line)));
    }
}

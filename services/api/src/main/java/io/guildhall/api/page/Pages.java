package io.guildhall.api.page;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.quarkus.qute.Engine;
import io.quarkus.qute.HtmlEscaper;
import io.quarkus.qute.Template;
import io.quarkus.qute.Variant;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;

/** The pages' templates, which escape everything that they show. */
@ApplicationScoped
class Pages {
    private static final String HTML = "text/html";

    private final Engine engine;
    private final Template login;
    private final Template code;
    private final Template consent;
    private final Template leaving;
    private final Template notice;
    private final String style;

    Pages() {
        this.engine = Engine.builder()
                .addDefaults()
                .addResultMapper(new HtmlEscaper(List.of(HTML)))
                .strictRendering(true)
                .build();
        // Each file is named where it is read: a native image takes in what it sees named.
        engine.putTemplate("layout", template(Pages.class.getResourceAsStream("layout.html")));
        this.login = template(Pages.class.getResourceAsStream("login.html"));
        this.code = template(Pages.class.getResourceAsStream("code.html"));
        this.consent = template(Pages.class.getResourceAsStream("consent.html"));
        this.leaving = template(Pages.class.getResourceAsStream("leaving.html"));
        this.notice = template(Pages.class.getResourceAsStream("notice.html"));
        this.style = text(Pages.class.getResourceAsStream("style.css"));
    }

    String login(Map<String, Object> model) {
        return login.render(model);
    }

    /** The second step, for an account that asks for a code. */
    String code(Map<String, Object> model) {
        return code.render(model);
    }

    String consent(Map<String, Object> model) {
        return consent.render(model);
    }

    /** On the way to an application, which may be no page of the web. */
    String leaving(String location) {
        return leaving.render(Map.of("location", location));
    }

    /** Says something, and asks nothing. */
    String notice(String title, List<String> lines) {
        return notice.render(Map.of("title", title, "lines", lines));
    }

    String style() {
        return style;
    }

    private Template template(InputStream file) {
        return engine.parse(text(file), Variant.forContentType(HTML));
    }

    private static String text(InputStream file) {
        try (file) {
            return new String(file.readAllBytes(), UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}

package io.guildhall.api.page;

import io.guildhall.api.TestTokens;
import io.guildhall.api.body.QueryReader;
import io.guildhall.api.config.PublicConfig;
import io.guildhall.api.config.PublicUrls;
import io.guildhall.discovery.StaticDiscovery;
import io.guildhall.model.payload.Json;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;

/** Keeps cookies and sends forms as they stand on a page. */
final class Browser {
    private final ConsentPages pages;
    private final Map<String, String> jar = new LinkedHashMap<>();
    private final List<String> cookies = new ArrayList<>();
    private String site = "same-origin";

    Browser(FakeApi api) {
        PublicConfig config = new AtHome();
        PublicUrls urls = new PublicUrls(config, StaticDiscovery.oneProcess("ws://127.0.0.1:1/gateway"), "home", 80);
        pages = new ConsentPages(
                new Pages(), new Visits(TestTokens.config(), config), new OwnApi(api), new ConsentView(urls));
    }

    PageAnswer get(String query) {
        return took(pages.show(request(query, "")));
    }

    Document open(String query) {
        return Jsoup.parse(get(query).html());
    }

    void logIn(String query) {
        submit(open(query), "login", "ann", "password", "right");
    }

    /** Sends the page's first form with what was entered. */
    PageAnswer submit(Document page, String... entered) {
        return submit(page.select("form").first(), entered);
    }

    PageAnswer submitSecond(Document page) {
        return submit(page.select("form").get(1));
    }

    private PageAnswer submit(Element form, String... entered) {
        List<String> pairs = new ArrayList<>();
        for (Element input : form.select("input[type=hidden], input[checked]")) {
            pairs.add(pair(input.attr("name"), input.attr("value")));
        }
        for (int field = 0; field < entered.length; field += 2) {
            pairs.add(pair(entered[field], entered[field + 1]));
        }
        String[] action = form.attr("action").split("\\?", 2);
        PageRequest request = request(action[1], pairs.stream().collect(Collectors.joining("&")));
        return took(
                switch (action[0]) {
                    case "/oauth2/login" -> pages.logIn(request);
                    case "/oauth2/logout" -> pages.logOut(request);
                    default -> pages.decide(request);
                });
    }

    /** From now on other sites make it send what it sends. */
    void isElsewhere() {
        site = "cross-site";
    }

    /** Every one that it was given. */
    List<String> cookies() {
        return cookies;
    }

    private PageAnswer took(PageAnswer answer) {
        for (String cookie : answer.cookies()) {
            cookies.add(cookie);
            String[] pair = cookie.split(";", 2)[0].split("=", 2);
            if (cookie.contains("Max-Age=0")) {
                jar.remove(pair[0]);
            } else {
                jar.put(pair[0], pair[1]);
            }
        }
        return answer;
    }

    private PageRequest request(String query, String form) {
        return new PageRequest(
                query,
                name -> switch (name) {
                    case "Cookie" ->
                        jar.isEmpty()
                                ? null
                                : jar.entrySet().stream()
                                        .map(cookie -> cookie.getKey() + "=" + cookie.getValue())
                                        .collect(Collectors.joining("; "));
                    case "Sec-Fetch-Site" -> site;
                    default -> null;
                },
                "127.0.0.1",
                form.isEmpty() ? Json.object() : QueryReader.parse(form));
    }

    private static String pair(String name, String value) {
        return name + "=" + URLEncoder.encode(value, StandardCharsets.UTF_8);
    }

    /** Reached by TLS. */
    private record AtHome() implements PublicConfig {
        @Override
        public Optional<String> apiUrl() {
            return Optional.of("https://home/api");
        }

        @Override
        public Optional<String> gatewayUrl() {
            return Optional.empty();
        }

        @Override
        public Optional<String> cdnUrl() {
            return Optional.of("https://home/cdn");
        }

        @Override
        public Optional<List<String>> trustedProxies() {
            return Optional.empty();
        }
    }
}

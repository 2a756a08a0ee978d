package io.guildhall.model.operation.catalogue;

import static io.guildhall.model.operation.Shapes.object;
import static io.guildhall.model.operation.Shapes.text;
import static io.guildhall.model.operation.Shapes.url;

import com.fasterxml.jackson.databind.JsonNode;
import io.guildhall.model.operation.ObjectShape;
import io.guildhall.model.operation.Shape;
import java.net.URI;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/** The OpenID provider that an application lets vouch for its players. What its address must be Discord's documentation of the Social SDK says. */
final class OidcShapes {
    private static final List<String> NOT_PUBLIC = List.of(".local", ".arpa", ".internal", ".localhost");
    private static final Pattern NUMBERS = Pattern.compile("[0-9.]+|\\[.*");

    /** Without a slash at the end nothing is added: providers' own documents name it as it is here. */
    private static final Shape ISSUER = (value, problems) -> {
        JsonNode clean = url(512).check(value, problems);
        if (problems.isEmpty() && !isPublic(clean.asText())) {
            problems.add("URL_TYPE_INVALID_URL", "Must be a public https address without query and fragment.");
        }
        return clean;
    };

    /** The id is that of the game as the provider's client, which tokens name as their audience. */
    static final ObjectShape CONFIGURATION = object().required("issuer", ISSUER).required("client_id", text(1, 255));

    private OidcShapes() {}

    private static boolean isPublic(String address) {
        URI uri = URI.create(address);
        String host = uri.getHost() == null ? "" : uri.getHost().toLowerCase(Locale.ROOT);
        return "https".equalsIgnoreCase(uri.getScheme())
                && !address.contains("?")
                && !address.contains("#")
                && uri.getRawUserInfo() == null
                && host.contains(".")
                && !NUMBERS.matcher(host).matches()
                && NOT_PUBLIC.stream().noneMatch(host::endsWith);
    }
}

package io.guildhall.api.link;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.guildhall.api.body.UntrustedJson;
import io.guildhall.model.error.ApiException;
import io.guildhall.model.payload.Json;
import io.guildhall.outgoing.OutgoingAnswer;
import io.guildhall.outgoing.OutgoingException;
import java.net.URI;
import java.util.Optional;
import java.util.regex.Pattern;

/** A page as an embed, made of what it says of itself, field by field. */
record PageEmbed(String url, Page page, Fetch fetch) {
    static final int LONGEST_ADDRESS = 2_048;
    private static final int LONGEST_TITLE = 256;
    private static final int LONGEST_DESCRIPTION = 350;
    private static final int LONGEST_NAME = 256;
    private static final int LARGEST_SIDE = 16_384;
    private static final Pattern COLOR = Pattern.compile("#\\p{XDigit}{6}");
    private static final Pattern SIDE = Pattern.compile("\\d{1,5}");

    /** Calls what the page refers to. */
    @FunctionalInterface
    interface Fetch {
        OutgoingAnswer at(URI url) throws OutgoingException;
    }

    /** Empty when the page says nothing that could be shown. */
    Optional<ObjectNode> build() {
        JsonNode other = page.oEmbed().map(this::oEmbed).orElse(Json.object());
        Optional<String> title = page.text("og:title", "twitter:title")
                .or(() -> text(other, "title"))
                .or(page::title);
        Optional<String> description = page.text("og:description", "twitter:description", "description");
        Optional<ObjectNode> picture = picture().or(() -> picture(other));
        if (title.isEmpty() && description.isEmpty() && picture.isEmpty()) {
            return Optional.empty();
        }
        ObjectNode embed = Json.object().put("type", type()).put("url", url);
        title.ifPresent(text -> embed.put("title", cut(text, LONGEST_TITLE)));
        description.ifPresent(text -> embed.put("description", cut(text, LONGEST_DESCRIPTION)));
        page.text("theme-color")
                .filter(color -> COLOR.matcher(color).matches())
                .ifPresent(color -> embed.put("color", Integer.parseInt(color.substring(1), 16)));
        page.text("og:site_name")
                .or(() -> text(other, "provider_name"))
                .ifPresent(name -> embed.set("provider", named(name, text(other, "provider_url"))));
        text(other, "author_name").ifPresent(name -> embed.set("author", named(name, text(other, "author_url"))));
        picture.ifPresent(media -> embed.set("thumbnail", media));
        video().ifPresent(media -> embed.set("video", media));
        return Optional.of(embed);
    }

    /** Clients show the picture of an article large. */
    private String type() {
        boolean large =
                page.text("twitter:card").filter("summary_large_image"::equals).isPresent();
        return video().isPresent() ? "video" : large ? "article" : "link";
    }

    private Optional<ObjectNode> picture() {
        return page.address("og:image:secure_url", "og:image:url", "og:image", "twitter:image", "twitter:image:src")
                .flatMap(address -> sized(address, "og:image").or(() -> measured(address)));
    }

    /** What oEmbed calls a photo is the picture itself; of all else it may name a smaller one. */
    private Optional<ObjectNode> picture(JsonNode other) {
        String prefix = other.path("type").asText().equals("photo") ? "" : "thumbnail_";
        return text(other, prefix + "url").flatMap(Page::address).flatMap(address -> sized(
                        address, side(other, prefix + "width"), side(other, prefix + "height"))
                .or(() -> measured(address)));
    }

    private Optional<ObjectNode> video() {
        return page.address("og:video:secure_url", "og:video:url", "og:video")
                .flatMap(address -> sized(address, "og:video"));
    }

    /** With the size that the page says. */
    private Optional<ObjectNode> sized(URI address, String property) {
        return sized(address, side(page.text(property + ":width")), side(page.text(property + ":height")));
    }

    private static Optional<ObjectNode> sized(URI address, int width, int height) {
        return width > 0 && height > 0
                ? Optional.of(Pictures.media(address.toString(), width, height))
                : Optional.empty();
    }

    private static int side(JsonNode object, String field) {
        return side(
                Optional.of(object.path(field)).filter(JsonNode::isValueNode).map(JsonNode::asText));
    }

    private static int side(Optional<String> said) {
        return said.filter(text -> SIDE.matcher(text).matches())
                .map(Integer::parseInt)
                .filter(side -> side <= LARGEST_SIDE)
                .orElse(0);
    }

    private Optional<ObjectNode> measured(URI address) {
        try {
            return Optional.of(fetch.at(address))
                    .filter(OutgoingAnswer::isSuccess)
                    .flatMap(Pictures::size)
                    .map(size -> Pictures.media(address.toString(), size.width(), size.height()));
        } catch (OutgoingException gone) {
            return Optional.empty();
        }
    }

    private JsonNode oEmbed(URI address) {
        try {
            OutgoingAnswer answer = fetch.at(address);
            return answer.isSuccess() ? UntrustedJson.read(answer.body()) : Json.object();
        } catch (OutgoingException | ApiException unreadable) {
            return Json.object();
        }
    }

    private static Optional<String> text(JsonNode object, String field) {
        return Optional.of(object.path(field))
                .filter(JsonNode::isTextual)
                .map(text -> text.asText().strip())
                .filter(text -> !text.isEmpty());
    }

    private static ObjectNode named(String name, Optional<String> address) {
        ObjectNode named = Json.object().put("name", cut(name, LONGEST_NAME));
        address.flatMap(Page::address).ifPresent(url -> named.put("url", url.toString()));
        return named;
    }

    /** Never in the middle of a character. */
    private static String cut(String text, int most) {
        if (text.codePointCount(0, text.length()) <= most) {
            return text;
        }
        return text.substring(0, text.offsetByCodePoints(0, most - 1)) + "…";
    }
}

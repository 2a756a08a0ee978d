package io.guildhall.api.link;

import io.guildhall.outgoing.OutgoingAnswer;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.Charset;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;

/** What a page says of itself: OpenGraph, Twitter's cards, and the names that HTML has for such things. */
record Page(Document document) {
    /** Far more than stand before what a page says of itself; a page of nothing else costs seconds to take apart. */
    static final int MOST_TAGS = 4_000;

    private static final Pattern CHARSET = Pattern.compile("charset=\"?([\\w.:-]{1,40})", Pattern.CASE_INSENSITIVE);

    /** Empty when the answer is no page. */
    static Optional<Page> read(OutgoingAnswer answer) {
        String type = answer.header("Content-Type").toLowerCase(Locale.ROOT);
        if (!type.startsWith("text/html") && !type.startsWith("application/xhtml+xml")) {
            return Optional.empty();
        }
        try {
            return Optional.of(new Page(Jsoup.parse(
                    new ByteArrayInputStream(answer.body(), 0, beginning(answer.body())),
                    charset(type),
                    answer.url().toString())));
        } catch (IOException unreadable) {
            return Optional.empty();
        }
    }

    /** How many bytes have {@value #MOST_TAGS} tags, whichever of the encodings of pages it is. */
    private static int beginning(byte[] body) {
        int tags = 0;
        for (int index = 0; index < body.length; index++) {
            if (body[index] == '<' && ++tags > MOST_TAGS) {
                return index;
            }
        }
        return body.length;
    }

    /** The first of these properties that says anything, as one line. */
    Optional<String> text(String... properties) {
        return Stream.of(properties)
                .flatMap(this::tags)
                .map(tag -> line(tag.attr("content")))
                .filter(text -> !text.isEmpty())
                .findFirst();
    }

    /** The first of these properties that is an address, as seen from the page. */
    Optional<URI> address(String... properties) {
        return Stream.of(properties)
                .flatMap(this::tags)
                .flatMap(tag -> address(tag.absUrl("content")).stream())
                .findFirst();
    }

    /** What stands in the page's title. */
    Optional<String> title() {
        return Optional.of(line(document.title())).filter(title -> !title.isEmpty());
    }

    /** Where the page says the same in oEmbed's form; see https://oembed.com. */
    Optional<URI> oEmbed() {
        return document.select("link[rel=alternate][type=application/json+oembed]").stream()
                .flatMap(link -> address(link.absUrl("href")).stream())
                .findFirst();
    }

    static Optional<URI> address(String text) {
        try {
            return Optional.of(URI.create(text))
                    .filter(url -> "http".equals(url.getScheme()) || "https".equals(url.getScheme()))
                    .filter(url -> text.length() <= PageEmbed.LONGEST_ADDRESS && url.getHost() != null);
        } catch (IllegalArgumentException malformed) {
            return Optional.empty();
        }
    }

    private Stream<Element> tags(String property) {
        return document.select("meta[property=" + property + "], meta[name=" + property + "]").stream();
    }

    private static String line(String text) {
        return text.strip().replaceAll("\\s+", " ");
    }

    /** Null, for which the page itself is asked, when the answer does not say. */
    private static String charset(String type) {
        Matcher named = CHARSET.matcher(type);
        return named.find() && isKnown(named.group(1)) ? named.group(1) : null;
    }

    private static boolean isKnown(String charset) {
        try {
            return Charset.isSupported(charset);
        } catch (IllegalArgumentException noName) {
            return false;
        }
    }
}

package io.guildhall.web;

import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * One file of the client, held in memory.
 *
 * @param path below the root, without a slash before it: {@code assets/index-1a2b.js}
 * @param hash of the content, in hexadecimal
 * @param plain the bytes as they are
 * @param smaller the same by content coding, {@code br} and {@code gzip}, where that is smaller
 */
record ClientFile(String path, String hash, byte[] plain, Map<String, byte[]> smaller) {
    private static final String HASHED = "assets/";
    private static final String FOR_EVER = "public, max-age=31536000, immutable";
    private static final String ASK_EACH_TIME = "no-cache";
    private static final Map<String, String> TYPES = Map.of(
            "html", "text/html; charset=utf-8",
            "js", "text/javascript; charset=utf-8",
            "css", "text/css; charset=utf-8",
            "svg", "image/svg+xml",
            "png", "image/png",
            "json", "application/json",
            "webmanifest", "application/manifest+json",
            "woff2", "font/woff2");

    String type() {
        String ending = path.substring(path.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT);
        return TYPES.getOrDefault(ending, "application/octet-stream");
    }

    boolean page() {
        return path.endsWith(".html");
    }

    /** Files whose names change with their content are kept for ever; the others are asked for anew, by their hash. */
    String caching() {
        return path.startsWith(HASHED) ? FOR_EVER : ASK_EACH_TIME;
    }

    String etag() {
        return '"' + hash + '"';
    }

    /** The best coding of those that a client takes, as its Accept-Encoding says; empty for none. */
    Optional<String> coding(String accepted) {
        for (String coding : new String[] {"br", "gzip"}) {
            if (smaller.containsKey(coding) && accepts(accepted, coding)) {
                return Optional.of(coding);
            }
        }
        return Optional.empty();
    }

    private static boolean accepts(String accepted, String coding) {
        if (accepted == null) {
            return false;
        }
        for (String part : accepted.split(",", -1)) {
            String[] words = part.trim().split("\\s*;\\s*", 2);
            if (words[0].equalsIgnoreCase(coding)) {
                return words.length == 1 || !words[1].matches("q=0(\\.0*)?");
            }
        }
        return false;
    }
}

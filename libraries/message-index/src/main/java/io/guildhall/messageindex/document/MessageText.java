package io.guildhall.messageindex.document;

import com.fasterxml.jackson.databind.JsonNode;
import io.guildhall.model.payload.Message;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What a message says, piece by piece, and where its links lead.
 *
 * @param texts the content first
 * @param hostnames in small letters, each also without a leading {@code www.}
 */
record MessageText(List<String> texts, Set<String> hostnames) {
    /** Names under which embeds, components, polls and forwarded messages keep what people read. */
    private static final Set<String> SPOKEN =
            Set.of("content", "title", "description", "name", "value", "text", "label", "placeholder");

    private static final Pattern HOST =
            Pattern.compile("https?://(?:[^\\s/@?#]*@)?([^\\s/:?#<>)\\]\"']+)", Pattern.CASE_INSENSITIVE);
    private static final String WWW = "www.";

    /** Deeper than anything that passed a shape. */
    private static final int MAX_DEPTH = 12;

    static MessageText of(Message message) {
        MessageText text = new MessageText(new ArrayList<>(), new LinkedHashSet<>());
        text.say(message.content());
        message.embeds().trees().forEach(embed -> text.walk(embed, 0));
        message.components().trees().forEach(component -> text.walk(component, 0));
        text.walk(message.poll(), 0);
        text.walk(message.messageSnapshots(), 0);
        return text;
    }

    private void walk(JsonNode node, int depth) {
        if (node == null || depth > MAX_DEPTH) {
            return;
        }
        node.properties().forEach(entry -> {
            JsonNode value = entry.getValue();
            if (value.isContainerNode()) {
                walk(value, depth + 1);
            } else if (value.isTextual() && SPOKEN.contains(entry.getKey())) {
                say(value.textValue());
            } else if (value.isTextual() && entry.getKey().equals("url")) {
                link(value.textValue());
            }
        });
        if (node.isArray()) {
            node.forEach(element -> walk(element, depth + 1));
        }
    }

    private void say(String text) {
        if (text != null && !text.isEmpty()) {
            texts.add(text);
            link(text);
        }
    }

    private void link(String text) {
        Matcher matcher = HOST.matcher(text);
        while (matcher.find()) {
            String host = matcher.group(1).toLowerCase(Locale.ROOT);
            hostnames.add(host);
            if (host.startsWith(WWW)) {
                hostnames.add(host.substring(WWW.length()));
            }
        }
    }
}

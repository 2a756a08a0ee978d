package io.guildhall.guild.webhookmessage;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.guildhall.model.payload.Json;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/** Says in Discord's form what was said in Slack's. Embeds beyond what one message may hold are left out. */
final class SlackMessage {
    private static final int MOST_EMBEDS = 10;
    private static final int MOST_CHARACTERS = 6000;
    private static final Pattern LINK = Pattern.compile("<(https?://[^|<>\\s]{1,2048})\\|([^<>]{1,2048})>");
    private static final Pattern COLOR = Pattern.compile("#(?:[0-9a-fA-F]{6}|[0-9a-fA-F]{3})");
    private static final Map<String, String> NAMED =
            Map.of("good", "#2fa44f", "warning", "#de9e31", "danger", "#d50200");

    private SlackMessage() {}

    static ObjectNode of(SlackBody body) {
        ObjectNode message = Json.object().put("content", readable(body.text().or("")));
        body.username().value().ifPresent(name -> message.put("username", name));
        body.iconUrl().value().ifPresent(icon -> message.put("avatar_url", icon));
        ArrayNode embeds = message.putArray("embeds");
        int characters = 0;
        for (SlackAttachment attachment : body.attachments().or(List.of())) {
            EmbedDraft embed = embed(attachment);
            characters += embed.length();
            if (embeds.size() == MOST_EMBEDS || characters > MOST_CHARACTERS) {
                break;
            }
            if (!embed.isEmpty()) {
                embeds.add(embed.json());
            }
        }
        return message;
    }

    private static EmbedDraft embed(SlackAttachment attachment) {
        String pretext = attachment.pretext().or("");
        String text = attachment.text().or("");
        EmbedDraft embed = new EmbedDraft()
                .title(attachment.title().orNull(), attachment.titleLink().orNull())
                .description(readable(pretext.isEmpty() || text.isEmpty() ? pretext + text : pretext + "\n" + text))
                .author(
                        attachment.authorName().orNull(),
                        attachment.authorLink().orNull(),
                        attachment.authorIcon().orNull())
                .footer(attachment.footer().orNull(), attachment.footerIcon().orNull())
                .media("image", attachment.imageUrl().orNull())
                .media("thumbnail", attachment.thumbUrl().orNull());
        for (SlackField field : attachment.fields().or(List.of())) {
            embed.field(
                    field.title().or(field.name().or("")),
                    readable(field.value().or("")),
                    field.isShort().or(field.inline().or(false)));
        }
        attachment.ts().value().ifPresent(seconds -> embed.timestamp(seconds * 1000));
        color(attachment.color().or("")).ifPresent(embed::color);
        return embed;
    }

    private static Optional<Integer> color(String given) {
        String color = NAMED.getOrDefault(given, given);
        if (!COLOR.matcher(color).matches()) {
            return Optional.empty();
        }
        String digits = color.substring(1);
        return Optional.of(Integer.parseInt(digits.length() == 3 ? digits.replaceAll("(.)", "$1$1") : digits, 16));
    }

    /** With links as Markdown has them. */
    private static String readable(String text) {
        return LINK.matcher(text).replaceAll("[$2]($1)");
    }
}

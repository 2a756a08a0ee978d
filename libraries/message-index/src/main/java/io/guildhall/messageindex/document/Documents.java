package io.guildhall.messageindex.document;

import com.fasterxml.jackson.databind.JsonNode;
import io.guildhall.messageindex.query.AuthorType;
import io.guildhall.messageindex.query.EmbedKind;
import io.guildhall.messageindex.query.Feature;
import io.guildhall.model.id.Snowflake;
import io.guildhall.model.payload.Message;
import io.guildhall.model.payload.MessageReference;
import io.guildhall.model.payload.User;
import java.util.EnumSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Makes documents from messages as the API shows them. */
public final class Documents {
    private static final int REPLY = 19;
    private static final int FORWARD = 1;

    private Documents() {}

    public static MessageDocument of(long home, Message message) {
        MessageText text = MessageText.of(message);
        Optional<JsonNode> repliedTo = message.type() == REPLY ? message.repliedTo() : Optional.empty();
        return new MessageDocument(
                Snowflake.parse(message.id()),
                home,
                Snowflake.parse(message.channelId()),
                text.texts(),
                Snowflake.parse(message.author().id()),
                authorType(message),
                ids(message.mentions().stream().map(User::id).toList()),
                ids(message.mentionRoles()),
                message.mentionEveryone(),
                repliedToMessage(message),
                repliedTo
                        .map(reply -> Snowflake.parse(reply.at("/author/id").asText("0")))
                        .orElse(0L),
                features(message, text),
                kinds(message),
                providers(message),
                text.hostnames(),
                message.attachments().stream()
                        .map(attachment -> attachment.filename())
                        .collect(Collectors.toSet()),
                message.pinned());
    }

    private static AuthorType authorType(Message message) {
        if (message.webhookId() != null && message.applicationId() == null) {
            return AuthorType.WEBHOOK;
        }
        return Boolean.TRUE.equals(message.author().bot()) ? AuthorType.BOT : AuthorType.USER;
    }

    private static long repliedToMessage(Message message) {
        MessageReference reference = message.messageReference();
        return message.type() == REPLY && reference != null && reference.messageId() != null
                ? Snowflake.parse(reference.messageId())
                : 0;
    }

    private static Set<Feature> features(Message message, MessageText text) {
        Set<Feature> features = EnumSet.noneOf(Feature.class);
        add(features, Feature.LINK, !text.hostnames().isEmpty());
        add(features, Feature.EMBED, !message.embeds().isEmpty());
        add(features, Feature.FILE, !message.attachments().isEmpty());
        add(
                features,
                Feature.STICKER,
                message.stickerItems() != null && !message.stickerItems().isEmpty());
        add(features, Feature.POLL, message.poll() != null);
        MessageReference reference = message.messageReference();
        add(features, Feature.SNAPSHOT, reference != null && reference.type() == FORWARD);
        message.attachments().forEach(attachment -> {
            String type = attachment.contentType() == null ? "" : attachment.contentType();
            add(features, Feature.IMAGE, type.startsWith("image/"));
            add(features, Feature.VIDEO, type.startsWith("video/"));
            add(features, Feature.SOUND, type.startsWith("audio/"));
        });
        Set<EmbedKind> kinds = kinds(message);
        add(features, Feature.IMAGE, kinds.contains(EmbedKind.IMAGE) || kinds.contains(EmbedKind.GIF));
        add(features, Feature.VIDEO, kinds.contains(EmbedKind.VIDEO));
        return features;
    }

    private static void add(Set<Feature> features, Feature feature, boolean there) {
        if (there) {
            features.add(feature);
        }
    }

    private static Set<EmbedKind> kinds(Message message) {
        Set<EmbedKind> kinds = EnumSet.noneOf(EmbedKind.class);
        message.embeds().trees().forEach(embed -> {
            switch (embed.path("type").asText()) {
                case "image" -> kinds.add(EmbedKind.IMAGE);
                case "video" -> kinds.add(EmbedKind.VIDEO);
                case "gifv" -> kinds.add(EmbedKind.GIF);
                case "audio", "sound" -> kinds.add(EmbedKind.SOUND);
                case "article", "link" -> kinds.add(EmbedKind.ARTICLE);
                default -> {
                    if (embed.hasNonNull("image")) {
                        kinds.add(EmbedKind.IMAGE);
                    }
                }
            }
        });
        return kinds;
    }

    private static Set<String> providers(Message message) {
        Set<String> providers = new LinkedHashSet<>();
        message.embeds().trees().stream()
                .map(embed -> embed.at("/provider/name"))
                .filter(JsonNode::isTextual)
                .forEach(name -> providers.add(name.textValue()));
        return providers;
    }

    private static Set<Long> ids(List<String> texts) {
        return texts.stream().map(Snowflake::parse).collect(Collectors.toSet());
    }
}

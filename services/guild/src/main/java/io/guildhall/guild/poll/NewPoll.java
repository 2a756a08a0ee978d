package io.guildhall.guild.poll;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.guildhall.guild.emoji.EmojiUse;
import io.guildhall.model.emoji.UnicodeEmoji;
import io.guildhall.model.error.ApiException;
import io.guildhall.model.error.ErrorCode;
import io.guildhall.model.payload.Emoji;
import io.guildhall.model.payload.Json;
import io.guildhall.model.payload.PartialEmoji;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** Makes a poll of what a request says of it. */
public final class NewPoll {
    private static final long DAY = 24;
    private static final long PLAIN = 1;

    private NewPoll() {}

    /** @throws ApiException 520004 when an emoji is none, or none that the sender may use here */
    public static StoredPoll of(PollBody body, EmojiUse emojis, long now) {
        ObjectNode poll = Json.object();
        poll.putObject("question").put("text", body.question().required().text().required());
        ArrayNode answers = poll.putArray("answers");
        List<PollAnswerBody> given = body.answers().required();
        for (int index = 0; index < given.size(); index++) {
            PollMediaBody media = given.get(index).pollMedia().required();
            ObjectNode shown = answers.addObject().put("answer_id", index + 1).putObject("poll_media");
            shown.put("text", media.text().required());
            media.emoji().value().ifPresent(emoji -> shown.set("emoji", Json.tree(emoji(emoji, emojis))));
        }
        long hours = body.duration().or(DAY);
        poll.put("expiry", Json.timestamp(now + Duration.ofHours(hours).toMillis()));
        poll.put("allow_multiselect", body.allowMultiselect().or(false));
        poll.put("layout_type", body.layoutType().or(PLAIN));
        return new StoredPoll(poll, List.of(), false);
    }

    private static PartialEmoji emoji(PollEmojiBody asked, EmojiUse emojis) {
        Optional<PartialEmoji> found = asked.id().hasValue()
                ? emojis.find(asked.id().required()).map(Emoji::partial)
                : asked.name().value().filter(UnicodeEmoji::is).map(name -> new PartialEmoji(null, name, null));
        return found.orElseThrow(() -> ApiException.of(ErrorCode.CANNOT_USE_AN_EMOJI_INCLUDED_WITH_THE_POLL));
    }
}

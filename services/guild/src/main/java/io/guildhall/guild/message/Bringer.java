package io.guildhall.guild.message;

import com.fasterxml.jackson.databind.JsonNode;
import io.guildhall.guild.call.Call;
import io.guildhall.guild.call.Place;
import io.guildhall.guild.installation.Installation;
import io.guildhall.guild.poll.PollBody;
import io.guildhall.model.body.Given;
import io.guildhall.model.error.ApiException;
import io.guildhall.model.error.ErrorCode;
import io.guildhall.model.id.Snowflake;
import io.guildhall.model.payload.Json;
import io.guildhall.model.payload.User;
import io.guildhall.model.permission.Permission;
import io.guildhall.model.table.RowView;
import io.guildhall.model.table.catalogue.Messages;
import java.util.Optional;

/** The person for whom an application speaks in a guild that it is not in: what it says for all to see, that person must be allowed to say. */
public record Bringer(Place place, long userId) {
    /**
     * @param interaction as messages show it that answer it
     * @return empty where the application is by itself, and in private channels
     */
    public static Optional<Bringer> of(Place place, JsonNode interaction) {
        return place.guildId().isPresent() && Installation.of(interaction).isForeign()
                ? Optional.of(new Bringer(
                        place, Snowflake.parse(interaction.at("/user/id").asText())))
                : Optional.empty();
    }

    /** Of a message that all see. */
    static Optional<Bringer> of(Place place, RowView message) {
        return message.has(Messages.INTERACTION)
                        && !MessageFlag.in(message.get(Messages.FLAGS, 0L), MessageFlag.EPHEMERAL)
                ? of(place, Json.parse(message.get(Messages.INTERACTION)))
                : Optional.empty();
    }

    /** By whose permissions is judged what a message brings about: those of its author, if nobody has brought that along. */
    static long speaker(Place place, RowView message) {
        return of(place, message).map(Bringer::userId).orElseGet(() -> message.get(Messages.AUTHOR_ID));
    }

    /** Whether the person may let it say something new. */
    public boolean maySpeak() {
        return Permission.USE_EXTERNAL_APPS.in(place.permissions(userId)) && place.maySpeak(userId);
    }

    /** Refuses what the person may not send. */
    void checkNew(Call call, AnswerBody answer) {
        if (answer.tts().or(false)) {
            place.require(userId, Permission.SEND_TTS_MESSAGES);
        }
        check(call, answer.message(), answer.poll());
    }

    /**
     * Refuses what the person may not make of a message.
     *
     * @param begun whether it says something for the first time
     */
    void checkEdit(Call call, EditBody edit, boolean begun) {
        if (!Permission.VIEW_CHANNEL.in(place.permissions(userId))) {
            throw ApiException.of(ErrorCode.MISSING_ACCESS);
        }
        if (begun ? !maySpeak() : place.isSilenced(userId)) {
            throw ApiException.of(ErrorCode.MISSING_PERMISSIONS);
        }
        if (place.isLockedFor(userId)) {
            throw ApiException.of(ErrorCode.THREAD_LOCKED);
        }
        check(call, edit.message(), edit.poll());
    }

    private void check(Call call, MessageBody body, Given<PollBody> poll) {
        if (poll.hasValue()) {
            place.require(userId, Permission.SEND_POLLS);
        }
        SendRules.checkExtras(place, userId, call, body);
    }

    Screening.Verdict screen(Screening screening, MessageBody body, Given<PollBody> poll) {
        String texts = ShownTexts.ofApplication(body, poll);
        User person = place.findUser(userId).orElseThrow(() -> ApiException.of(ErrorCode.MISSING_ACCESS));
        return texts.isEmpty() ? Screening.Verdict.NONE : screening.screen(place, userId, person, texts);
    }

    /** The pause between two messages is the person's. */
    void passSlowmode() {
        Slowmode.pass(place, userId, false);
    }
}

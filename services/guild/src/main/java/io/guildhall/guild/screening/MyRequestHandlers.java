package io.guildhall.guild.screening;

import io.guildhall.guild.call.Call;
import io.guildhall.guild.call.GuildOperation;
import io.guildhall.guild.joining.Screening;
import io.guildhall.guild.kernel.actor.Changes;
import io.guildhall.guild.kernel.actor.Reply;
import io.guildhall.guild.screening.JoinRequestBook.Place;
import io.guildhall.guild.state.GuildMember;
import io.guildhall.guild.state.GuildState;
import io.guildhall.guild.state.MemberEdits;
import io.guildhall.model.error.ApiException;
import io.guildhall.model.error.ErrorCode;
import io.guildhall.model.id.SnowflakeGenerator;
import io.guildhall.model.operation.Operation;
import io.guildhall.model.operation.catalogue.ScreeningOperations;
import io.guildhall.model.payload.Json;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.util.Optional;

/** What applicants do about their own requests. */
@Singleton
public final class MyRequestHandlers {
    private final SnowflakeGenerator ids;

    public MyRequestHandlers(SnowflakeGenerator ids) {
        this.ids = ids;
    }

    @Produces
    @Singleton
    public GuildOperation getMine() {
        return new Handler(ScreeningOperations.GET_MY_JOIN_REQUEST, (guild, call, changes) -> {
            JoinRequestBook book = JoinRequestBook.of(guild);
            return Reply.json(RequestEvents.json(guild, book.read(mine(guild, call))));
        });
    }

    @Produces
    @Singleton
    public GuildOperation submit() {
        return new Handler(ScreeningOperations.SUBMIT_JOIN_REQUEST, this::submit);
    }

    @Produces
    @Singleton
    public GuildOperation deleteMine() {
        return new Handler(ScreeningOperations.DELETE_MY_JOIN_REQUEST, (guild, call, changes) -> {
            Place place = mine(guild, call);
            JoinRequestBook.of(guild).remove(place, changes);
            if (place.status() == RequestStatus.SUBMITTED) {
                changes.event(RequestEvents.deleted(guild, place));
            }
            return Reply.noContent();
        });
    }

    /** Where nobody looks at the answers, whoever gave them takes part at once. */
    private Reply submit(GuildState guild, Call call, Changes changes) {
        Optional<GuildMember> member = guild.findMember(call.callerId());
        VerificationHandlers.requireKnown(guild, call.callerId());
        Screening screening = Screening.of(guild.row());
        if (!screening.gate() || member.filter(one -> !one.pending()).isPresent()) {
            throw ApiException.of(ErrorCode.UNKNOWN_GUILD_MEMBER_VERIFICATION_FORM);
        }
        JoinRequestBook book = JoinRequestBook.of(guild);
        Optional<Place> before = book.find(call.callerId());
        if (before.filter(place -> place.status() == RequestStatus.SUBMITTED).isPresent()) {
            return Reply.json(RequestEvents.json(guild, book.read(before.get())));
        }
        JoinRequest answered = JoinRequest.started(guild.id(), ids.next(), call.callerId())
                .submitted(VerificationForm.required(guild)
                        .answered(RequestBody.of(call.body()).formFields().or(Json.array())));
        if (member.isPresent() && !screening.byHand()) {
            new MemberEdits(guild, changes).save(Screening.passed(member.get()));
            return Reply.json(RequestEvents.json(
                    guild, answered.decided(RequestStatus.APPROVED, answered.id(), null, call.callerId())));
        }
        book.requireRoom(before);
        book.save(before, answered, member.isEmpty(), changes);
        changes.event(RequestEvents.created(guild, answered));
        return Reply.json(RequestEvents.json(guild, answered));
    }

    private static Place mine(GuildState guild, Call call) {
        VerificationHandlers.requireKnown(guild, call.callerId());
        return JoinRequestBook.of(guild).find(call.callerId()).orElseThrow(ApiException::noSuchRoute);
    }

    /** What is done. */
    private interface Action {
        Reply run(GuildState guild, Call call, Changes changes);
    }

    private record Handler(Operation operation, Action action) implements GuildOperation {
        @Override
        public boolean openToStrangers() {
            return true;
        }

        @Override
        public Reply handle(GuildState guild, Call call, Changes changes) {
            return action.run(guild, call, changes);
        }
    }
}

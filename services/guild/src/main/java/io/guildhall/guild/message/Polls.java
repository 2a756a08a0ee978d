package io.guildhall.guild.message;

import io.guildhall.guild.call.Call;
import io.guildhall.guild.call.Place;
import io.guildhall.guild.kernel.actor.Changes;
import io.guildhall.guild.poll.NewPoll;
import io.guildhall.guild.poll.PollBody;
import io.guildhall.guild.poll.PollReminder;
import io.guildhall.guild.poll.StoredPoll;
import io.guildhall.model.body.Given;
import io.guildhall.model.error.ApiException;
import io.guildhall.model.error.ErrorCode;
import io.guildhall.model.payload.Json;
import io.guildhall.model.table.RowView;
import io.guildhall.model.table.catalogue.Messages;

/** Polls in messages that are sent or edited. */
final class Polls {
    private Polls() {}

    /** Makes a new message ask what its sender asks, if anything, until the poll's time is over. */
    static void fill(RowEdit message, Given<PollBody> asked, Place place, Call call, Changes changes) {
        if (!asked.hasValue()) {
            return;
        }
        StoredPoll poll = NewPoll.of(asked.required(), MessageEmojis.of(place, call, message.view()), place.now());
        message.set(Messages.POLL, Json.bytes(poll.definition()));
        PollReminder.set(place, message.view().get(Messages.MESSAGE_ID), poll, changes);
    }

    /** A question stays as it was when people answered it, and so does all that stands beside it. */
    static void checkEditable(RowView message) {
        if (message.has(Messages.POLL)) {
            throw ApiException.of(ErrorCode.CANNOT_EDIT_A_POLL_MESSAGE);
        }
    }
}

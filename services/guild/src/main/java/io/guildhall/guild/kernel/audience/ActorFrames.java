package io.guildhall.guild.kernel.audience;

import io.guildhall.model.rpc.ActorKey;
import io.guildhall.model.rpc.OwnerFrame;
import io.guildhall.model.rpc.Position;
import io.guildhall.model.rpc.Release;
import io.guildhall.model.rpc.SessionRef;
import io.guildhall.model.rpc.SessionTopics;
import java.util.List;

/** Frames of one actor for relays. */
record ActorFrames(ActorKey actor) {
    OwnerFrame.Builder at(Position position) {
        return OwnerFrame.newBuilder().setActor(actor).setPosition(position);
    }

    OwnerFrame released(Position position) {
        return at(position).setRelease(Release.getDefaultInstance()).build();
    }

    OwnerFrame asked(Position position, SessionRef session, List<Long> topics) {
        return at(position)
                .setTopics(SessionTopics.newBuilder().setSession(session).addAllTopics(topics))
                .build();
    }
}

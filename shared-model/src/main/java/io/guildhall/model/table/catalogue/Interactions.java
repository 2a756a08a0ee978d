package io.guildhall.model.table.catalogue;

import io.guildhall.model.table.Column;
import io.guildhall.model.table.Table;
import java.time.Duration;

/**
 * Interactions for as long as they can be answered and followed up, written by the owner of the channel. Source is the message whose
 * component was used; original is the message that the answer is seen in. Metadata and modal are JSON.
 */
public final class Interactions {
    public static final Column<Long> CHANNEL_ID = Column.ofLong("channel_id");
    public static final Column<Long> INTERACTION_ID = Column.ofLong("interaction_id");
    public static final Column<Long> APPLICATION_ID = Column.ofLong("application_id");
    public static final Column<Long> USER_ID = Column.ofLong("user_id");
    public static final Column<Long> TYPE = Column.ofLong("type");
    public static final Column<Long> STATUS = Column.ofLong("status");
    public static final Column<String> NONCE = Column.ofText("nonce");
    public static final Column<Long> SOURCE_ID = Column.ofLong("source_id");
    public static final Column<Long> ORIGINAL_ID = Column.ofLong("original_id");
    public static final Column<String> METADATA = Column.ofText("metadata");
    public static final Column<String> MODAL = Column.ofText("modal");
    /** How many messages came after the first answer, where they are counted. */
    public static final Column<Long> FOLLOW_UPS = Column.ofLong("follow_ups");

    public static final Table TABLE = Table.named("interactions")
            .partition(CHANNEL_ID, INTERACTION_ID)
            .columns(APPLICATION_ID, USER_ID, TYPE, STATUS, NONCE, SOURCE_ID, ORIGINAL_ID, METADATA, MODAL, FOLLOW_UPS)
            .timeToLive(Duration.ofMinutes(20))
            .build();

    private Interactions() {}
}

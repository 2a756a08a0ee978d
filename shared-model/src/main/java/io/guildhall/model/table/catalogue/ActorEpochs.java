package io.guildhall.model.table.catalogue;

import io.guildhall.model.table.Column;
import io.guildhall.model.table.Table;

/** The last epoch in which an actor was owned. kind is the number of ActorKind. */
public final class ActorEpochs {
    public static final Column<Long> KIND = Column.ofLong("kind");
    public static final Column<Long> ACTOR_ID = Column.ofLong("actor_id");
    public static final Column<Long> EPOCH = Column.ofLong("epoch");
    public static final Column<String> NODE = Column.ofText("node");

    public static final Table TABLE = Table.named("actor_epochs")
            .partition(KIND, ACTOR_ID)
            .columns(EPOCH, NODE)
            .build();

    private ActorEpochs() {}
}

package io.guildhall.model.table.catalogue;

import io.guildhall.model.table.Column;
import io.guildhall.model.table.Table;

/**
 * The last epoch in which an actor was owned, and by whom: the node's id, and the host:port at which it was reached. kind is the
 * number of ActorKind. Changed only under the condition that it names the epoch before.
 */
public final class ActorEpochs {
    public static final Column<Long> KIND = Column.ofLong("kind");
    public static final Column<Long> ACTOR_ID = Column.ofLong("actor_id");
    public static final Column<Long> EPOCH = Column.ofLong("epoch");
    public static final Column<String> NODE = Column.ofText("node");
    public static final Column<String> ADDRESS = Column.ofText("address");

    public static final Table TABLE = Table.named("actor_epochs")
            .partition(KIND, ACTOR_ID)
            .columns(EPOCH, NODE, ADDRESS)
            .build();

    private ActorEpochs() {}
}

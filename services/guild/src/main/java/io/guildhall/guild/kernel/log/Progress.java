package io.guildhall.guild.kernel.log;

import io.guildhall.model.rpc.LogEntry;
import io.guildhall.model.rpc.Position;
import java.util.List;

/**
 * Where a reader stands at a moment.
 *
 * @param delivered everything up to here is where it should be, or among those put aside
 * @param part the part that holds what comes next
 * @param idle nothing that the reader knows of waits
 * @param since nothing that waits was written earlier, in ms since 1970
 * @param aside what could not be handled and is not stored aside yet
 */
record Progress(Position delivered, long part, boolean idle, long since, List<LogEntry> aside) {
    Progress {
        aside = List.copyOf(aside);
    }
}

package io.guildhall.guild.search;

import io.guildhall.messageindex.MessageIndex;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;

/** What a search answers that a cell answered. */
class SearchMessagesInACellTest extends SearchMessagesTest {
    private RealCell cell;

    @Override
    MessageIndex index(Path where) {
        cell = new RealCell();
        return cell.index();
    }

    @AfterEach
    void leave() {
        cell.close();
    }
}

package io.guildhall.guild.search;

import io.guildhall.messageindex.MessageIndex;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;

/** Private channels in a cell. */
class PrivateSearchInACellTest extends PrivateSearchTest {
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

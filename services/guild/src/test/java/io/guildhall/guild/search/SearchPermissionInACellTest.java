package io.guildhall.guild.search;

import io.guildhall.messageindex.MessageIndex;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;

/** Nothing that a searcher may not read is found or counted in a cell either. */
class SearchPermissionInACellTest extends SearchPermissionTest {
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

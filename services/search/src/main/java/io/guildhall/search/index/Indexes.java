package io.guildhall.search.index;

import io.guildhall.messageindex.elasticsearch.ElasticsearchIndex;
import io.guildhall.messageindex.elasticsearch.IndexGoneException;
import io.guildhall.messageindex.elasticsearch.IndexSize;
import io.guildhall.messageindex.elasticsearch.RefusedByCellException;
import io.guildhall.search.cell.CellLinks;
import io.guildhall.search.config.SearchConfig;
import io.guildhall.search.home.Home;
import jakarta.inject.Singleton;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;

/** Open indexes. One that a cell has lost is made anew; what was in it is found missing by who asks for it. */
@Singleton
public class Indexes {
    private record Open(Object cell, ElasticsearchIndex index) {}

    private final CellLinks links;
    private final int replicas;
    private final Map<Destination, Open> open = new ConcurrentHashMap<>();

    public Indexes(CellLinks links, SearchConfig config) {
        this.links = links;
        this.replicas = config.replicas();
    }

    /** Does something with the index, a second time when the cell has lost it. The cell counts as away when it does not answer. */
    public <T> T with(Destination destination, Function<ElasticsearchIndex, T> work) {
        try {
            try {
                return work.apply(to(destination));
            } catch (IndexGoneException lost) {
                open.remove(destination);
                return work.apply(to(destination));
            }
        } catch (RefusedByCellException refused) {
            throw refused;
        } catch (UncheckedIOException failure) {
            links.failed(destination.cell(), failure);
            throw failure;
        }
    }

    /** What a home has in an index goes; with the index, where it is the home's own. */
    public void forget(Destination destination, Home home) {
        with(destination, index -> {
            if (IndexNames.isOwn(destination.index())) {
                open.remove(destination);
                index.remove();
            } else {
                index.begin(home.id());
            }
            return true;
        });
    }

    /** The index as it is open at this moment: the same object until its cell has lost it, or is another one. Empty while it is not open. */
    public Optional<Object> opened(Destination destination) {
        return Optional.ofNullable(open.get(destination)).map(Open::index);
    }

    private ElasticsearchIndex to(Destination destination) {
        var cell = links.to(destination.cell());
        Open known = open.get(destination);
        if (known != null && known.cell() == cell) {
            return known.index();
        }
        ElasticsearchIndex index = new ElasticsearchIndex(
                cell, destination.index(), new IndexSize(IndexNames.shards(destination.index()), replicas));
        open.put(destination, new Open(cell, index));
        return index;
    }
}

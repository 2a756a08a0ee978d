package missing;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.core.WhitespaceTokenizer;
import org.apache.lucene.analysis.pattern.PatternCaptureGroupTokenFilter;
import org.elasticsearch.action.bulk.BulkRequestBuilder;
import org.elasticsearch.action.bulk.BulkResponse;
import org.elasticsearch.action.delete.DeleteRequest;
import org.elasticsearch.action.search.SearchRequest;
import org.elasticsearch.action.search.SearchResponse;
import org.elasticsearch.client.internal.node.NodeClient;
import org.elasticsearch.cluster.node.DiscoveryNodes;
import org.elasticsearch.features.NodeFeature;
import org.elasticsearch.index.analysis.AbstractTokenFilterFactory;
import org.elasticsearch.index.analysis.TokenFilterFactory;
import org.elasticsearch.index.analysis.TokenizerFactory;
import org.elasticsearch.indices.analysis.AnalysisModule.AnalysisProvider;
import org.elasticsearch.plugins.ActionPlugin;
import org.elasticsearch.plugins.AnalysisPlugin;
import org.elasticsearch.plugins.Plugin;
import org.elasticsearch.rest.BaseRestHandler;
import org.elasticsearch.rest.RestHandler;
import org.elasticsearch.rest.RestRequest;
import org.elasticsearch.rest.RestResponse;
import org.elasticsearch.rest.RestStatus;
import org.elasticsearch.search.builder.SearchSourceBuilder;
import org.elasticsearch.xcontent.XContentBuilder;
import org.elasticsearch.xcontent.XContentParser;

/**
 * What every distribution of Elasticsearch has and its published jars have not, as far as Guildhall uses it: deleting by a query
 * (module reindex), the whitespace tokenizer and the filter pattern_capture (module analysis-common).
 */
public final class MissingModules extends Plugin implements ActionPlugin, AnalysisPlugin {
    private static final int TOGETHER = 1_000;

    @Override
    public Collection<RestHandler> getRestHandlers(
            RestHandlersServices services, Supplier<DiscoveryNodes> nodes, Predicate<NodeFeature> features) {
        return List.of(new DeleteByQuery(features));
    }

    @Override
    public Map<String, AnalysisProvider<TokenizerFactory>> getTokenizers() {
        return Map.of("whitespace", (index, environment, name, settings) -> {
            int longest = settings.getAsInt("max_token_length", 255);
            return TokenizerFactory.newFactory(
                    name,
                    () -> new WhitespaceTokenizer(
                            org.apache.lucene.analysis.TokenStream.DEFAULT_TOKEN_ATTRIBUTE_FACTORY, longest));
        });
    }

    @Override
    public Map<String, AnalysisProvider<TokenFilterFactory>> getTokenFilters() {
        return Map.of("pattern_capture", (index, environment, name, settings) -> {
            List<Pattern> patterns = new ArrayList<>();
            settings.getAsList("patterns").forEach(pattern -> patterns.add(Pattern.compile(pattern)));
            boolean original = settings.getAsBoolean("preserve_original", true);
            return new AbstractTokenFilterFactory(name) {
                @Override
                public TokenStream create(TokenStream words) {
                    return new PatternCaptureGroupTokenFilter(words, original, patterns.toArray(Pattern[]::new));
                }
            };
        });
    }

    private static final class DeleteByQuery extends BaseRestHandler {
        private final Predicate<NodeFeature> features;

        DeleteByQuery(Predicate<NodeFeature> features) {
            this.features = features;
        }

        @Override
        public String getName() {
            return "delete_by_query_action";
        }

        @Override
        public List<Route> routes() {
            return List.of(new Route(RestRequest.Method.POST, "/{index}/_delete_by_query"));
        }

        @Override
        protected RestChannelConsumer prepareRequest(RestRequest request, NodeClient client)
                throws java.io.IOException {
            String[] indexes = request.param("index").split(",");
            request.paramAsBoolean("refresh", false);
            request.param("conflicts");
            int most = request.paramAsInt("max_docs", Integer.MAX_VALUE);
            SearchSourceBuilder query = new SearchSourceBuilder();
            if (request.hasContent()) {
                try (XContentParser parser = request.contentParser()) {
                    query.parseXContent(parser, true, features);
                }
            }
            query.fetchSource(false);
            return channel -> client.threadPool().generic().execute(() -> {
                try {
                    long deleted = delete(client, indexes, query, most);
                    XContentBuilder body = channel.newBuilder()
                            .startObject()
                            .field("total", deleted)
                            .field("deleted", deleted)
                            .startArray("failures")
                            .endArray()
                            .endObject();
                    channel.sendResponse(new RestResponse(RestStatus.OK, body));
                } catch (Exception failure) {
                    try {
                        channel.sendResponse(new RestResponse(channel, failure));
                    } catch (Exception again) {
                        throw new IllegalStateException(again);
                    }
                }
            });
        }

        private static long delete(NodeClient client, String[] indexes, SearchSourceBuilder query, int most) {
            for (long deleted = 0; ; ) {
                client.admin().indices().prepareRefresh(indexes).get();
                if (deleted >= most) {
                    return deleted;
                }
                query.size((int) Math.min(TOGETHER, most - deleted));
                SearchResponse found =
                        client.search(new SearchRequest(indexes).source(query)).actionGet();
                BulkRequestBuilder bulk = client.prepareBulk();
                try {
                    found.getHits().forEach(hit -> bulk.add(new DeleteRequest(hit.getIndex(), hit.getId())));
                } finally {
                    found.decRef();
                }
                if (bulk.numberOfActions() == 0) {
                    return deleted;
                }
                BulkResponse answer = bulk.get();
                if (answer.hasFailures()) {
                    throw new IllegalStateException(answer.buildFailureMessage());
                }
                deleted += bulk.numberOfActions();
            }
        }
    }
}

package io.guildhall.guild.webhookmessage;

import io.guildhall.guild.call.Call;
import io.guildhall.guild.kernel.actor.Changes;
import io.guildhall.guild.message.WebhookBody;
import io.guildhall.guild.state.GuildThread;
import io.guildhall.guild.thread.PostDraft;
import io.guildhall.guild.thread.ThreadSettings;
import io.guildhall.model.error.ApiException;
import io.guildhall.model.error.ErrorCode;
import io.guildhall.model.id.SnowflakeGenerator;
import io.guildhall.model.operation.Operation;
import io.guildhall.model.operation.catalogue.WebhookOperations;
import jakarta.inject.Singleton;
import java.util.List;

/**
 * Begins posts in forums and media channels for the webhooks of those. A webhook manages no threads, so tags for those who do are not
 * for it, and a forum that asks for a tag asks it too.
 */
@Singleton
public final class HookPosts {
    private static final String THREAD_ID = "thread_id";

    private final SnowflakeGenerator ids;

    public HookPosts(SnowflakeGenerator ids) {
        this.ids = ids;
    }

    /**
     * The call in the post that it begins, or the same call when it begins none.
     *
     * @throws ApiException 220001 to 220004 when it says too little, or too much, of where it sends to
     */
    HookCall opened(HookCall hook, Call call, WebhookBody body, Changes changes) {
        boolean named = !body.threadName().or("").isEmpty();
        if (!hook.place().type().threadsOnly()) {
            if (named) {
                throw ApiException.of(
                        hook.ofForum()
                                ? ErrorCode
                                        .WEBHOOKS_POSTED_TO_FORUM_CHANNELS_CANNOT_HAVE_BOTH_A_THREAD_NAME_AND_THREAD_ID
                                : ErrorCode.WEBHOOKS_CAN_ONLY_CREATE_THREADS_IN_FORUM_CHANNELS);
            }
            return hook;
        }
        if (foreign(call.operation())) {
            throw ApiException.of(ErrorCode.WEBHOOK_SERVICES_CANNOT_BE_USED_IN_FORUM_CHANNELS);
        }
        if (!named) {
            throw ApiException.of(ErrorCode.WEBHOOKS_POSTED_TO_FORUM_CHANNELS_MUST_HAVE_A_THREAD_NAME_OR_THREAD_ID);
        }
        PostDraft draft = new PostDraft(
                hook.id(),
                false,
                ThreadSettings.named(body.threadName()),
                body.appliedTags().or(List.of()));
        GuildThread post = draft.begin(hook.guild(), hook.channel(), id(call), call, changes);
        hook.place().setLastMessageId(post.id(), changes);
        return hook.in(post);
    }

    /** The id that api gave the post, where its files are already. */
    private long id(Call call) {
        return call.hasPath(THREAD_ID) ? call.id(THREAD_ID) : ids.next();
    }

    /** In the forms of others there is no name for a post. */
    private static boolean foreign(Operation operation) {
        return operation.equals(WebhookOperations.EXECUTE_SLACK_WEBHOOK)
                || operation.equals(WebhookOperations.EXECUTE_GITHUB_WEBHOOK);
    }
}

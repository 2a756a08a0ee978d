package io.guildhall.model.error;

import static java.util.function.Function.identity;

import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * The JSON error codes of the API, each with the HTTP status that it is usually answered with and the message that
 * clients show.
 */
public enum ErrorCode {
    GENERAL_ERROR(0, 500, "General error"),
    UNKNOWN_ACCOUNT(10001, 404, "Unknown Account"),
    UNKNOWN_APPLICATION(10002, 404, "Unknown Application"),
    UNKNOWN_CHANNEL(10003, 404, "Unknown Channel"),
    UNKNOWN_GUILD(10004, 404, "Unknown Guild"),
    UNKNOWN_INTEGRATION(10005, 404, "Unknown Integration"),
    UNKNOWN_INVITE(10006, 404, "Unknown Invite"),
    UNKNOWN_MEMBER(10007, 404, "Unknown Member"),
    UNKNOWN_MESSAGE(10008, 404, "Unknown Message"),
    UNKNOWN_PERMISSION_OVERWRITE(10009, 404, "Unknown Permission Overwrite"),
    UNKNOWN_PROVIDER(10010, 404, "Unknown Provider"),
    UNKNOWN_ROLE(10011, 404, "Unknown Role"),
    UNKNOWN_TOKEN(10012, 404, "Unknown Token"),
    UNKNOWN_USER(10013, 404, "Unknown User"),
    UNKNOWN_EMOJI(10014, 400, "Unknown Emoji"),
    UNKNOWN_WEBHOOK(10015, 404, "Unknown Webhook"),
    UNKNOWN_WEBHOOK_SERVICE(10016, 404, "Unknown Webhook Service"),
    UNKNOWN_SESSION(10020, 404, "Unknown Session"),
    UNKNOWN_ASSET(10021, 404, "Unknown Asset"),
    UNKNOWN_BAN(10026, 404, "Unknown Ban"),
    UNKNOWN_SKU(10027, 404, "Unknown SKU"),
    UNKNOWN_STORE_LISTING(10028, 404, "Unknown Store Listing"),
    UNKNOWN_ENTITLEMENT(10029, 404, "Unknown entitlement"),
    UNKNOWN_BUILD(10030, 404, "Unknown Build"),
    UNKNOWN_LOBBY(10031, 404, "Unknown lobby"),
    UNKNOWN_BRANCH(10032, 404, "Unknown branch"),
    UNKNOWN_STORE_DIRECTORY_LAYOUT(10033, 404, "Unknown store directory layout"),
    UNKNOWN_REDISTRIBUTABLE(10036, 404, "Unknown redistributable"),
    UNKNOWN_GIFT_CODE(10038, 404, "Unknown gift code"),
    UNKNOWN_STREAM(10049, 404, "Unknown stream"),
    UNKNOWN_PREMIUM_SERVER_SUBSCRIBE_COOLDOWN(10050, 404, "Unknown premium server subscribe cooldown"),
    UNKNOWN_GUILD_TEMPLATE(10057, 404, "Unknown guild template"),
    UNKNOWN_DISCOVERABLE_SERVER_CATEGORY(10059, 404, "Unknown discoverable server category"),
    UNKNOWN_STICKER(10060, 404, "Unknown sticker"),
    UNKNOWN_STICKER_PACK(10061, 404, "Unknown sticker pack"),
    UNKNOWN_INTERACTION(10062, 404, "Unknown interaction"),
    UNKNOWN_APPLICATION_COMMAND(10063, 404, "Unknown application command"),
    UNKNOWN_VOICE_STATE(10065, 404, "Unknown Voice State"),
    UNKNOWN_APPLICATION_COMMAND_PERMISSIONS(10066, 404, "Unknown application command permissions"),
    UNKNOWN_STAGE_INSTANCE(10067, 404, "Unknown Stage Instance"),
    UNKNOWN_GUILD_MEMBER_VERIFICATION_FORM(10068, 404, "Unknown Guild Member Verification Form"),
    UNKNOWN_GUILD_WELCOME_SCREEN(10069, 404, "Unknown Guild Welcome Screen"),
    UNKNOWN_GUILD_SCHEDULED_EVENT(10070, 404, "Unknown Guild Scheduled Event"),
    UNKNOWN_GUILD_SCHEDULED_EVENT_USER(10071, 404, "Unknown Guild Scheduled Event User"),
    UNKNOWN_TAG(10087, 404, "Unknown Tag"),
    UNKNOWN_SOUND(10097, 404, "Unknown sound"),
    UNKNOWN_INVITE_TARGET_USERS_JOB(10124, 404, "Unknown Invite Target Users Job"),
    UNKNOWN_INVITE_TARGET_USERS(10129, 404, "Unknown Invite Target Users"),
    BOTS_CANNOT_USE_THIS_ENDPOINT(20001, 403, "Bots cannot use this endpoint"),
    ONLY_BOTS_CAN_USE_THIS_ENDPOINT(20002, 403, "Only bots can use this endpoint"),
    EXPLICIT_CONTENT_CANNOT_BE_SENT_TO_THE_DESIRED_RECIPIENT(
            20009, 403, "Explicit content cannot be sent to the desired recipient"),
    NOT_AUTHORIZED_TO_PERFORM_THIS_ACTION_ON_THIS_APPLICATION(
            20012, 403, "You are not authorized to perform this action on this application"),
    THIS_ACTION_REQUIRES_A_PREMIUM_SUBSCRIPTION(20015, 403, "This action requires a premium subscription"),
    ACTION_CANNOT_BE_PERFORMED_DUE_TO_SLOWMODE_RATE_LIMIT(
            20016, 429, "This action cannot be performed due to slowmode rate limit"),
    THE_MAZE_ISNT_MEANT_FOR_YOU(20017, 403, "The Maze isn't meant for you."),
    ONLY_THE_OWNER_OF_THIS_ACCOUNT_CAN_PERFORM_THIS_ACTION(
            20018, 403, "Only the owner of this account can perform this action"),
    ANNOUNCEMENT_EDIT_LIMIT_EXCEEDED(20022, 429, "This message cannot be edited due to announcement rate limits"),
    UNDER_MINIMUM_AGE(20024, 403, "Under minimum age"),
    CHANNEL_WRITE_RATE_LIMIT(
            20028, 429, "The write action you are performing on the channel has hit the write rate limit"),
    SERVER_WRITE_RATE_LIMIT(
            20029, 429, "The write action you are performing on the server has hit the write rate limit"),
    NAMES_CONTAIN_DISALLOWED_WORDS(
            20031,
            400,
            "Your Stage topic, server name, server description, or channel names contain words that are not allowed"),
    GUILD_PREMIUM_SUBSCRIPTION_LEVEL_TOO_LOW(20035, 403, "Guild premium subscription level too low"),
    MAXIMUM_NUMBER_OF_GUILDS_REACHED(30001, 400, "Maximum number of guilds reached (100)"),
    MAXIMUM_NUMBER_OF_FRIENDS_REACHED(30002, 400, "Maximum number of friends reached (1000)"),
    MAXIMUM_NUMBER_OF_PINS_REACHED_FOR_THE_CHANNEL(30003, 400, "Maximum number of pins reached for the channel (250)"),
    MAXIMUM_NUMBER_OF_RECIPIENTS_REACHED(30004, 400, "Maximum number of recipients reached (10)"),
    MAXIMUM_NUMBER_OF_GUILD_ROLES_REACHED(30005, 400, "Maximum number of guild roles reached (250)"),
    MAXIMUM_NUMBER_OF_WEBHOOKS_REACHED(30007, 400, "Maximum number of webhooks reached (15)"),
    MAXIMUM_NUMBER_OF_EMOJIS_REACHED(30008, 400, "Maximum number of emojis reached"),
    MAXIMUM_NUMBER_OF_REACTIONS_REACHED(30010, 400, "Maximum number of reactions reached (20)"),
    MAXIMUM_NUMBER_OF_GROUP_DMS_REACHED(30011, 400, "Maximum number of group DMs reached (10)"),
    MAXIMUM_NUMBER_OF_GUILD_CHANNELS_REACHED(30013, 400, "Maximum number of guild channels reached (500)"),
    MAXIMUM_NUMBER_OF_ATTACHMENTS_IN_A_MESSAGE_REACHED(
            30015, 400, "Maximum number of attachments in a message reached (10)"),
    MAXIMUM_NUMBER_OF_INVITES_REACHED(30016, 400, "Maximum number of invites reached (1000)"),
    MAXIMUM_NUMBER_OF_ANIMATED_EMOJIS_REACHED(30018, 400, "Maximum number of animated emojis reached"),
    MAXIMUM_NUMBER_OF_SERVER_MEMBERS_REACHED(30019, 400, "Maximum number of server members reached"),
    MAXIMUM_NUMBER_OF_SERVER_CATEGORIES_REACHED(30030, 400, "Maximum number of server categories reached"),
    GUILD_ALREADY_HAS_TEMPLATE(30031, 400, "Guild already has template"),
    MAXIMUM_NUMBER_OF_APPLICATION_COMMANDS_REACHED(30032, 400, "Maximum number of application commands reached"),
    MAXIMUM_THREAD_PARTICIPANTS_REACHED(30033, 400, "Maximum number of thread participants has been reached (1000)"),
    MAXIMUM_DAILY_APPLICATION_COMMAND_CREATES_REACHED(30034, 400, "Maximum daily application command creates reached"),
    MAXIMUM_NUMBER_OF_NON_GUILD_MEMBER_BANS_HAS_BEEN_EXCEEDED(
            30035, 400, "Maximum number of non guild member bans has been exceeded"),
    MAXIMUM_NUMBER_OF_BAN_FETCHES_HAS_BEEN_REACHED(30037, 400, "Maximum number of ban fetches has been reached"),
    MAXIMUM_NUMBER_OF_UNCOMPLETED_GUILD_SCHEDULED_EVENTS_REACHED(
            30038, 400, "Maximum number of uncompleted guild scheduled events reached"),
    MAXIMUM_NUMBER_OF_STICKERS_REACHED(30039, 400, "Maximum number of stickers reached"),
    MAXIMUM_NUMBER_OF_PRUNE_REQUESTS_HAS_BEEN_REACHED(30040, 429, "Maximum number of prune requests has been reached"),
    MAXIMUM_NUMBER_OF_GUILD_WIDGET_SETTINGS_UPDATES_HAS_BEEN_REACHED(
            30042, 400, "Maximum number of guild widget settings updates has been reached"),
    MAXIMUM_NUMBER_OF_SOUNDBOARD_SOUNDS_REACHED(30045, 400, "Maximum number of soundboard sounds reached"),
    MAXIMUM_NUMBER_OF_EDITS_TO_MESSAGES_OLDER_THAN_ONE_HOUR_REACHED(
            30046, 429, "Maximum number of edits to messages older than 1 hour reached. Try again later"),
    MAXIMUM_NUMBER_OF_PINNED_THREADS_IN_FORUM_HAS_BEEN_REACHED(
            30047, 400, "Maximum number of pinned threads in forum has been reached"),
    MAXIMUM_NUMBER_OF_TAGS_IN_FORUM_HAS_BEEN_REACHED(
            30048, 400, "Maximum number of tags in a forum channel has been reached"),
    BITRATE_IS_TOO_HIGH_FOR_CHANNEL_OF_THIS_TYPE(30052, 400, "Bitrate is too high for channel of this type"),
    MAXIMUM_NUMBER_OF_PREMIUM_EMOJIS_REACHED(30056, 400, "Maximum number of premium emojis reached"),
    MAXIMUM_NUMBER_OF_WEBHOOKS_PER_GUILD_REACHED(30058, 400, "Maximum number of webhooks per guild reached"),
    MAXIMUM_NUMBER_OF_CHANNEL_PERMISSION_OVERWRITES_REACHED(
            30060, 400, "Maximum number of channel permission overwrites reached (1000)"),
    THE_CHANNELS_FOR_THIS_GUILD_ARE_TOO_LARGE(30061, 400, "The channels for this guild are too large"),
    UNAUTHORIZED(40001, 401, "Unauthorized. Provide a valid token and try again"),
    VERIFY_YOUR_ACCOUNT(40002, 403, "You need to verify your account in order to perform this action"),
    OPENING_DIRECT_MESSAGES_TOO_FAST(40003, 429, "You are opening direct messages too fast"),
    SEND_MESSAGES_HAS_BEEN_TEMPORARILY_DISABLED(40004, 403, "Send messages has been temporarily disabled"),
    REQUEST_ENTITY_TOO_LARGE(40005, 413, "Request entity too large. Try sending something smaller in size"),
    FEATURE_TEMPORARILY_DISABLED_SERVER_SIDE(40006, 503, "This feature has been temporarily disabled server-side"),
    USER_BANNED_FROM_THIS_GUILD(40007, 403, "The user is banned from this guild"),
    ONLY_ONE_CHANNEL_CAN_HAVE_A_PARENT_ID_MODIFIED_AT_A_TIME(
            40009, 400, "Only one channel can have a parent id modified at a time"),
    CONNECTION_HAS_BEEN_REVOKED(40012, 400, "Connection has been revoked"),
    ONLY_CONSUMABLE_SKUS_CAN_BE_CONSUMED(40018, 400, "Only consumable SKUs can be consumed"),
    YOU_CAN_ONLY_DELETE_SANDBOX_ENTITLEMENTS(40019, 400, "You can only delete sandbox entitlements"),
    TARGET_USER_IS_NOT_CONNECTED_TO_VOICE(40032, 400, "Target user is not connected to voice"),
    THIS_MESSAGE_WAS_ALREADY_CROSSPOSTED(40033, 400, "This message has already been crossposted"),
    APPLICATION_COMMAND_WITH_THAT_NAME_ALREADY_EXISTS(
            40041, 400, "An application command with that name already exists"),
    APPLICATION_INTERACTION_FAILED_TO_SEND(40043, 400, "Application interaction failed to send"),
    CANNOT_SEND_A_MESSAGE_IN_A_FORUM_CHANNEL(40058, 400, "Cannot send a message in a forum channel"),
    INTERACTION_HAS_ALREADY_BEEN_ACKNOWLEDGED(40060, 400, "Interaction has already been acknowledged."),
    TAG_NAMES_MUST_BE_UNIQUE(40061, 400, "Tag names must be unique"),
    SERVICE_RESOURCE_IS_BEING_RATE_LIMITED(40062, 429, "Service resource is being rate limited."),
    THERE_ARE_NO_TAGS_AVAILABLE_THAT_CAN_BE_SET_BY_NON_MODERATORS(
            40066, 400, "There are no tags available that can be set by non-moderators"),
    TAG_REQUIRED_TO_CREATE_A_FORUM_POST_IN_THIS_CHANNEL(
            40067, 400, "A tag is required to create a forum post in this channel"),
    AN_ENTITLEMENT_HAS_ALREADY_BEEN_GRANTED_FOR_THIS_RESOURCE(
            40074, 400, "An entitlement has already been granted for this resource"),
    THIS_INTERACTION_HAS_HIT_THE_MAXIMUM_NUMBER_OF_FOLLOW_UP_MESSAGES(
            40094, 400, "This interaction has hit the maximum number of follow up messages"),
    CLOUDFLARE_IS_BLOCKING_YOUR_REQUEST(40333, 403, "Your request was blocked on its way. Check its User-Agent"),
    MISSING_ACCESS(50001, 403, "Missing Access"),
    INVALID_ACCOUNT_TYPE(50002, 400, "Invalid account type"),
    CANNOT_EXECUTE_ACTION_ON_DM_CHANNEL(50003, 403, "Cannot execute action on a DM channel"),
    GUILD_WIDGET_DISABLED(50004, 400, "Guild widget disabled"),
    CANNOT_EDIT_MESSAGE_AUTHORED_BY_ANOTHER_USER(50005, 403, "Cannot edit a message authored by another user"),
    CANNOT_SEND_AN_EMPTY_MESSAGE(50006, 400, "Cannot send an empty message"),
    CANNOT_SEND_MESSAGES_TO_THIS_USER(50007, 403, "Cannot send messages to this user"),
    CANNOT_SEND_MESSAGES_IN_NON_TEXT_CHANNEL(50008, 403, "Cannot send messages in a non-text channel"),
    CHANNEL_VERIFICATION_LEVEL_TOO_HIGH_FOR_YOU_TO_GAIN_ACCESS(
            50009, 403, "Channel verification level is too high for you to gain access"),
    OAUTH2_APPLICATION_DOES_NOT_HAVE_BOT(50010, 400, "OAuth2 application does not have a bot"),
    OAUTH2_APPLICATION_LIMIT_REACHED(50011, 400, "OAuth2 application limit reached"),
    INVALID_OAUTH2_STATE(50012, 400, "Invalid OAuth2 state"),
    MISSING_PERMISSIONS(50013, 403, "Missing Permissions"),
    INVALID_TOKEN(50014, 401, "Invalid authentication token provided"),
    NOTE_WAS_TOO_LONG(50015, 400, "Note was too long"),
    PROVIDED_TOO_FEW_OR_TOO_MANY_MESSAGES_TO_DELETE(
            50016,
            400,
            "Provided too few or too many messages to delete. Must provide at least 2 and fewer than 100 messages to delete"),
    INVALID_MFA_LEVEL(50017, 400, "Invalid MFA Level"),
    MESSAGE_CAN_ONLY_BE_PINNED_IN_THE_CHANNEL_IT_WAS_SENT_IN(
            50019, 400, "A message can only be pinned to the channel it was sent in"),
    INVITE_CODE_INVALID_OR_TAKEN(50020, 400, "Invite code was either invalid or taken"),
    CANNOT_EXECUTE_ACTION_ON_SYSTEM_MESSAGE(50021, 403, "Cannot execute action on a system message"),
    CANNOT_EXECUTE_ACTION_ON_THIS_CHANNEL_TYPE(50024, 400, "Cannot execute action on this channel type"),
    INVALID_OAUTH2_ACCESS_TOKEN(50025, 401, "Invalid OAuth2 access token provided"),
    MISSING_REQUIRED_OAUTH2_SCOPE(50026, 400, "Missing required OAuth2 scope"),
    INVALID_WEBHOOK_TOKEN(50027, 401, "Invalid webhook token provided"),
    INVALID_ROLE(50028, 400, "Invalid role"),
    INVALID_RECIPIENTS(50033, 400, "Invalid Recipient(s)"),
    ONE_OF_THE_MESSAGES_PROVIDED_WAS_TOO_OLD_FOR_BULK_DELETE(
            50034, 400, "A message provided was too old to bulk delete"),
    INVALID_FORM_BODY(50035, 400, "Invalid Form Body"),
    INVITE_ACCEPTED_TO_GUILD_WITHOUT_THE_BOT_BEING_IN(
            50036, 400, "An invite was accepted to a guild the application's bot is not in"),
    INVALID_ACTIVITY_ACTION(50039, 400, "Invalid activity action"),
    INVALID_API_VERSION(50041, 400, "Invalid API version provided"),
    FILE_UPLOADED_EXCEEDS_MAXIMUM_SIZE(50045, 400, "File uploaded exceeds the maximum size"),
    INVALID_FILE_UPLOADED(50046, 400, "Invalid file uploaded"),
    CANNOT_SELF_REDEEM_THIS_GIFT(50054, 400, "Cannot self redeem this gift"),
    INVALID_GUILD(50055, 400, "Invalid Guild"),
    INVALID_SKU(50057, 400, "Invalid SKU"),
    INVALID_REQUEST_ORIGIN(50067, 403, "Invalid request origin"),
    INVALID_MESSAGE_TYPE(50068, 400, "Invalid message type"),
    PAYMENT_SOURCE_REQUIRED_TO_REDEEM_GIFT(50070, 400, "Payment source required to redeem gift"),
    CANNOT_MODIFY_A_SYSTEM_WEBHOOK(50073, 400, "Cannot modify a system webhook"),
    CANNOT_DELETE_CHANNEL_REQUIRED_FOR_COMMUNITY_GUILDS(
            50074, 403, "Cannot delete channel required for community guilds"),
    CANNOT_EDIT_STICKERS_WITHIN_MESSAGE(50080, 400, "Cannot edit a message to use stickers"),
    INVALID_STICKER_SENT(50081, 400, "Invalid sticker sent"),
    INVALID_ACTION_ON_ARCHIVED_THREAD(
            50083,
            400,
            "Tried to perform an operation on an archived thread, such as editing a message or adding a user to the thread"),
    INVALID_THREAD_NOTIFICATION_SETTINGS(50084, 400, "Invalid thread notification settings"),
    PARAMETER_EARLIER_THAN_CREATION(50085, 400, "before value is earlier than the thread creation date"),
    COMMUNITY_SERVER_CHANNELS_MUST_BE_TEXT_CHANNELS(50086, 400, "Community server channels must be text channels"),
    ENTITY_TYPE_OF_THE_EVENT_IS_DIFFERENT(
            50091,
            400,
            "The entity type of the event is different from the entity you are trying to start the event for"),
    SERVER_NOT_AVAILABLE_IN_YOUR_LOCATION(50095, 403, "Server not available in your location"),
    SERVER_NEEDS_MONETIZATION_ENABLED_TO_PERFORM_THIS_ACTION(
            50097, 403, "Server needs monetization enabled to perform this action"),
    SERVER_NEEDS_MORE_BOOSTS_TO_PERFORM_THIS_ACTION(50101, 403, "Server needs more boosts to perform this action"),
    REQUEST_BODY_CONTAINS_INVALID_JSON(50109, 400, "The request body contains invalid JSON."),
    PROVIDED_FILE_IS_INVALID(50110, 400, "Provided file is invalid"),
    PROVIDED_FILE_TYPE_IS_INVALID(50123, 400, "Provided file type is invalid"),
    PROVIDED_FILE_DURATION_EXCEEDS_MAXIMUM_LENGTH(50124, 400, "Provided file duration exceeds maximum length"),
    OWNER_CANNOT_BE_PENDING_MEMBER(50131, 400, "Owner cannot be pending member"),
    OWNERSHIP_CANNOT_BE_MOVED_TO_A_BOT_USER(50132, 403, "Ownership cannot be transferred to a bot user"),
    FAILED_TO_RESIZE_ASSET_BELOW_THE_MAXIMUM_SIZE(50138, 400, "Failed to resize asset below the maximum size"),
    CANNOT_MIX_SUBSCRIPTION_AND_NON_SUBSCRIPTION_ROLES_FOR_AN_EMOJI(
            50144, 400, "Cannot mix subscription and non subscription roles for an emoji"),
    CANNOT_CONVERT_BETWEEN_PREMIUM_EMOJI_AND_NORMAL_EMOJI(
            50145, 400, "Cannot convert between premium emoji and normal emoji"),
    UPLOADED_FILE_NOT_FOUND(50146, 400, "Uploaded file not found"),
    SPECIFIED_EMOJI_IS_INVALID(50151, 400, "The specified emoji is invalid"),
    VOICE_MESSAGES_DO_NOT_SUPPORT_ADDITIONAL_CONTENT(50159, 400, "Voice messages do not support additional content"),
    VOICE_MESSAGES_MUST_HAVE_A_SINGLE_AUDIO_ATTACHMENT(
            50160, 400, "Voice messages must have a single audio attachment"),
    VOICE_MESSAGES_MUST_HAVE_SUPPORTING_METADATA(50161, 400, "Voice messages must have supporting metadata"),
    VOICE_MESSAGES_CANNOT_BE_EDITED(50162, 400, "Voice messages cannot be edited"),
    CANNOT_DELETE_GUILD_SUBSCRIPTION_INTEGRATION(50163, 400, "Cannot delete guild subscription integration"),
    CANNOT_SEND_VOICE_EFFECT_WHEN_USER_IS_SERVER_MUTED_DEAFENED_OR_SUPPRESSED(
            50167, 403, "Cannot send voice effect when user is server muted deafened or suppressed"),
    YOU_CANNOT_SEND_VOICE_MESSAGES_IN_THIS_CHANNEL(50173, 403, "You cannot send voice messages in this channel."),
    THE_USER_ACCOUNT_MUST_FIRST_BE_VERIFIED(50178, 403, "The user account must first be verified"),
    PROVIDED_FILE_DOES_NOT_HAVE_A_VALID_DURATION(50192, 400, "Provided file does not have a valid duration"),
    INVALID_USER_TYPE(50229, 400, "Invalid user type"),
    CANNOT_SEND_MESSAGES_TO_THIS_USER_DUE_TO_HAVING_NO_MUTUAL_GUILDS(
            50278, 403, "Cannot send messages to this user due to having no mutual guilds"),
    YOU_DO_NOT_HAVE_PERMISSION_TO_SEND_THIS_STICKER(50600, 403, "You do not have permission to send this sticker."),
    TWO_FACTOR_AUTHENTICATION_IS_REQUIRED(60003, 403, "Two factor is required for this operation"),
    NO_USERS_WITH_DISCORD_TAG_EXIST(80004, 400, "No users with that tag exist"),
    REACTION_WAS_BLOCKED(90001, 403, "Reaction was blocked"),
    USER_CANNOT_USE_BURST_REACTIONS(90002, 403, "User cannot use burst reactions"),
    INDEX_NOT_YET_AVAILABLE(110000, 202, "Index not yet available. Try again later"),
    APPLICATION_NOT_YET_AVAILABLE(110001, 400, "Application not yet available"),
    API_RESOURCE_OVERLOADED(130000, 503, "API resource is currently overloaded. Try again a little later"),
    THE_STAGE_IS_ALREADY_OPEN(150006, 400, "The Stage is already open"),
    CANNOT_REPLY_WITHOUT_PERMISSION_TO_READ_MESSAGE_HISTORY(
            160002, 403, "Cannot reply without permission to read message history"),
    THREAD_ALREADY_CREATED_FOR_MESSAGE(160004, 400, "A thread has already been created for this message"),
    THREAD_LOCKED(160005, 400, "Thread is locked"),
    MAXIMUM_ACTIVE_THREADS(160006, 400, "Maximum number of active threads reached"),
    MAXIMUM_ACTIVE_ANNOUNCEMENT_THREADS(160007, 400, "Maximum number of active announcement threads reached"),
    CANNOT_REFERENCE_A_MESSAGE_WITHOUT_PERMISSION_TO_READ_MESSAGE_HISTORY(
            160009, 403, "Cannot reference a message without permission to read message history"),
    NSFW_CHANNEL_MESSAGE_REFERENCE_NOT_ALLOWED(160010, 403, "NSFW channel message reference not allowed"),
    CANNOT_FORWARD_MESSAGE_WITH_UNREADABLE_CONTENT(160014, 400, "Cannot forward message with unreadable content"),
    INVALID_JSON_FOR_UPLOADED_LOTTIE_FILE(170001, 400, "Invalid JSON for uploaded lottie file"),
    UPLOADED_LOTTIES_CANNOT_CONTAIN_RASTERIZED_IMAGES(170002, 400, "Uploaded lotties cannot contain rasterized images"),
    STICKER_MAXIMUM_FRAMERATE_EXCEEDED(170003, 400, "Sticker maximum framerate exceeded"),
    STICKER_FRAME_COUNT_EXCEEDS_MAXIMUM_OF_1000_FRAMES(
            170004, 400, "Sticker frame count exceeds maximum of 1000 frames"),
    LOTTIE_ANIMATION_MAXIMUM_DIMENSIONS_EXCEEDED(170005, 400, "Lottie animation maximum dimensions exceeded"),
    STICKER_FRAMERATE_IS_TOO_SMALL_OR_TOO_LARGE(170006, 400, "Sticker framerate is too small or too large"),
    STICKER_ANIMATION_DURATION_EXCEEDS_MAXIMUM_OF_5_SECONDS(
            170007, 400, "Sticker animation duration exceeds maximum of 5 seconds"),
    CANNOT_UPDATE_A_FINISHED_EVENT(180000, 400, "Cannot update a finished event"),
    FAILED_TO_CREATE_STAGE_NEEDED_FOR_STAGE_EVENT(180002, 400, "Failed to create stage needed for stage event"),
    MESSAGE_WAS_BLOCKED_BY_AUTOMATIC_MODERATION(200000, 403, "Message was blocked by automatic moderation"),
    TITLE_WAS_BLOCKED_BY_AUTOMATIC_MODERATION(200001, 403, "Title was blocked by automatic moderation"),
    WEBHOOKS_POSTED_TO_FORUM_CHANNELS_MUST_HAVE_A_THREAD_NAME_OR_THREAD_ID(
            220001, 400, "Webhooks posted to forum channels must have a thread_name or thread_id"),
    WEBHOOKS_POSTED_TO_FORUM_CHANNELS_CANNOT_HAVE_BOTH_A_THREAD_NAME_AND_THREAD_ID(
            220002, 400, "Webhooks posted to forum channels cannot have both a thread_name and thread_id"),
    WEBHOOKS_CAN_ONLY_CREATE_THREADS_IN_FORUM_CHANNELS(
            220003, 400, "Webhooks can only create threads in forum channels"),
    WEBHOOK_SERVICES_CANNOT_BE_USED_IN_FORUM_CHANNELS(220004, 400, "Webhook services cannot be used in forum channels"),
    MESSAGE_BLOCKED_BY_HARMFUL_LINKS_FILTER(240000, 403, "Message blocked by harmful links filter"),
    ACCESS_TO_JOINING_NEW_SERVERS_HAS_BEEN_LIMITED_FOR_THE_USER(
            340015, 403, "Access to joining new servers has been limited for the user"),
    CANNOT_ENABLE_ONBOARDING_REQUIREMENTS_ARE_NOT_MET(350000, 400, "Cannot enable onboarding requirements are not met"),
    CANNOT_UPDATE_ONBOARDING_WHILE_BELOW_REQUIREMENTS(350001, 400, "Cannot update onboarding while below requirements"),
    ACCESS_TO_FILE_UPLOADS_HAS_BEEN_LIMITED_FOR_THIS_GUILD(
            400001, 403, "Access to file uploads has been limited for this guild"),
    FAILED_TO_BAN_USERS(500000, 400, "Failed to ban users"),
    POLL_VOTING_BLOCKED(520000, 400, "Poll voting blocked"),
    POLL_EXPIRED(520001, 400, "Poll expired"),
    INVALID_CHANNEL_TYPE_FOR_POLL_CREATION(520002, 400, "Invalid channel type for poll creation"),
    CANNOT_EDIT_A_POLL_MESSAGE(520003, 400, "Cannot edit a poll message"),
    CANNOT_USE_AN_EMOJI_INCLUDED_WITH_THE_POLL(520004, 400, "Cannot use an emoji included with the poll"),
    CANNOT_EXPIRE_A_NON_POLL_MESSAGE(520006, 400, "Cannot expire a non-poll message"),
    PROVISIONAL_ACCOUNTS_PERMISSION_NOT_GRANTED(530000, 403, "Provisional accounts permission not granted"),
    ID_TOKEN_JWT_EXPIRED(530001, 400, "The id token JWT is expired"),
    ID_TOKEN_JWT_ISSUER_MISMATCH(530002, 400, "Id token JWT issuer mismatch"),
    ID_TOKEN_JWT_AUDIENCE_MISMATCH(530003, 400, "Id token JWT audience mismatch"),
    ID_TOKEN_JWT_ISSUED_TOO_LONG_AGO(530004, 400, "Id token JWT issued too long ago"),
    FAILED_TO_GENERATE_UNIQUE_USERNAME(530006, 400, "Failed to generate unique username"),
    INVALID_CLIENT_SECRET(530007, 400, "Invalid client secret"),
    OIDC_CONFIGURATION_NOT_FOUND(530008, 400, "OIDC configuration not found"),
    OIDC_JWKS_NOT_FOUND(530009, 400, "OIDC JWKS not found"),
    USER_ACCOUNT_IS_NOT_PROVISIONAL(530010, 400, "User account is non-provisional"),
    INVALID_MERGE_SOURCE(530014, 400, "Invalid merge source"),
    INVALID_MERGE_DESTINATION(530016, 400, "Invalid merge destination"),
    INVALID_OIDC_JWT_TOKEN(530020, 400, "Invalid OIDC JWT token"),
    TOO_MANY_APPLICATION_IDENTITIES(530023, 400, "Too many application identities"),
    MISSING_KID_HEADER(530027, 400, "Missing kid header");

    private static final Map<Integer, ErrorCode> BY_NUMBER =
            Arrays.stream(values()).collect(Collectors.toUnmodifiableMap(ErrorCode::number, identity()));

    private final int number;
    private final int status;
    private final String message;

    ErrorCode(int number, int status, String message) {
        this.number = number;
        this.status = status;
        this.message = message;
    }

    public int number() {
        return number;
    }

    /** The HTTP status that goes with it unless the thrower says otherwise. */
    public int status() {
        return status;
    }

    public String message() {
        return message;
    }

    public static Optional<ErrorCode> find(int number) {
        return Optional.ofNullable(BY_NUMBER.get(number));
    }
}

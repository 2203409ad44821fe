package io.autobot.agent.llm;

import java.util.Locale;

/** What was asked of a provider: the values of the {@code request_type} label. */
enum RequestType {
    CHAT,
    COMPLETION,
    EMBEDDING,
    IMAGE,
    TRANSCRIPTION,
    SPEECH,
    MODERATION,
    RERANK,
    TOKEN_COUNT,
    BATCH,
    OTHER;

    private final String id = name().toLowerCase(Locale.ROOT);

    /** The label value. */
    String id() {
        return id;
    }
}

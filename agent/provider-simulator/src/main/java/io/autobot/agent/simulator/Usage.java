package io.autobot.agent.simulator;

/**
 * Token figures in disjoint parts, so that every provider's own arithmetic can be made of them: what one provider
 * counts inside its input another counts beside it.
 *
 * @param fresh input tokens read anew, text and audio
 * @param cachedInput input tokens read from the provider's cache
 * @param cacheWrite input tokens written into the provider's cache
 * @param visible output tokens the caller sees, text and audio
 * @param reasoning output tokens the caller does not see
 * @param audioInput how many of {@code fresh} are audio
 * @param audioOutput how many of {@code visible} are audio
 */
public record Usage(
        long fresh,
        long cachedInput,
        long cacheWrite,
        long visible,
        long reasoning,
        long audioInput,
        long audioOutput) {

    /** No token at all. */
    public static final Usage NONE = new Usage(0, 0, 0, 0, 0, 0, 0);

    /** All input tokens: fresh, cached and written into the cache. */
    public long input() {
        return fresh + cachedInput + cacheWrite;
    }

    /** All output tokens, reasoning included. */
    public long output() {
        return visible + reasoning;
    }

    /** Input and output together. */
    public long total() {
        return input() + output();
    }

    /** The part of these figures that a reply without any details can carry. */
    public Usage plain() {
        return new Usage(fresh, 0, 0, visible, 0, 0, 0);
    }

    /** These figures for a provider that has no prices for writing into its cache, as most do. */
    public Usage withoutCacheWrite() {
        return new Usage(fresh, cachedInput, 0, visible, reasoning, audioInput, audioOutput);
    }

    /** These figures for a provider that does not tell reasoning from other output. */
    public Usage withoutReasoning() {
        return new Usage(fresh, cachedInput, cacheWrite, visible, 0, audioInput, audioOutput);
    }

    /** These figures for a provider that does not tell audio from text. */
    public Usage withoutAudio() {
        return new Usage(fresh, cachedInput, cacheWrite, visible, reasoning, 0, 0);
    }

    /** The input figures alone, for embeddings and for the head of a stream. */
    public Usage inputOnly() {
        return new Usage(fresh, cachedInput, cacheWrite, 0, 0, audioInput, 0);
    }

    /** These figures with another count of visible output, as the head of a stream has it. */
    public Usage withVisible(long tokens) {
        return new Usage(fresh, cachedInput, cacheWrite, tokens, 0, audioInput, 0);
    }

    /** The sums, part by part. */
    public Usage plus(Usage other) {
        return new Usage(
                fresh + other.fresh,
                cachedInput + other.cachedInput,
                cacheWrite + other.cacheWrite,
                visible + other.visible,
                reasoning + other.reasoning,
                audioInput + other.audioInput,
                audioOutput + other.audioOutput);
    }
}

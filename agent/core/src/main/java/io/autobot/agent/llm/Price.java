package io.autobot.agent.llm;

/**
 * What the tokens of one model cost. Immutable.
 *
 * @param input US dollars per million input tokens
 * @param output US dollars per million output tokens
 * @param cached US dollars per million input tokens that the provider read from its cache
 * @param cacheWrite US dollars per million input tokens that the provider wrote to its cache
 */
public record Price(double input, double output, double cached, double cacheWrite) {
    /** What a model costs that runs on machines of one's own. */
    public static final Price FREE = new Price(0, 0, 0, 0);

    private static final double MILLION = 1e6;

    /**
     * What the input of one request costs, in US dollars.
     *
     * @param input all input tokens, the two below included
     * @param cached those read from a cache, 0 for none
     * @param cacheWrite those written to a cache, 0 for none
     */
    public double inputCost(long input, long cached, long cacheWrite) {
        // A reply whose parts are more than its total does not make a cost negative.
        long all = Math.max(0, input);
        long read = Math.min(Math.max(0, cached), all);
        long written = Math.min(Math.max(0, cacheWrite), all - read);
        return ((all - read - written) * this.input + read * this.cached + written * this.cacheWrite) / MILLION;
    }

    /** What the output of one request costs, in US dollars: all output tokens, reasoning included. */
    public double outputCost(long output) {
        return Math.max(0, output) * this.output / MILLION;
    }
}
